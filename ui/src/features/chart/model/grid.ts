/** The matrix as the screen moves about in it: lines, columns, cells. Pure. */

import type { Blank, Column, Place, Row, Skeleton, State } from "./types";

/** A line of the grid: a head over the rows of a group, or a row itself (its place among the skeleton's rows). */
export type Line = { kind: "group"; label: string; count: number } | { kind: "row"; row: Row; at: number };

/** A column of the grid: a sub-theme (its place among the skeleton's columns), or a main theme that is folded up. */
export type GridColumn =
  | { kind: "column"; column: Column; at: number; main: number }
  | { kind: "folded"; main: number; number: string; name: string; count: number };

/** What a grid knows of a cell before it has read its statements. */
export interface Glimpse {
  rev: number;
  state: State;
  blank: Blank | null;
  statements: number;
  indexed: number;
  stale: boolean;
  words: string;
}

const NOTHING: Glimpse = { rev: 0, state: "uncharted", blank: null, statements: 0, indexed: 0, stale: false, words: "" };

/** What rows can be narrowed to: those with a cell in a state, or with one to look at again. */
export type Kept = State | "look again";

function hasOne(skeleton: Skeleton, row: number, kept: ReadonlySet<string>): boolean {
  const { first, state, stale } = skeleton.cells;
  for (let at = first[row] ?? 0; at < (first[row + 1] ?? 0); at += 1) {
    if (kept.has(skeleton.states[state[at] ?? 0] ?? "")) return true;
    if (stale[at] === 1 && kept.has("look again")) return true;
  }
  return false;
}

/** The rows with a head over each group; without grouping just the rows. kept: only rows with such a cell; none: all. */
export function linesOf(skeleton: Skeleton, kept: ReadonlySet<string> = new Set()): Line[] {
  const lines: Line[] = [];
  let label: string | null = null;
  skeleton.rows.forEach((row, at) => {
    if (kept.size > 0 && !hasOne(skeleton, at, kept)) return;
    const here = row.groups.map((value) => (value === "" ? "not known" : value)).join(" · ");
    if (skeleton.grouping.length > 0 && here !== label) {
      const count = skeleton.rows.filter((other) => other.groups.join("\n") === row.groups.join("\n")).length;
      lines.push({ kind: "group", label: here, count });
      label = here;
    }
    lines.push({ kind: "row", row, at });
  });
  return lines;
}

/** The columns from left to right, folded main themes as one each. */
export function columnsOf(skeleton: Skeleton, folded: ReadonlySet<number>): GridColumn[] {
  const columns: GridColumn[] = [];
  let at = 0;
  for (const theme of skeleton.themes) {
    if (folded.has(theme.theme)) {
      columns.push({ kind: "folded", main: theme.theme, number: theme.number, name: theme.name, count: theme.columns.length });
      at += theme.columns.length;
      continue;
    }
    for (const column of theme.columns) {
      columns.push({ kind: "column", column, at, main: theme.theme });
      at += 1;
    }
  }
  return columns;
}

/** The place of a cell in the skeleton's columns of cells; -1 where nothing is in it. */
function positionOf(skeleton: Skeleton, row: number, column: number): number {
  const { first, column: columns } = skeleton.cells;
  let low = first[row] ?? 0;
  let high = first[row + 1] ?? low;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((columns[middle] ?? 0) < column) low = middle + 1;
    else high = middle;
  }
  return low < (first[row + 1] ?? 0) && columns[low] === column ? low : -1;
}

/** What is known of a cell by its row and column in the skeleton. */
export function glimpse(skeleton: Skeleton, row: number, column: number): Glimpse {
  const at = positionOf(skeleton, row, column);
  if (at < 0) return NOTHING;
  const { cells } = skeleton;
  return {
    rev: cells.rev[at] ?? 0,
    state: skeleton.states[cells.state[at] ?? 0] ?? "uncharted",
    blank: skeleton.blanks[cells.blank[at] ?? 0] ?? null,
    statements: cells.statements[at] ?? 0,
    indexed: cells.indexed[at] ?? 0,
    stale: cells.stale[at] === 1,
    words: cells.words[at] ?? "",
  };
}

/** A position in the grid: line and column. */
export interface Spot {
  line: number;
  column: number;
}

const PAGE_LINES = 6;

function rowAt(lines: readonly Line[], from: number, step: number): number {
  let at = Math.max(0, Math.min(lines.length - 1, from));
  while (lines[at]?.kind === "group" && at + step >= 0 && at + step < lines.length) at += step;
  if (lines[at]?.kind === "group") return rowAt(lines, at, -step);
  return at;
}

/** Where a key takes the cursor (WAI-ARIA grid pattern); null for a key that does not move it. */
export function moved(spot: Spot, key: string, ctrl: boolean, lines: readonly Line[], columns: number): Spot | null {
  const inRow = (column: number): Spot => ({ line: spot.line, column: Math.max(0, Math.min(columns - 1, column)) });
  const inColumn = (line: number, step: number): Spot => ({ line: rowAt(lines, line, step), column: spot.column });
  switch (key) {
    case "ArrowRight":
      return inRow(spot.column + 1);
    case "ArrowLeft":
      return inRow(spot.column - 1);
    case "ArrowDown":
      return inColumn(spot.line + 1, 1);
    case "ArrowUp":
      return inColumn(spot.line - 1, -1);
    case "PageDown":
      return inColumn(spot.line + PAGE_LINES, 1);
    case "PageUp":
      return inColumn(spot.line - PAGE_LINES, -1);
    case "Home":
      return ctrl ? { line: rowAt(lines, 0, 1), column: 0 } : inRow(0);
    case "End":
      return ctrl ? { line: rowAt(lines, lines.length - 1, -1), column: columns - 1 } : inRow(columns - 1);
    default:
      return null;
  }
}

/** The next uncharted cell without a reason, going along the row and then down, from a spot; null if there is none. */
export function nextEmpty(skeleton: Skeleton, lines: readonly Line[], columns: readonly GridColumn[], from: Spot): Spot | null {
  const total = lines.length * columns.length;
  const start = from.line * columns.length + from.column;
  for (let step = 1; step <= total; step += 1) {
    const at = (start + step) % total;
    const line = lines[Math.floor(at / columns.length)];
    const column = columns[at % columns.length];
    if (line?.kind !== "row" || column?.kind !== "column") continue;
    const seen = glimpse(skeleton, line.at, column.at);
    if (seen.statements === 0 && seen.blank === null) return { line: Math.floor(at / columns.length), column: at % columns.length };
  }
  return null;
}

/** Where a place is in the grid; null if it is not on screen. */
export function spotOf(place: Place, lines: readonly Line[], columns: readonly GridColumn[]): Spot | null {
  const line = lines.findIndex((each) => each.kind === "row" && each.row.case === place.case && each.row.wave === place.wave);
  const column = columns.findIndex((each) => each.kind === "column" && each.column.theme === place.theme);
  return line < 0 || column < 0 ? null : { line, column };
}

/** The cell at a spot; null on a group's head or a folded theme. */
export function placeAt(spot: Spot, lines: readonly Line[], columns: readonly GridColumn[]): Place | null {
  const line = lines[spot.line];
  const column = columns[spot.column];
  if (line?.kind !== "row" || column?.kind !== "column") return null;
  return { case: line.row.case, wave: line.row.wave, theme: column.column.theme };
}
