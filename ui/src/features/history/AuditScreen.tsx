import "./audit.css";

import { Button, Stack, Text, Title } from "@mantine/core";
import { Download } from "lucide-react";
import { Link } from "react-router";

import { api } from "@/api/client";
import type { components } from "@/api/schema";
import { Page } from "@/shared/page/Page";
import { QuietTable } from "@/shared/page/QuietTable";
import { Answered } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";
import { counted } from "@/shared/page/when";

type Table = components["schemas"]["TableShown"];

/** The audit trail that a reviewer reads: what the document will hold, section by section, and the document. */
export default function AuditScreen() {
  const study = useStudy();
  const query = api.useQuery("get", "/api/studies/{study}/audit", { params: { path: { study } } });
  return (
    <Page
      title="Audit trail"
      about="How the study came to be, in a few pages for a reviewer. Every single change is in the history."
      actions={
        <>
          <Button component={Link} to={`/s/${encodeURIComponent(study)}/history`} variant="default">History</Button>
          <Button component="a" href={`/api/studies/${encodeURIComponent(study)}/audit/file`} download="audit.docx" leftSection={<Download size={16} aria-hidden />}>Word (.docx)</Button>
        </>
      }
    >
      <Answered query={query} what="Reading the history">
        {(trail) => (
          <Stack gap="md" maw="72rem">
            <div>
              <Text size="sm" c="dimmed">{trail.note}</Text>
              <Text size="sm" c="dimmed" className="audit-head">Head of the history: {trail.head}</Text>
            </div>
            {trail.sections.map((section) => <Section key={section.title} section={section} />)}
          </Stack>
        )}
      </Answered>
    </Page>
  );
}

function Section({ section }: { section: Table }) {
  const id = `audit-${section.title.toLowerCase().replaceAll(/[^a-z]+/g, "-")}`;
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h4">
        <span id={id}>{section.title}</span> {section.values.length > 0 && <Text span size="sm" c="dimmed">{counted(section.values.length, "row")}</Text>}
      </Title>
      {section.values.length === 0 ? <Text size="sm" c="dimmed">none</Text> : (
        <div className="audit-table" tabIndex={0} role="region" aria-label={`Table: ${section.title}`}>
          <QuietTable table={section} />
        </div>
      )}
    </section>
  );
}
