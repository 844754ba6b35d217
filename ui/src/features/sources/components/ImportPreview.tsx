import { Button, Group, Select, Text, TextInput, Title } from "@mantine/core";
import { useState } from "react";

import { counted } from "@/shared/page/when";

import { decided, rulesOf, type Decision, type Decisions } from "../model/labels";
import type { Brought, Kind, LabelLine, Role } from "../model/types";
import type { Import } from "../model/useImport";

const ROLES: Role[] = ["interviewer", "participant", "several voices", "unknown"];
const KINDS: Kind[] = ["interview", "focus group", "document", "field note", "survey answer"];

/** What became, or would become, of each file. */
export function Items({ items }: { items: Brought["items"] }) {
  return (
    <table className="quiet-table">
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col">What happens</th>
          <th scope="col">Kind</th>
          <th scope="col" className="number">Turns</th>
          <th scope="col" className="number">Timed</th>
          <th scope="col" className="number">Words</th>
          <th scope="col">To know</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.name}>
            <td className={item.name.length < 28 ? "unbroken" : undefined}>{item.name}</td>
            <td className="unbroken"><span className="outcome" data-outcome={item.outcome}>{item.outcome}</span></td>
            <td>{item.kind}</td>
            <td className="number">{item.turns === 0 ? "" : item.turns}</td>
            <td className="number">{item.timed === 0 ? "" : item.timed}</td>
            <td className="number">{item.words === 0 ? "" : item.words.toLocaleString("en-GB")}</td>
            <td>{[item.message, ...item.notices].filter((note) => note !== "").join("; ")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LabelRow({ line, decision, onDecide }: { line: LabelLine; decision: Decision; onDecide: (decision: Decision) => void }) {
  return (
    <tr>
      <td>
        <strong>{line.spellings}</strong>
        {line.proposed !== null && <Text size="xs" c="dimmed">proposed as {line.proposed}: speaks in every text, as nobody else does</Text>}
      </td>
      <td style={{ width: "11rem" }}>
        <Select
          size="xs"
          aria-label={`Who speaks under ${line.spellings}`}
          data={ROLES}
          value={decision.role}
          onChange={(role) => { onDecide({ ...decision, role: role as Role }); }}
          allowDeselect={false}
        />
      </td>
      <td style={{ width: "12rem" }}>
        <TextInput
          size="xs"
          aria-label={`Case of ${line.spellings}`}
          placeholder={decision.role === "participant" ? "named after the source" : ""}
          value={decision.case}
          onChange={(event) => { onDecide({ ...decision, case: event.currentTarget.value }); }}
        />
      </td>
      <td className="number">{line.texts}</td>
      <td className="number">{line.turns}</td>
      <td>{line.first_line}{line.first_line.length >= FIRST_LINE ? "…" : ""}</td>
    </tr>
  );
}

/** So many characters of the first line come at most. */
const FIRST_LINE = 120;

function LabelTable({ lines, decisions, onDecide }: {
  lines: readonly LabelLine[];
  decisions: Decisions;
  onDecide: (spellings: string, decision: Decision) => void;
}) {
  return (
    <section aria-labelledby="labels">
      <Title order={3} id="labels" mt="md" mb={4}>Who speaks</Title>
      <Text size="sm" c="dimmed" mb="xs">One table for the whole batch: every label that was found, in all its spellings.</Text>
      <table className="quiet-table">
        <thead>
          <tr>
            <th scope="col">Label</th>
            <th scope="col">Is</th>
            <th scope="col">Case</th>
            <th scope="col" className="number">Texts</th>
            <th scope="col" className="number">Turns</th>
            <th scope="col">First line</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <LabelRow key={line.spellings} line={line} decision={decided(line, decisions)} onDecide={(decision) => { onDecide(line.spellings, decision); }} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What was recognised in a batch, to be put right before anything is written. */
export function ImportPreview({ found, batch, waves }: { found: Brought; batch: Import; waves: readonly string[] }) {
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const [kind, setKind] = useState<string | null>(null);
  const [wave, setWave] = useState("");
  const coming = found.items.filter((item) => item.outcome === "would come in").length;
  const duplicates = found.items.filter((item) => item.outcome === "duplicate").length;
  const bring = (again: boolean): void => {
    batch.bring({
      labels: rulesOf(found.labels, decisions),
      kind: kind as Kind | null,
      wave: wave.trim() === "" ? null : wave.trim(),
      again,
    });
  };
  return (
    <section className="import-box" aria-label="What was recognised">
      <Group justify="space-between" align="flex-end" mb="sm">
        <Title order={2}>{counted(coming, "source")} would come in</Title>
        <Group gap="xs" align="flex-end">
          <Select size="xs" label="Kind" placeholder="as recognised" data={KINDS} value={kind} onChange={setKind} clearable w={150} />
          <TextInput size="xs" label="Wave" placeholder={waves[0] === undefined ? "none" : `such as ${waves[0]}`} value={wave} onChange={(event) => { setWave(event.currentTarget.value); }} w={150} />
          <Button variant="default" onClick={batch.clear}>Leave it</Button>
          {duplicates > 0 && <Button variant="default" onClick={() => { bring(true); }}>With the {counted(duplicates, "duplicate")}</Button>}
          <Button onClick={() => { bring(false); }} disabled={coming === 0}>Bring in {coming}</Button>
        </Group>
      </Group>
      <Items items={found.items} />
      {found.labels.length > 0 && (
        <LabelTable
          lines={found.labels}
          decisions={decisions}
          onDecide={(spellings, decision) => { setDecisions((known) => new Map(known).set(spellings, decision)); }}
        />
      )}
    </section>
  );
}
