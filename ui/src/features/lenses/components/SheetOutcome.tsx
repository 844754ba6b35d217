import { Button, Group, Modal, Select, Stack, Text, Textarea } from "@mantine/core";
import { Check, CircleDashed, X } from "lucide-react";
import { useState } from "react";

import { Problem } from "@/api/problem";
import { Conflict } from "@/shared/page/Conflict";
import { Refused } from "@/shared/page/States";
import { OnlyNow } from "@/shared/page/past";

import type { Lens, Sheet, Unit } from "../model/types";
import type { LensDeeds as Deeds } from "../model/useLens";

const MARK = { met: Check, open: CircleDashed, "not met": X } as const;

function Override({ lens, sheet, at, deeds, onClose }: { lens: Lens; sheet: Sheet; at: { unit: string; kind: string; wave: string }; deeds: Deeds; onClose: () => void }) {
  const [outcome, setOutcome] = useState<string | null>(null);
  const [reason, setReason] = useState(sheet.unit.override);
  const { otherwise } = lens.lens.rule;
  const data = [...lens.lens.outcomes.map((each) => ({ value: each.id, label: each.label })), { value: otherwise, label: otherwise }, { value: "indeterminate", label: "indeterminate" }];
  // What stood there when this was opened, not what came in meanwhile.
  const [rev, setRev] = useState(sheet.unit.override_rev);
  const { error } = deeds.override;
  const theirs = error instanceof Problem && error.slug === "outdated" ? { now: error.current as Unit | null } : null;
  const send = (given: string, why: string, on = rev): void => {
    setRev(on);
    deeds.override.mutate({ unit: at.unit, kind: at.kind, wave: at.wave === "" ? null : at.wave, outcome: given, reason: why, rev: on }, { onSuccess: onClose });
  };
  return (
    <Modal opened onClose={onClose} title="Override the outcome" closeButtonProps={{ "aria-label": "Close" }}>
      <Stack gap="sm">
        <Text size="sm">What follows from the judgements is “{sheet.unit.derived}”. An override stands in its place, with its reason, wherever the outcome is shown or printed.</Text>
        <Select label="Outcome" data={data} value={outcome} onChange={setOutcome} />
        <Textarea label="Reason" autosize minRows={2} value={reason} onChange={(event) => { setReason(event.currentTarget.value); }} />
        {error !== null && theirs === null && <Refused error={error} />}
        {theirs !== null && (
          <Conflict
            what="override" theirs={theirs.now === null ? "taken away" : `${theirs.now.outcome}: ${theirs.now.override}`} mine={`${outcome ?? "derived"}: ${reason}`}
            onMine={() => { send(outcome ?? "", reason, theirs.now?.override_rev ?? 0); }} onTheirs={() => { deeds.override.reset(); onClose(); }}
          />
        )}
        <Group justify="flex-end" gap="xs">
          {sheet.unit.override !== "" && <Button variant="default" onClick={() => { send("", ""); }}>Take the override away</Button>}
          <Button disabled={outcome === null || reason.trim() === ""} onClick={() => { send(outcome ?? "", reason); }}>Override</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** What comes out for the unit as it is judged now: the outcome, and of each one what is met, open and not met. */
export function SheetOutcome({ lens, sheet, at, deeds, busy }: { lens: Lens; sheet: Sheet; at: { unit: string; kind: string; wave: string }; deeds: Deeds; busy: boolean }) {
  const [overriding, setOverriding] = useState(false);
  const { unit } = sheet;
  return (
    <section className="sheet-outcome" aria-label="What comes out">
      <Group justify="space-between" align="baseline">
        <p className="outcome-line" aria-live="polite">{unit.name}{unit.wave !== "" && ` (${unit.wave})`}: <strong>{unit.outcome}</strong>{busy && <span className="lens-busy"> · being worked out again</span>}</p>
        <OnlyNow><Button size="compact-sm" variant="default" onClick={() => { setOverriding(true); }}>Override …</Button></OnlyNow>
      </Group>
      {unit.override !== "" && <p className="lens-mark">Overridden; derived is “{unit.derived}”. {unit.override}</p>}
      {unit.uncharted && <p className="lens-mark">Nothing is charted here: this is judged before the chart.</p>}
      {sheet.weighed.length > 0 && (
        <details open>
          <summary>Criterion by criterion</summary>
          <div className="weighed">
            {sheet.weighed.map((outcome) => (
              <div key={outcome.outcome} data-state={outcome.state}>
                <Text size="sm" fw={600}>{outcome.label} <span className="state-word">{outcome.state === "met" ? "holds" : outcome.state === "open" ? "open" : "cannot hold"}</span></Text>
                <ul>
                  {outcome.criteria.map((criterion) => {
                    const Mark = MARK[criterion.state as keyof typeof MARK];
                    return <li key={criterion.text} data-state={criterion.state}><Mark size={14} aria-hidden /> <span>{criterion.text} <span className="state-word">{criterion.state}{criterion.found !== "" && criterion.state !== "met" && `: ${criterion.found}`}</span></span></li>;
                  })}
                </ul>
              </div>
            ))}
          </div>
        </details>
      )}
      {unit.rests.length > 0 && (
        <details>
          <summary>What it rests on ({unit.rests.length})</summary>
          <ul className="rests-list">{unit.rests.map((each) => <li key={each}>{each}</li>)}</ul>
        </details>
      )}
      {overriding && <Override lens={lens} sheet={sheet} at={at} deeds={deeds} onClose={() => { setOverriding(false); }} />}
    </section>
  );
}
