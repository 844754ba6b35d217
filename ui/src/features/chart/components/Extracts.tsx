import { Checkbox, Text } from "@mantine/core";
import type { KeyboardEvent } from "react";
import { Link } from "react-router";

import { Changing, OnlyNow } from "@/shared/page/past";
import { wordsWay } from "@/shared/text/ways";

import type { Cell, Evidence, Segment } from "../model/types";

function place(study: string, source: number, start: number | null, end: number | null): string {
  const way = start === null || end === null ? `read/${String(source)}` : wordsWay({ source, start, end });
  return `/s/${encodeURIComponent(study)}/${way}`;
}

/** ↓ and ↑ go from one to the next, Space ticks, Enter and Escape go back to the field. */
function step(event: KeyboardEvent<HTMLElement>, onBack: () => void): void {
  const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type="checkbox"]')];
  const at = boxes.findIndex((box) => box === event.target);
  if (at === -1) return;
  if (event.key === "Enter" || event.key === "Escape" || (event.key === "ArrowUp" && at === 0)) onBack();
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") boxes[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  else return;
  event.preventDefault();
}

/** What is coded to the cell; ticked segments are what the next statement, or a chosen one, is to rest on. */
export function CodedToCell({ study, cell, ticked, onTick, onAll, onBack }: {
  study: string;
  cell: Cell;
  ticked: ReadonlySet<number>;
  onTick: (segment: Segment) => void;
  onAll: () => void;
  /** Goes back to the field in which the statement is written. */
  onBack: () => void;
}) {
  if (cell.segments.length === 0) return <Text size="sm" c="dimmed">Nothing of this case is indexed under this theme.</Text>;
  const all = cell.segments.length > 1 && (
    <OnlyNow><Checkbox
      size="xs"
      mb="xs"
      checked={ticked.size === cell.segments.length}
      indeterminate={ticked.size > 0 && ticked.size < cell.segments.length}
      onChange={onAll}
      label={<>All of them <span className="keys">Alt+A</span></>}
    /></OnlyNow>
  );
  const each = cell.segments.map((segment) => (
    <div key={segment.coding} className="cell-extract" data-open={!segment.summarised}>
      <Changing><Checkbox
        size="xs"
        checked={ticked.has(segment.coding)}
        onChange={() => { onTick(segment); }}
        label={<>
          {segment.source_name}, {segment.reference}{segment.summarised ? "" : " · not summarised yet"}
        </>}
      /></Changing>
      <blockquote style={{ marginLeft: 0 }}>{segment.words}</blockquote>
      {segment.note !== "" && <Text size="xs" c="dimmed">Note: {segment.note}</Text>}
      <Link to={place(study, segment.source, segment.start, segment.end)}>Open in the transcript</Link>
    </div>
  ));
  return <div onKeyDown={(event) => { step(event, onBack); }}>{all}{each}</div>;
}

/** What the cell's statements rest on, with the words. */
export function LinkedToSummary({ study, cell, lit }: { study: string; cell: Cell; lit: number | null }) {
  const linked = cell.statements.flatMap((statement, n) => statement.evidence.map((evidence) => ({ evidence, n: n + 1, text: statement.text })));
  if (linked.length === 0) return <Text size="sm" c="dimmed">No statement rests on anything yet.</Text>;
  return linked.map(({ evidence, n }) => <Rests key={evidence.k} study={study} evidence={evidence} n={n} lit={evidence.k === lit} />);
}

function Rests({ study, evidence, n, lit }: { study: string; evidence: Evidence; n: number; lit: boolean }) {
  return (
    <div className="cell-extract" data-open={false} style={lit ? { background: "var(--t-selected)" } : undefined}>
      <Text size="xs" c="dimmed">
        Statement {n} · {evidence.source_name === "" ? "" : `${evidence.source_name}, `}{evidence.reference || "all that is coded to the cell"}{evidence.star ? " · starred" : ""}
      </Text>
      {evidence.words !== "" && <blockquote style={{ marginLeft: 0 }}>{evidence.words}</blockquote>}
      {evidence.source !== null && <Link to={place(study, evidence.source, evidence.start, evidence.end)}>Open in the transcript</Link>}
    </div>
  );
}
