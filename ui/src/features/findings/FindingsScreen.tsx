import { Button, Group, Text, Title } from "@mantine/core";
import { Download, Plus } from "lucide-react";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";

import { useCommands } from "@/shared/commands/commands";
import { usePageTitle } from "@/shared/page/Page";
import { Answered, Empty } from "@/shared/page/States";
import { OnlyNow } from "@/shared/page/past";
import { useStudy } from "@/shared/page/useStudyName";

import { FindingList } from "./components/FindingList";
import { FindingPage } from "./components/FindingPage";
import { NewFinding } from "./components/NewFinding";
import { useFindings } from "./model/useFindings";
import "./components/findings.css";

/** What the study claims: the list, and one finding with its cases, its evidence, and the search for cases against it. */
export default function FindingsScreen() {
  const study = useStudy();
  const navigate = useNavigate();
  const chosen = Number(useParams()["finding"] ?? "0");
  const [isNew, setNew] = useState(false);
  const { query, add } = useFindings(study);
  const to = (k: number): void => { void navigate(`/s/${encodeURIComponent(study)}/findings/${String(k)}`); };
  usePageTitle("Findings");
  useCommands([{ id: "findings.new", label: "Write a finding", group: "Findings", keys: "n", changes: true, run: () => { setNew(true); } }], []);
  return (
    <div className="findings">
      <header className="findings-head">
        <Title order={1}>Findings</Title>
        <Group gap="xs" ml="auto">
          <OnlyNow><Button size="compact-sm" leftSection={<Plus size={14} aria-hidden />} onClick={() => { setNew(true); }}>Write a finding</Button></OnlyNow>
        </Group>
      </header>
      <NewFinding study={study} isOpen={isNew} onClose={() => { setNew(false); }} add={add} onMade={to} />
      <Answered query={query} what="Reading the findings">
        {(lines) =>
          lines.length === 0 ? (
            <div className="findings-none">
              <Empty title="No findings yet">
                <Text>A finding is a claim of the study: whom it speaks of, which words it rests on, how each case stands to it, and who looked for cases against it.</Text>
                <Text c="dimmed" size="sm"><Download size={13} aria-hidden /> Findings also come in from a file: trellis finding import.</Text>
              </Empty>
            </div>
          ) : (
            <div className="findings-body">
              <FindingList study={study} lines={lines} chosen={chosen === 0 ? (lines[0]?.k ?? 0) : chosen} />
              <FindingPage key={chosen === 0 ? lines[0]?.k : chosen} study={study} finding={chosen === 0 ? (lines[0]?.k ?? 0) : chosen} lines={lines} />
            </div>
          )
        }
      </Answered>
    </div>
  );
}
