import { Badge, Button, Group, Radio, Textarea } from "@mantine/core";
import { useState } from "react";

import { usePast } from "@/api/past";
import { inFull } from "@/shared/page/when";
import { clock } from "@/shared/text/clock";

import type { Disagreement, Settling } from "../model/settled";

/** Some words that coders read differently: who chose what, the definitions, and the decision or the way to it. */
export function OneDisagreement({ study, round, item, onSettle }: { study: string; round: number; item: Disagreement; onSettle: (given: Settling) => void }) {
  const past = usePast(study);
  const [isAgain, setAgain] = useState(false);
  const { decision } = item;
  const place = [item.source, item.part === null ? "" : `turn ${String(item.part)}`, item.from_ms === null ? "" : clock(item.from_ms), item.speaker].filter((each) => each !== "").join(" · ");
  return (
    <li id={`disagreement ${item.item}`} tabIndex={-1} aria-label={`Disagreement ${String(item.number)}`}>
      <div className="round-head">
        <h2>{item.number}. {place}</h2>
        {item.difference !== null && <Badge variant="default">{item.difference}</Badge>}
        <Badge variant={item.standing === "settled" ? "default" : "light"}>{item.standing}</Badge>
      </div>
      <p className="words-around"><span>… {item.before}</span><mark>{item.words}</mark><span>{item.after} …</span></p>
      <dl className="readings">
        {item.readings.map((reading) => (
          <div key={reading.coder}><dt>{reading.coder}</dt><dd>{reading.chose === "" ? "has not read it" : reading.chose}{item.chosen.filter((each) => each.coder === reading.coder && each.note !== "").map((each) => <em key={each.coding}> “{each.note}”</em>)}</dd></div>
        ))}
      </dl>
      <details>
        <summary>Definitions</summary>
        <dl className="readings">
          {item.definitions.map((one) => (
            <div key={one.theme}><dt>{one.label}</dt><dd>{one.definition === "" ? "not defined" : one.definition}{one.include !== "" && ` Include: ${one.include}`}{one.exclude !== "" && ` Exclude: ${one.exclude}`}</dd></div>
          ))}
        </dl>
      </details>
      {decision !== null && <p className="decision"><b>{item.outcome}</b>, {decision.by}, {inFull(decision.at)}: {decision.reason}</p>}
      {past === null && decision !== null && !isAgain && <Group><Button size="compact-sm" variant="default" onClick={() => { setAgain(true); }}>Settle it otherwise</Button></Group>}
      {past === null && (decision === null || isAgain) && <Decide round={round} item={item} onSettle={(given) => { setAgain(false); onSettle(given); }} />}
    </li>
  );
}

function Decide({ round, item, onSettle }: { round: number; item: Disagreement; onSettle: (given: Settling) => void }) {
  const draft = `team.${String(round)}.${item.item}`;
  const [outcome, setOutcome] = useState("");
  const [reason, setReason] = useState(() => sessionStorage.getItem(draft) ?? "");
  const readers = item.readings.filter((reading) => reading.chose !== "").map((reading) => reading.coder);
  const settle = (): void => {
    sessionStorage.removeItem(draft);
    const adopt = outcome.startsWith("adopt ") ? outcome.slice("adopt ".length) : null;
    onSettle({ item: item.item, outcome: adopt === null ? (outcome as Settling["outcome"]) : "one reading adopted", reason: reason.trim(), adopt });
  };
  return (
    <form
      className="decide"
      onSubmit={(event) => {
        event.preventDefault();
        settle();
      }}
    >
      <Radio.Group label="How is it settled?" value={outcome} onChange={setOutcome}>
        <Group gap="md" mt={4}>
          {readers.map((coder) => <Radio key={coder} value={`adopt ${coder}`} label={`${coder}’s reading`} />)}
          <Radio value="both stand" label="Both stand" />
          <Radio value="definition changed" label="Definition changed" />
          <Radio value="deferred" label="Deferred" />
        </Group>
      </Radio.Group>
      <Textarea
        label="Why"
        autosize
        minRows={1}
        maxRows={6}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          sessionStorage.setItem(draft, event.currentTarget.value);
        }}
      />
      <Group><Button type="submit" size="compact-sm" disabled={outcome === "" || reason.trim() === ""}>Settle</Button></Group>
    </form>
  );
}
