import "./report.css";

import { Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import { Download } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";

import { api } from "@/api/client";
import type { components } from "@/api/schema";
import { Page } from "@/shared/page/Page";
import { QuietTable } from "@/shared/page/QuietTable";
import { Answered } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";

import { TemplateEditor } from "./TemplateEditor";

type Outline = components["schemas"]["OutlineShown"];
type Section = components["schemas"]["SectionShown"];

const FORMS = [
  { ending: "docx", label: "Word" },
  { ending: "html", label: "Web page" },
  { ending: "md", label: "Markdown" },
] as const;

/** The report: what it would have in it, what of it a person has to write, its template, and the files. */
export default function ReportScreen() {
  const study = useStudy();
  const query = api.useQuery("get", "/api/studies/{study}/report", { params: { path: { study } } });
  const [isChanging, setChanging] = useState(false);
  return (
    <Page
      title="Report"
      about="Written from the study as it is. What only a person can know is asked for at its place."
      actions={
        <>
          <Button component={Link} to={`/s/${encodeURIComponent(study)}/history/audit`} variant="default">Audit trail</Button>
          <Button variant="default" onClick={() => { setChanging((was) => !was); }} aria-expanded={isChanging}>Change the template</Button>
        </>
      }
    >
      <Stack gap="lg">
        <Group gap="sm" role="group" aria-label="Download the report">
          {FORMS.map(({ ending, label }) => (
            <Button
              key={ending}
              component="a"
              href={`/api/studies/${encodeURIComponent(study)}/report/file?ending=${ending}`}
              download={`report.${ending}`}
              variant={ending === "docx" ? "filled" : "default"}
              leftSection={<Download size={16} aria-hidden />}
            >
              {label} (.{ending})
            </Button>
          ))}
        </Group>
        <Answered query={query} what="Writing the outline">
          {(outline) => (
            <>
              {isChanging && <TemplateEditor study={study} outline={outline} onDone={() => { setChanging(false); }} />}
              <Contents outline={outline} />
            </>
          )}
        </Answered>
      </Stack>
    </Page>
  );
}

function Contents({ outline }: { outline: Outline }) {
  const open = outline.sections.reduce((sum, section) => sum + section.to_write.length, 0);
  return (
    <div className="report-contents">
      <section aria-labelledby="report-sections">
        <Title order={2} size="h4" id="report-sections">{outline.title}</Title>
        <Text size="sm" c="dimmed">{open === 0 ? "Nothing is left to write by hand outside the checklists." : `${String(open)} places ask for words that only a person has.`}</Text>
        <ol className="report-sections">
          {outline.sections.map((section, at) => <SectionLine key={at} section={section} />)}
        </ol>
      </section>
      <section aria-label="Tables of the report">
        {outline.tables.map((table, at) => (
          <details key={at} className="report-table">
            <summary>{table.title} <Text span size="sm" c="dimmed">{table.values.length} rows</Text></summary>
            <div className="table-frame" tabIndex={0} role="region" aria-label={table.title}>
              <QuietTable table={table} />
            </div>
          </details>
        ))}
      </section>
    </div>
  );
}

/** Where the words of a section come from, for those that a screen of the study feeds. */
const FED_BY: Partial<Record<Section["section"], { to: string; label: string }>> = {
  sample: { to: "../sample", label: "Sample" },
  framework: { to: "../framework", label: "Framework" },
  charts: { to: "../chart", label: "Chart" },
};

/** Each prompt once, with how often it is asked. */
function gathered(prompts: readonly string[]): [string, number][] {
  const times = new Map<string, number>();
  for (const prompt of prompts) times.set(prompt, (times.get(prompt) ?? 0) + 1);
  return [...times];
}

function SectionLine({ section }: { section: Section }) {
  const fed = FED_BY[section.section];
  return (
    <li>
      <span className="report-heading">{section.heading}</span>{" "}
      <Text span size="sm" c="dimmed">{section.words === 0 ? "nothing yet" : `${section.words.toLocaleString("en-GB")} words`}</Text>
      {fed !== undefined && <Anchor component={Link} to={fed.to} size="sm" ml="xs">{fed.label}</Anchor>}
      {section.to_write.length > 0 && (
        <ul>
          {gathered(section.to_write).map(([prompt, times]) => <li key={prompt}><b>To write:</b> {prompt}{times > 1 && ` (${String(times)} places)`}</li>)}
        </ul>
      )}
    </li>
  );
}
