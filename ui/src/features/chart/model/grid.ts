/** The matrix as the screen moves about in it: lines, columns, cells. Pure. */

import type { Blank, Column, MainTheme, Place, Row, Skeleton, State } from "./types";

/** Where a cell is in a skeleton: the places of its row and its column. */
export interface Slot {
  row: number;
  column: number;
}

/** Why a case has no row in a wave: what became of it, and the reason that was given. */
export interface Gap {
  status: string;
  reason: string;
}

/**
 * A line of the grid. A head over a group of rows, or over the sub-themes of a theme; a case, with the places of its
 * rows (one, or one for each wave that stands beside the others: -1 where it has none, and `why`; `spans`: its one
 * row is in no wave and goes across them all); or, in the chart of one case, a sub-theme with its place among the
 * skeleton's columns.
 */
export type Line =
  | { kind: "group"; label: string; count: number; theme: MainTheme | null }
  | { kind: "row"; row: Row; at: readonly number[]; why: readonly (Gap | null)[]; spans: boolean }
  | { kind: "theme"; column: Column; at: number };

/**
 * A column of the grid: a sub-theme (its place among the skeleton's columns; `wave`: which of a line's rows), a main
 * theme that is folded up, or, in the chart of one case, a wave with the place of its row (-1 and `why`: none).
 */
export type GridColumn =
  | { kind: "column"; column: Column; at: number; main: number; wave: number; waveName: string }
  | { kind: "folded"; main: number; number: string; name: string; count: number }
  | { kind: "wave"; name: string; about: string; at: number; why: Gap | null };

/** One way to lay a chart out: its lines and columns, and the way in which one goes on to the next empty cell. */
export interface Arrangement {
  lines: readonly Line[];
  columns: readonly GridColumn[];
  onwards: "across" | "down";
}

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

/** The cell where a line and a column meet; null on a head, a folded theme, or where a case has no row. */
export function slotOf(line: Line | undefined, column: GridColumn | undefined): Slot | null {
  if (line?.kind === "row" && column?.kind === "column") {
    const row = line.at[column.wave] ?? -1;
    return row < 0 ? null : { row, column: column.at };
  }
  if (line?.kind === "theme" && column?.kind === "wave") return column.at < 0 ? null : { row: column.at, column: line.at };
  return null;
}

/** Why there is no cell where a line and a column meet; null where there is one, or nobody would look for one. */
export function gapOf(line: Line | undefined, column: GridColumn | undefined): Gap | null {
  if (slotOf(line, column) !== null) return null;
  if (line?.kind === "row" && column?.kind === "column") return line.why[column.wave] ?? null;
  return line?.kind === "theme" && column?.kind === "wave" ? column.why : null;
}

/** A gap in full. */
export function gapInWords({ status, reason }: Gap): string {
  return reason === "" ? status : `${status}: ${reason}`;
}

