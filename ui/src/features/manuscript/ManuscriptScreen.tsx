import { Button, Group, NumberInput, Text } from "@mantine/core";
import { useCallback, useState } from "react";
import { useNavigate } from "react-router";

import type { Found } from "@/shared/files/dropped";
import { Page } from "@/shared/page/Page";
import { Refused } from "@/shared/page/States";

import { FileArea } from "./components/FileArea";
import { Going } from "./components/Going";
import { useCheck } from "./model/useCheck";

const TEXTS = ".docx,.odt,.md,.html,.pdf,.rtf,.txt";

/** Where a manuscript, its transcripts and its sample sheet are given to be checked; no study is needed. */
export default function ManuscriptScreen() {
  const navigate = useNavigate();
  const onDone = useCallback((check: string) => void navigate(`/manuscript/${check}`), [navigate]);
  const check = useCheck(onDone);
  const [manuscript, setManuscript] = useState<readonly Found[]>([]);
  const [transcripts, setTranscripts] = useState<readonly Found[]>([]);
  const [sample, setSample] = useState<readonly Found[]>([]);
  const [k, setK] = useState(2);
  const { stage, job } = check;
  const running = stage.at === "sending" || stage.at === "checking";
  const ready = manuscript.length > 0 && transcripts.length > 0;
  const begin = (): void => {
    check.begin({ manuscript: manuscript[0] ?? null, transcripts, sample: sample[0] ?? null, k });
  };
  return (
    <Page title="Check a manuscript" about="What a careful referee would ask of a draft, from its transcripts and the sheet of who took part. No study is needed.">
      <div className="file-areas">
        <FileArea title="Manuscript" about="The draft: .docx .odt .md .html .pdf .rtf .txt" accept={TEXTS} files={manuscript} onFiles={setManuscript} />
        <FileArea title="Transcripts" about="All that it quotes: .docx .odt .rtf .txt .md .html .pdf .vtt .srt, or a folder of them" several files={transcripts} onFiles={setTranscripts} />
        <FileArea
          title="Sample sheet"
          about="Optional: .csv or .xlsx, a row for each participant. Without it, nothing is asked about people."
          accept=".csv,.xlsx,.xlsm,.tsv"
          files={sample}
          onFiles={setSample}
        />
      </div>
      <Group align="end">
        <NumberInput
          label="People who must share an attribution"
          description="Fewer, and somebody could be recognised by it"
          value={k}
          onChange={(value) => { setK(typeof value === "number" ? value : 2); }}
          min={1}
          max={100}
          allowDecimal={false}
          hideControls
        />
        <Button onClick={begin} disabled={!ready || running}>
          Check the manuscript
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mt="xs">
        The files stay on this machine: they are held in memory while they are checked, never written to disk, and then thrown away.
      </Text>
      {stage.at === "sending" && <Going what="Taking files in" done={stage.done} total={stage.total} detail={stage.name} onStop={check.stop} />}
      {stage.at === "checking" && <Going what="Reading transcripts" done={job?.done ?? 0} total={job?.total ?? 0} detail={job?.step ?? ""} onStop={check.stop} />}
      {stage.at === "stopped" && <Text role="status" mt="md">Stopped. The files were thrown away; those chosen above can be checked again.</Text>}
      {stage.at === "failed" && <div style={{ marginTop: "1rem" }}><Refused error={stage.error} title="The manuscript could not be checked" /></div>}
    </Page>
  );
}
