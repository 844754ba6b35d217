import { Button, Menu } from "@mantine/core";
import { Download } from "lucide-react";
import { useEffect, useState } from "react";

import { dataOf, http, REQUEST_KEY } from "@/api/client";
import type { components } from "@/api/schema";
import { tell, tellRefusal } from "@/shared/page/tell";

type Form = components["schemas"]["ExportForm"];
type Paper = components["schemas"]["Paper"];

const FORMS: readonly { form: Form; label: string }[] = [
  { form: "xlsx", label: "Workbook (.xlsx)" },
  { form: "docx", label: "Document for printing (.docx)" },
  { form: "html", label: "Page (.html)" },
  { form: "csv", label: "Table (.csv)" },
];
const PAPERS: readonly Paper[] = ["A4", "A3"];
const LOOK_AGAIN_MS = 500;

/** Hands a finished file to the browser's downloads. */
function fetchFile(job: string): void {
  const link = document.createElement("a");
  link.href = `/api/jobs/${job}/file`;
  link.download = "";
  link.click();
}

/** Writes the chart that is on screen to a file, with pseudonyms and consent as every export keeps them. */
export function ExportMenu({ study, themes, group }: { study: string; themes: readonly number[]; group: readonly string[] }) {
  const [job, setJob] = useState<string | null>(null);
  const [comments, setComments] = useState(false);
  const [paper, setPaper] = useState<Paper>("A4");
  useEffect(() => {
    if (job === null) return undefined;
    const look = async (): Promise<void> => {
      const now = dataOf(await http.GET("/api/jobs/{job}", { params: { path: { job } } }));
      if (now.state === "waiting" || now.state === "running") return;
      setJob(null);
      if (now.state === "done") {
        fetchFile(job);
        tell("The chart is written. Words of people who have not agreed to be quoted are left out.");
      } else tellRefusal(new Error(now.problem?.detail ?? "the export was stopped"), "The chart was not written");
    };
    const timer = setInterval(() => {
      look().catch((error: unknown) => {
        setJob(null);
        tellRefusal(error, "The chart was not written");
      });
    }, LOOK_AGAIN_MS);
    return () => { clearInterval(timer); };
  }, [job]);
  const write = (form: Form): void => {
    http
      .POST("/api/studies/{study}/chart/export", {
        params: { path: { study } },
        headers: { [REQUEST_KEY]: crypto.randomUUID() },
        body: { form, themes: [...themes], group: [...group], comments, paper },
      })
      .then((answer) => { setJob(dataOf(answer).id); })
      .catch((error: unknown) => { tellRefusal(error, "The chart was not written"); });
  };
  return (
    <Menu position="bottom-end" width={270}>
      <Menu.Target>
        <Button size="compact-sm" variant="default" loading={job !== null} leftSection={<Download size={15} aria-hidden />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMS.map(({ form, label }) => (
          <Menu.Item key={form} onClick={() => { write(form); }}>{label}</Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.CheckboxItem checked={comments} onChange={setComments}>With the analyst’s comments</Menu.CheckboxItem>
        <Menu.Label>Paper</Menu.Label>
        <div role="group" aria-label="Paper">
          {PAPERS.map((each) => <Menu.RadioItem key={each} value={each} checked={each === paper} onChange={() => { setPaper(each); }}>{each}</Menu.RadioItem>)}
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}
