import { Alert, Button, Group, Text, Title } from "@mantine/core";
import { Trash2 } from "lucide-react";
import { useNavigate } from "react-router";

import { Answered } from "@/shared/page/States";
import { OnlyNow } from "@/shared/page/past";

import type { Line } from "../model/types";
import { useFinding } from "../model/useFindings";
import { CaseLists } from "./CaseLists";
import { Claim } from "./Claim";
import { Counter } from "./Counter";
import { EvidencePanel } from "./EvidencePanel";
import { SpeaksOf } from "./SpeaksOf";

/** One finding: the claim above, its cases beside its evidence, and the search for cases against it below. */
export function FindingPage({ study, finding, lines }: { study: string; finding: number; lines: readonly Line[] }) {
  const deeds = useFinding(study, finding);
  const navigate = useNavigate();
  return (
    <section className="finding-page" aria-label="The finding">
      <Answered query={deeds.query} what="Reading the finding">
        {(found) => (
          <>
            <Claim study={study} finding={found} deeds={deeds} />
            {found.line.stale.length > 0 && (
              <Alert color="yellow" variant="light" title="What it rests on changed" mb="sm">
                <Text size="sm" c="var(--mantine-color-text)">{found.line.stale.join("; ")}.</Text>
                <OnlyNow><Button size="compact-sm" variant="default" mt={6} onClick={() => { deeds.confirm.mutate(undefined); }}>It still holds</Button></OnlyNow>
              </Alert>
            )}
            {found.line.wanting.length > 0 && (
              <ul className="finding-wanting" aria-label="What it wants">{found.line.wanting.map((one) => <li key={one}>{one}</li>)}</ul>
            )}
            <SpeaksOf study={study} finding={found} lines={lines} deeds={deeds} />
            <div className="finding-columns">
              <section aria-labelledby="finding-cases">
                <Title order={2} id="finding-cases">Cases <Text span c="dimmed" size="sm" fw={400}>{found.line.base} asked</Text></Title>
                <CaseLists study={study} finding={found} deeds={deeds} />
              </section>
              <section aria-labelledby="finding-evidence">
                <Title order={2} id="finding-evidence">Evidence</Title>
                <EvidencePanel study={study} finding={found} deeds={deeds} />
              </section>
            </div>
            <Counter finding={found} deeds={deeds} />
            <OnlyNow><Group justify="flex-end" mt="lg">
              <Button size="compact-sm" variant="subtle" color="gray" leftSection={<Trash2 size={14} aria-hidden />} onClick={() => { deeds.remove.mutate(undefined, { onSuccess: () => { void navigate(`/s/${encodeURIComponent(study)}/findings`); } }); }}>Remove this finding</Button>
            </Group></OnlyNow>
          </>
        )}
      </Answered>
    </section>
  );
}
