import "./components/points.css";

import { Button, Chip, Group, Text, Title } from "@mantine/core";
import { FileDown } from "lucide-react";
import { useState } from "react";

import { api } from "@/api/client";
import { Page } from "@/shared/page/Page";
import { Answered, Empty } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";
import { LevelName, LEVELS } from "@/shared/review/LevelName";

import { LetStand } from "./components/LetStand";
import { PointLine } from "./components/PointLine";
import { firstPage, standing, type StudyReview } from "./model/points";

function FirstPage({ study, review }: { study: string; review: StudyReview }) {
  return firstPage(review).map(({ group, lines }) => (
    <section key={group} aria-label={group}>
      <Title order={3} size="h5" mb={4} mt="sm">{group.charAt(0).toUpperCase() + group.slice(1)}</Title>
      <ul className="remark-list">
        {lines.map((line) => <PointLine key={line.id} study={study} said={line.said} level={line.level} points={line.points} />)}
      </ul>
    </section>
  ));
}

function Every({ study, review }: { study: string; review: StudyReview }) {
  const [levels, setLevels] = useState<string[]>([]);
  const found = standing(review, levels);
  return (
    <section aria-labelledby="every-point">
      <Title order={2} size="h4" id="every-point" mt="xl" mb="xs">Every point</Title>
      <Chip.Group multiple value={levels} onChange={setLevels}>
        <Group gap="xs" mb="sm" role="group" aria-label="Levels to show">
          {LEVELS.map((level) => <Chip key={level} value={level} size="sm" variant="outline">{level} ({review.counts[level] ?? 0})</Chip>)}
        </Group>
      </Chip.Group>
      <ul className="remark-list">
        {found.map((point) => <PointLine key={point.key} study={study} said={point.said} level={point.level} points={[point]} />)}
      </ul>
    </section>
  );
}

function Unasked({ review }: { review: StudyReview }) {
  if (review.quiet.length === 0) return null;
  return (
    <section aria-labelledby="unasked">
      <Title order={2} size="h4" id="unasked" mt="xl" mb="xs">Not asked yet</Title>
      <ul className="quiet-checks">{review.quiet.map(({ check, why }) => <li key={check}>{check}: {why}</li>)}</ul>
    </section>
  );
}

function Found({ study, review }: { study: string; review: StudyReview }) {
  const found = standing(review, []);
  return (
    <>
      <ul className="level-counts" aria-label="Points by level">
        {LEVELS.map((level) => <li key={level}><LevelName level={level} /> <strong>{review.counts[level] ?? 0}</strong></li>)}
      </ul>
      {found.length === 0 ? (
        <Empty title="Nothing is asked">
          <Text>No check that could be asked has anything to say. A check keeps quiet until what it is about is marked ready.</Text>
        </Empty>
      ) : (
        <>
          <Title order={2} size="h4">First page</Title>
          <FirstPage study={study} review={review} />
          <Every study={study} review={review} />
        </>
      )}
      <LetStand study={study} review={review} />
      <Unasked review={review} />
    </>
  );
}

/** What a careful referee would ask of the study: the first page, every point, what was let stand and why. */
export default function StudyReviewScreen() {
  const study = useStudy();
  const query = api.useQuery("get", "/api/studies/{study}/review", { params: { path: { study } } });
  const address = `/api/studies/${encodeURIComponent(study)}/review/review.docx`;
  return (
    <Page
      title="Review"
      about="What a careful referee would ask of what is marked ready. It reads words and counts, not meaning."
      actions={
        <Button component="a" href={address} download="review.docx" variant="default" leftSection={<FileDown size={16} aria-hidden />}>
          As a document (.docx)
        </Button>
      }
    >
      <Answered query={query} what="Asking what a careful referee would ask">
        {(review) => <Found study={study} review={review} />}
      </Answered>
    </Page>
  );
}
