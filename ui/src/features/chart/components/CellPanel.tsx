import { Alert, Button, Group, SegmentedControl, Select, Text, Textarea, Title } from "@mantine/core";
import { useState, type RefObject } from "react";

import { said } from "@/shared/page/when";

import type { Blank, Cell, Evidence, EvidenceGiven, Place, State } from "../model/types";
import type { CellDeeds } from "../model/useChart";
import { AllSaid } from "./AllSaid";
import { CodedToCell, LinkedToSummary } from "./Extracts";
import { NewStatement, type After } from "./NewStatement";
import { StatementLine } from "./StatementLine";

const STATES: { value: State; label: string }[] = [
  { value: "draft", label: "draft" },
  { value: "charted", label: "charted" },
  { value: "reviewed", label: "reviewed" },
];
const BLANKS: Blank[] = ["not asked", "asked and nothing said", "not raised", "not applicable"];

type Mode = "coded" | "linked" | "said";

function Stale({ cell, place, deeds }: { cell: Cell; place: Place; deeds: CellDeeds }) {
  if (cell.stale.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" p="xs" mb="sm" title="To look at again">
      <Text size="sm" c="var(--mantine-color-text)">{cell.stale.join("; ")}.</Text>
      <Button size="compact-sm" variant="default" mt={6} onClick={() => { deeds.confirm.mutate(place); }}>
        Still right
      </Button>
    </Alert>
  );
}

function Standing({ cell, place, deeds }: { cell: Cell; place: Place; deeds: CellDeeds }) {
  const hasData = cell.statements.some((statement) => statement.layer !== "comment");
  return (
    <Group gap="xs" mb="sm">
      {cell.state === "returned" && <Text size="sm" fw={600}>returned</Text>}
      {(cell.rev > 0 || hasData) && (
        <SegmentedControl
          size="xs"
          aria-label="How far the cell is"
          data={STATES}
          value={cell.state}
          onChange={(state) => { deeds.mark.mutate({ ...place, state: state as State }); }}
        />
      )}
      {!hasData && (
        <Select
          size="xs"
          aria-label="Why the cell is empty"
          placeholder="empty because …"
          data={BLANKS}
          value={cell.blank}
          onChange={(reason) => { deeds.blank.mutate({ ...place, reason: reason as Blank | null }); }}
          clearable
        />
      )}
      <Text size="xs" c={cell.words > cell.budget ? "var(--t-warn-text)" : "dimmed"}>
        {cell.words} words{cell.words > cell.budget ? `; ${String(cell.budget)} usually do` : ""}
      </Text>
    </Group>
  );
}

function Questions({ cell, place, deeds }: { cell: Cell; place: Place; deeds: CellDeeds }) {
  const [question, setQuestion] = useState("");
  return (
    <section aria-label="Questions about the cell" style={{ marginTop: "1.25rem" }}>
      {cell.memos.map((memo) => (
        <div key={memo.k} style={{ marginBottom: "0.5rem" }}>
          <Text size="xs" c="dimmed">{memo.by}, {said(memo.at)}</Text>
          <Text size="sm">{memo.text}</Text>
        </div>
      ))}
      {cell.rev > 0 && (
        <>
          <Textarea
            size="xs"
            aria-label="Question to return the cell with"
            placeholder="A question to whoever charted it"
            value={question}
            onChange={(event) => { setQuestion(event.currentTarget.value); }}
            autosize
            minRows={1}
          />
          <Button
            size="compact-sm"
            variant="default"
            mt={6}
            disabled={question.trim() === ""}
            onClick={() => {
              deeds.mark.mutate({ ...place, state: "returned", question });
              setQuestion("");
            }}
          >
            Return with the question
          </Button>
        </>
      )}
    </section>
  );
}

/** The cell beside the grid: its statements above, and below them the words, in one of three modes. */
export function CellPanel({ study, cell, place, deeds, field, onLeave }: {
  study: string;
  cell: Cell;
  place: Place;
  deeds: CellDeeds;
  field: RefObject<HTMLTextAreaElement | null>;
  onLeave: (to: After) => void;
}) {
  const [mode, setMode] = useState<Mode>("coded");
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [stretches, setStretches] = useState<readonly EvidenceGiven[]>([]);
  const [lit, setLit] = useState<number | null>(null);
  const evidence: EvidenceGiven[] = [...[...ticked].map((coding) => ({ coding })), ...stretches];
  const clear = (): void => {
    setTicked(new Set());
    setStretches([]);
  };
  const attach = (k: number): void => {
    for (const each of evidence) deeds.link.mutate({ k, evidence: each });
    clear();
  };
  const open = (found: Evidence): void => {
    setLit(found.k);
    setMode("linked");
  };
  return (
    <>
      <Text size="sm" c="dimmed">{cell.case_name}{cell.wave_name === "" ? "" : `, ${cell.wave_name}`}</Text>
      <Title order={2} mb={4}>{cell.number} {cell.name}</Title>
      {cell.definition !== "" && <Text size="xs" c="dimmed" mb="xs">{cell.definition}</Text>}
      <Standing cell={cell} place={place} deeds={deeds} />
      <Stale cell={cell} place={place} deeds={deeds} />
      {cell.statements.map((statement, n) => (
        <StatementLine
          key={statement.k}
          statement={statement}
          n={n + 1}
          count={cell.statements.length}
          deeds={deeds}
          attach={evidence.length > 0 ? attach : null}
          onOpen={open}
        />
      ))}
      <NewStatement study={study} place={place} field={field} evidence={evidence} deeds={deeds} onKept={clear} onLeave={onLeave} />
      <SegmentedControl
        fullWidth
        size="xs"
        my="md"
        aria-label="Words beside the cell"
        data={[
          { value: "coded", label: `Coded here (${String(cell.segments.length)})` },
          { value: "linked", label: "Linked" },
          { value: "said", label: "All the case said" },
        ]}
        value={mode}
        onChange={(value) => { setMode(value as Mode); }}
      />
      {mode === "coded" && (
        <CodedToCell
          study={study}
          cell={cell}
          ticked={ticked}
          onTick={(segment) => {
            setTicked((known) => {
              const next = new Set(known);
              if (!next.delete(segment.coding)) next.add(segment.coding);
              return next;
            });
          }}
        />
      )}
      {mode === "linked" && <LinkedToSummary study={study} cell={cell} lit={lit} />}
      {mode === "said" && <AllSaid study={study} cell={cell} onLink={(stretch) => { setStretches((known) => [...known, stretch]); }} />}
      <Questions cell={cell} place={place} deeds={deeds} />
    </>
  );
}