/** What is known of a cell by its place in the skeleton. */
export function glimpse(skeleton: Skeleton, slot: Slot): Glimpse {
  const at = positionOf(skeleton, slot.row, slot.column);
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
  // Where everything is folded up there is no line to stand on but a head.
  if (lines.every((line) => line.kind === "group")) return 0;
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

/** The same, but past the other columns of a cell that goes across several. */
export function movedPast(spot: Spot, key: string, ctrl: boolean, { lines, columns }: Arrangement): Spot | null {
  const next = moved(spot, key, ctrl, lines, columns.length);
  const line = lines[spot.line];
  if (next === null || next.line !== spot.line || line?.kind !== "row" || !line.spans) return next;
  const themeAt = (at: number): number | null => {
    const column = columns[at];
    return column?.kind === "column" ? column.column.theme : null;
  };
  const [step, here] = [Math.sign(next.column - spot.column), themeAt(spot.column)];
  let at = next.column;
  while (step !== 0 && here !== null && themeAt(at) === here && at + step >= 0 && at + step < columns.length) at += step;
  return themeAt(at) === here ? spot : { line: next.line, column: at };
}

/** The next uncharted cell without a reason from a spot, along the row and then down, or the other way; null: none. */
export function nextEmpty(skeleton: Skeleton, chart: Arrangement, from: Spot): Spot | null {
  const { lines, columns, onwards } = chart;
  const across = onwards === "across";
  const total = lines.length * columns.length;
  const turn = across ? columns.length : lines.length;
  const start = across ? from.line * turn + from.column : from.column * turn + from.line;
  for (let step = 1; step <= total; step += 1) {
    const at = (start + step) % total;
    const [slow, quick] = [Math.floor(at / turn), at % turn];
    const spot = across ? { line: slow, column: quick } : { line: quick, column: slow };
    const slot = slotOf(lines[spot.line], columns[spot.column]);
    if (slot === null) continue;
    const seen = glimpse(skeleton, slot);
    if (seen.statements === 0 && seen.blank === null) return spot;
  }
  return null;
}

/** The cells of the rectangle between two spots, each once, by their keys; `rows`: of whole lines. */
export function placesBetween(skeleton: Skeleton, chart: Arrangement, from: Spot, to: Spot, rows = false): Place[] {
  const [top, bottom] = [Math.min(from.line, to.line), Math.max(from.line, to.line)];
  const [left, right] = rows ? [0, chart.columns.length - 1] : [Math.min(from.column, to.column), Math.max(from.column, to.column)];
  const found = new Map<string, Place>();
  for (const line of chart.lines.slice(top, bottom + 1)) {
    for (const column of chart.columns.slice(left, right + 1)) {
      const place = placeOf(skeleton, line, column);
      if (place !== null) found.set(inAddress(place), place);
    }
  }
  return [...found.values()];
}

/** Whether a spot is in the rectangle between two others. */
export function isBetween(spot: Spot, from: Spot, to: Spot): boolean {
  const inside = (at: number, one: number, other: number): boolean => at >= Math.min(one, other) && at <= Math.max(one, other);
  return inside(spot.line, from.line, to.line) && inside(spot.column, from.column, to.column);
}

/** The cell where a line and a column meet, by its keys; null where there is none. */
export function placeOf(skeleton: Skeleton, line: Line | undefined, column: GridColumn | undefined): Place | null {
  const slot = slotOf(line, column);
  const row = slot === null ? undefined : skeleton.rows[slot.row];
  if (row === undefined) return null;
  if (line?.kind === "theme") return { case: row.case, wave: row.wave, theme: line.column.theme };
  return column?.kind === "column" ? { case: row.case, wave: row.wave, theme: column.column.theme } : null;
}

/** Where a place is in the grid; null if it is not on screen. */
export function spotOf(skeleton: Skeleton, place: Place, chart: Arrangement): Spot | null {
  for (const [line, each] of chart.lines.entries()) {
    if (each.kind === "group" || (each.kind === "row" && each.row.case !== place.case)) continue;
    if (each.kind === "theme" && each.column.theme !== place.theme) continue;
    const column = chart.columns.findIndex((across) => {
      const found = placeOf(skeleton, each, across);
      return found?.case === place.case && found.wave === place.wave && found.theme === place.theme;
    });
    if (column >= 0) return { line, column };
  }
  return null;
}

/** A place as it stands in the address. */
export function inAddress(place: Place): string {
  return `${String(place.case)}:${String(place.wave)}:${String(place.theme)}`;
}

/** The place that an address names; null if it names none. */
export function fromAddress(given: string): Place | null {
  const found = /^(\d{1,16}):(\d{1,16}):(\d{1,16})$/.exec(given);
  return found === null ? null : { case: Number(found[1]), wave: Number(found[2]), theme: Number(found[3]) };
}

/** What the row and the column of a place are called. */
export function headingOf(skeleton: Skeleton, place: Place): { row: string; column: string } {
  const row = skeleton.rows.find((each) => each.case === place.case && each.wave === place.wave);
  const column = skeleton.themes.flatMap((theme) => theme.columns).find((each) => each.theme === place.theme);
  return {
    row: [row?.name ?? "", row?.wave_name ?? ""].filter((name) => name !== "").join(", "),
    column: column === undefined ? "" : `${column.number} ${column.name}`,
  };
}
