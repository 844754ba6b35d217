import { Button, Text, Title } from "@mantine/core";
import { FileDown, Trash2 } from "lucide-react";
import { Link, useNavigate, useParams } from "react-router";

import { api } from "@/api/client";
import { Page } from "@/shared/page/Page";
import { Answered, Empty } from "@/shared/page/States";
import { tellRefusal } from "@/shared/page/tell";
import { counted } from "@/shared/page/when";
import { LevelName } from "@/shared/review/LevelName";

import { AllRemarks } from "./components/AllRemarks";
import { RemarkLine } from "./components/RemarkLine";
import "./components/manuscript.css";
import { firstPage, LEVELS, type Review } from "./model/review";
import { throwAway } from "./model/useCheck";

function FirstPage({ review }: { review: Review }) {
  return firstPage(review).map(({ group, lines }) => (
    <section key={group} aria-label={group}>
      <Title order={3} size="h5" mb={4} mt="sm">{group.charAt(0).toUpperCase() + group.slice(1)}</Title>
      <ul className="remark-list">
        {lines.map((line) => <RemarkLine key={line.id} said={line.said} level={line.level} remarks={line.remarks} />)}
      </ul>
    </section>
  ));
}

function Unasked({ review }: { review: Review }) {
  if (review.silent.length + review.notices.length === 0) return null;
  return (
    <section aria-labelledby="unasked">
      <Title order={2} size="h4" id="unasked" mb="xs">What was not asked or not read</Title>
      <ul>
        {review.notices.map(({ message }) => <li key={message}>{message}</li>)}
        {review.silent.map(({ check, why }) => <li key={check}>{check}: {why}</li>)}
      </ul>
    </section>
  );
}

function Found({ review }: { review: Review }) {
  const facts = [
    counted(review.words, "word"),
    counted(review.quotations, "quotation"),
    counted(review.transcripts, "transcript"),
    review.people === 0 ? "no sample sheet" : counted(review.people, "person of the sample", "people of the sample"),
  ];
  const standing = review.remarks.filter(({ waived }) => waived === "");
  return (
    <>
      <Text c="dimmed" mb="xs">{review.manuscript}: {facts.join(" · ")}. An attribution is to be shared by {review.k}.</Text>
      <ul className="level-counts" aria-label="Remarks by level">
        {LEVELS.map((level) => <li key={level}><LevelName level={level} /> <strong>{review.counts[level] ?? 0}</strong></li>)}
      </ul>
      {standing.length === 0 ? (
        <Empty title="Nothing to remark">
          <Text>No check that could be asked had anything to say. It reads words and counts, not meaning.</Text>
        </Empty>
      ) : (
        <>
          <Title order={2} size="h4">First page</Title>
          <FirstPage review={review} />
          <Title order={2} size="h4" mt="xl" mb="xs">All remarks</Title>
          <AllRemarks remarks={standing} />
        </>
      )}
      <Unasked review={review} />
    </>
  );
}

/** What came of a check: the first page, every remark, and both as files. */
export default function ReviewScreen() {
  const { check = "" } = useParams();
  const navigate = useNavigate();
  const query = api.useQuery("get", "/api/manuscripts/{check}/review", { params: { path: { check } } }, { staleTime: Infinity });
  const address = `/api/manuscripts/${encodeURIComponent(check)}`;
  const discard = (): void => {
    throwAway(check).then(() => navigate("/manuscript"), tellRefusal);
  };
  return (
    <Page
      title="What was found in the manuscript"
      actions={
        query.data === undefined ? undefined : (
          <>
            <Button component="a" href={`${address}/commented.docx`} download variant="default" leftSection={<FileDown size={16} aria-hidden />}>
              With comments (.docx)
            </Button>
            <Button component="a" href={`${address}/review.json`} download variant="default" leftSection={<FileDown size={16} aria-hidden />}>
              As data (.json)
            </Button>
            <Button variant="default" onClick={discard} leftSection={<Trash2 size={16} aria-hidden />}>
              Throw away
            </Button>
          </>
        )
      }
    >
      <Answered query={query} what="Fetching what was found">
        {(review) => <Found review={review} />}
      </Answered>
      <Text size="sm" c="dimmed" mt="md">
        This is kept in the workbench’s memory only, and is gone when you throw it away, after an hour unused, or when the workbench ends.{" "}
        <Link to="/manuscript">Check another manuscript</Link>
      </Text>
    </Page>
  );
}
