import { memo } from "react";

import { gapInWords, type Gap, type Glimpse } from "../model/grid";
import type { Shown } from "../model/useChart";
import type { Height } from "./Grid";

const MARK: Readonly<Record<Glimpse["state"], string>> = {
  uncharted: "",
  draft: "draft",
  charted: "",
  returned: "returned",
  reviewed: "reviewed",
};

/** What a screen reader hears of a cell before its words. */
function spoken(seen: Glimpse): string {
  const words = [seen.blank === null ? seen.state : `blank: ${seen.blank}`];
  if (seen.stale) words.push("to look at again");
  if (seen.indexed > 0) words.push(`${String(seen.indexed)} indexed`);
  return words.join(", ");
}

function Lines({ statements, first }: { statements: readonly Shown[] | undefined; first: string }) {
  if (statements === undefined) return <span className="cell-line">{first}</span>;
  return statements.map((statement, n) => (
    // Lines have no key of their own here; their order is what they are.
    <span key={n} className="cell-line" data-layer={statement.layer}>
      {statement.layer === "verbatim" ? `“${statement.text}”` : statement.text}
      {statement.evidence > 0 && <sup className="cell-evidence">{statement.evidence}{statement.stars > 0 ? "*" : ""}</sup>}
    </span>
  ));
}

function Notes({ seen }: { seen: Glimpse }) {
  const waiting = seen.statements === 0 && seen.blank === null && seen.indexed > 0;
  return (
    <span className="cell-notes" aria-hidden>
      {seen.stale && <span className="cell-note" data-kind="stale">look again</span>}
      {MARK[seen.state] !== "" && <span className="cell-note" data-kind={seen.state}>{MARK[seen.state]}</span>}
      {waiting && <span className="cell-note" data-kind="waiting">{seen.indexed} indexed</span>}
    </span>
  );
}

export interface CellBoxProps {
  id: string;
  colindex: number;
  /** How many columns it goes across. */
  wide: number;
  at: { left: number; width: number; height: number };
  active: boolean;
  /** Whether it is chosen with others. */
  chosen: boolean;
  /** null: a folded theme, or a wave in which the case has no row. */
  seen: Glimpse | null;
  /** Why the case has no cell here, null where it has one. */
  gap: Gap | null;
  statements: readonly Shown[] | undefined;
  height: Height;
  /** `also`: with what lies between it and where the choice began. */
  onGo: (also: boolean) => void;
  onWrite: () => void;
}

/** One cell of the grid: its statements as far as they fit, and marks that say how far it is. */
export const CellBox = memo(function CellBox({ id, colindex, wide, at, active, chosen, seen, gap, statements, height, onGo, onWrite }: CellBoxProps) {
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={colindex}
      aria-colspan={wide > 1 ? wide : undefined}
      aria-selected={active || chosen}
      data-chosen={chosen}
      className="cell"
      data-active={active}
      data-blank={seen?.blank !== null && seen !== null}
      data-height={height}
      data-gap={gap !== null}
      title={gap === null ? undefined : gapInWords(gap)}
      style={at}
      onClick={(event) => { onGo(event.shiftKey); }}
      onDoubleClick={onWrite}
    >
      {gap !== null && <em className="cell-blank">{gap.status}</em>}
      {seen !== null && (
        <>
          <span className="vh">{spoken(seen)}. </span>
          {seen.blank === null ? <span className="cell-lines"><Lines statements={seen.statements === 0 ? [] : statements} first={seen.words} /></span> : <em className="cell-blank">{seen.blank}</em>}
          <Notes seen={seen} />
        </>
      )}
    </div>
  );
}, same);

/** Whether a cell would look the same; its calls are bound to the place, which its id names. */
function same(before: CellBoxProps, after: CellBoxProps): boolean {
  return (
    before.id === after.id &&
    before.active === after.active &&
    before.chosen === after.chosen &&
    before.gap?.status === after.gap?.status &&
    before.gap?.reason === after.gap?.reason &&
    before.height === after.height &&
    before.statements === after.statements &&
    before.at.left === after.at.left &&
    before.at.width === after.at.width &&
    before.at.height === after.at.height &&
    sameGlimpse(before.seen, after.seen)
  );
}

function sameGlimpse(before: Glimpse | null, after: Glimpse | null): boolean {
  if (before === null || after === null) return before === after;
  return (Object.keys(before) as (keyof Glimpse)[]).every((name) => before[name] === after[name]);
}
