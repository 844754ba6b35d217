import { Alert, Button, Group, SegmentedControl, Select, Text, Textarea, Title } from "@mantine/core";
import { useEffect, useRef, useState, type RefObject } from "react";

import { isForOpenList } from "@/shared/page/openList";
import { Waiting } from "@/shared/page/States";
import { Changing, OnlyNow } from "@/shared/page/past";
import { said } from "@/shared/page/when";

import type { Blank, Cell, Evidence, EvidenceGiven, Place, Segment, State } from "../model/types";
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
    <Alert color="yellow" variant="light" p="xs" mb="sm" title="To look at again" styles={{ root: { background: "var(--t-warn-wash)" }, title: { color: "var(--t-warn-text)" } }}>
      <Text size="sm" c="var(--mantine-color-text)">{cell.stale.join("; ")}.</Text>
      <OnlyNow><Button size="compact-sm" variant="default" mt={6} onClick={() => { deeds.confirm.mutate(place); }}>
        Still right
      </Button></OnlyNow>
    </Alert>
  );
}

function Standing({ cell, place, deeds, asked, writing, onLeave }: {
  cell: Cell;
  place: Place;
  deeds: CellDeeds;
  /** How often the reasons were asked for here by a key; a reading that is slow does not lose the asking. */
  asked: number;
  /** Whether the reasons were asked for while writing, to go on writing in the next empty cell. */
  writing: boolean;
  onLeave: (to: After) => void;
}) {
  const reasons = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked === 0) return;
    reasons.current?.focus();
    reasons.current?.click();
  }, [asked]);
  const hasData = cell.statements.some((statement) => statement.layer !== "comment");
  return (
    <Group gap="xs" mb="sm">
      {cell.state === "returned" && <Text size="sm" fw={600}>returned</Text>}
      <Changing>
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
          ref={reasons}
          aria-label="Why the cell is empty"
          placeholder="empty because …"
          data={BLANKS}
          value={cell.blank}
          onKeyDown={(event) => { if (event.key === "Escape" && !isForOpenList(event)) onLeave("grid"); }}
          onChange={(reason) => {
            deeds.blank.mutate({ ...place, reason: reason as Blank | null });
            onLeave(writing && reason !== null ? "empty" : "grid");
          }}
          clearable
        />
      )}
      </Changing>
      {!hasData && cell.guide !== "" && <Text size="xs" c="dimmed">By the topic guide {cell.guide}.</Text>}
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
        <OnlyNow>
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
        </OnlyNow>
      )}
    </section>
  );
}

/** What stands above the field in which the next statement is written. */
function Above({ cell, place, deeds, asked, writing, attach, onOpen, onLeave }: {
  cell: Cell;
  place: Place;
  deeds: CellDeeds;
  asked: number;
  writing: boolean;
  attach: ((k: number) => void) | null;
  onOpen: (found: Evidence) => void;
  onLeave: (to: After) => void;
}) {
  return (
    <>
      {cell.definition !== "" && <Text size="xs" c="dimmed" mb="xs">{cell.definition}</Text>}
      <Standing cell={cell} place={place} deeds={deeds} asked={asked} writing={writing} onLeave={onLeave} />
      <Stale cell={cell} place={place} deeds={deeds} />
      {cell.statements.map((statement, n) => (
        <StatementLine key={statement.k} statement={statement} n={n + 1} count={cell.statements.length} deeds={deeds} attach={attach} onOpen={onOpen} />
      ))}
    </>
  );
}

/** The cell beside the grid: its statements above, and below them the words, in one of three modes. */
export function CellPanel({ study, heading, cell, glimpsed, place, deeds, field, begin, asked, onwards, onLeave }: {
  study: string;
  /** What the grid knows of the cell before it has been read. */
  heading: { row: string; column: string };
  /** Null until it has been read; writing does not wait for it. */
  cell: Cell | null;
  /** How many statements the grid knows of. */
  glimpsed: number;
  place: Place;
  deeds: CellDeeds;
  field: RefObject<HTMLTextAreaElement | null>;
  begin: boolean;
  asked: number;
  /** Whether the reasons were asked for from the field. */
  onwards: boolean;
  onLeave: (to: After) => void;
}) {
  const [chosen, setMode] = useState<Mode | null>(null);
  // Where nobody indexed the words that a cell rests on, they are what there is to see.
  const bare = cell !== null && cell.segments.length === 0 && cell.statements.some((statement) => statement.evidence.length > 0);
  const mode = chosen ?? (bare ? "linked" : "coded");
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
  const tick = (segment: Segment): void => {
    setTicked((known) => {
      const next = new Set(known);
      if (!next.delete(segment.coding)) next.add(segment.coding);
      return next;
    });
  };
  const all = (): void => {
    const segments = cell?.segments.map((segment) => segment.coding) ?? [];
    setTicked((known) => (known.size === segments.length ? new Set() : new Set(segments)));
  };
  const open = (found: Evidence): void => {
    setLit(found.k);
    setMode("linked");
  };
  const data = cell?.statements.filter((statement) => statement.layer !== "comment").length ?? glimpsed;
  const toField = (): void => { field.current?.focus({ preventScroll: true }); };
  return (
    <>
      <Text size="sm" c="dimmed">{heading.row}</Text>
      <Title order={2} mb={4}>{heading.column}</Title>
      {cell !== null && <Above cell={cell} place={place} deeds={deeds} asked={asked} writing={onwards} attach={evidence.length > 0 ? attach : null} onOpen={open} onLeave={onLeave} />}
      <OnlyNow><NewStatement study={study} place={place} field={field} begin={begin} said={cell?.statements ?? []} isEmpty={data === 0} evidence={evidence} deeds={deeds} onAll={all} onKept={clear} onLeave={onLeave} /></OnlyNow>
      {cell === null ? (
        <Waiting what="Reading the cell" />
      ) : (
        <div className="cell-words">
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
          {mode === "coded" && <CodedToCell study={study} cell={cell} ticked={ticked} onTick={tick} onAll={all} onBack={toField} />}
          {mode === "linked" && <LinkedToSummary study={study} cell={cell} lit={lit} />}
          {mode === "said" && <AllSaid study={study} cell={cell} chosen={stretches} onLink={(stretch) => { setStretches((known) => [...known, stretch]); toField(); }} />}
        </div>
      )}
      {cell !== null && <Questions cell={cell} place={place} deeds={deeds} />}
    </>
  );
}
