/** The skeleton of a chart with the rows of some cases read anew. Pure. */

import type { Skeleton } from "./types";

type Cells = Skeleton["cells"];
type Column = Exclude<keyof Cells, "first">;

const COLUMNS: readonly Column[] = ["column", "rev", "state", "blank", "statements", "indexed", "stale", "words"];

function placeOf(row: { case: number; wave: number }): string {
  return `${String(row.case)}:${String(row.wave)}`;
}

function columnsOf(skeleton: Skeleton): string {
  return skeleton.themes.flatMap((theme) => theme.columns.map((column) => column.theme)).join();
}

/** The stretches of cells that stand in a row's place, from the first row to the last. */
function stretches(whole: Skeleton, part: Skeleton): { from: Cells; start: number; end: number }[] {
  const inPart = new Map(part.rows.map((row, at) => [placeOf(row), at]));
  return whole.rows.map((row, at) => {
    const other = inPart.get(placeOf(row));
    const [from, here] = other === undefined ? [whole.cells, at] : [part.cells, other];
    return { from, start: from.first[here] ?? 0, end: from.first[here + 1] ?? 0 };
  });
}

/** Neighbours of one source as one, so that little has to be put together. */
function joined(found: ReturnType<typeof stretches>): ReturnType<typeof stretches> {
  const runs: ReturnType<typeof stretches> = [];
  for (const next of found) {
    const last = runs.at(-1);
    if (last?.from === next.from && last.end === next.start) last.end = next.end;
    else runs.push({ ...next });
  }
  return runs;
}

/**
 * A skeleton in which the rows of a part stand as the part has them. Null where the part shows that more has changed
 * than cells: other rows of its cases, other columns.
 */
export function withRows(whole: Skeleton, part: Skeleton): Skeleton | null {
  const cases = new Set(part.rows.map((row) => row.case));
  const known = whole.rows.filter((row) => cases.has(row.case)).map(placeOf);
  if (known.toSorted().join() !== part.rows.map(placeOf).toSorted().join() || columnsOf(whole) !== columnsOf(part)) return null;
  const found = stretches(whole, part);
  const runs = joined(found);
  const first = [0];
  for (const { start, end } of found) first.push((first.at(-1) ?? 0) + end - start);
  const column = <T,>(name: Column): T[] => ([] as T[]).concat(...runs.map(({ from, start, end }) => from[name].slice(start, end) as T[]));
  const cells = Object.fromEntries(COLUMNS.map((name) => [name, column(name)])) as Omit<Cells, "first">;
  return { ...whole, cells: { first, ...cells } };
}
