/** The ways in which one chart is laid out. All of them show the same cells. Pure. */

import type { Arrangement, Gap, GridColumn, Line } from "./grid";
import type { Row, Skeleton, State } from "./types";

/** What rows can be narrowed to: those with a cell in a state, or with one to look at again. */
export type Kept = State | "look again";

export interface Narrowed {
  /** Main themes that are folded up, by key. */
  folded: ReadonlySet<number>;
  /** Only lines with a cell in one of these states; none: all. */
  kept: ReadonlySet<string>;
}

function fits(skeleton: Skeleton, at: number, kept: ReadonlySet<string>): boolean {
  const { state, stale } = skeleton.cells;
  return kept.has(skeleton.states[state[at] ?? 0] ?? "") || (stale[at] === 1 && kept.has("look again"));
}

function rowFits(skeleton: Skeleton, row: number, kept: ReadonlySet<string>): boolean {
  if (kept.size === 0) return true;
  const { first } = skeleton.cells;
  for (let at = first[row] ?? 0; at < (first[row + 1] ?? 0); at += 1) if (fits(skeleton, at, kept)) return true;
  return false;
}

interface InOrder {
  lead: Row;
  line: Line;
}

/** A head over each group of lines; without grouping just the lines. */
function headed(skeleton: Skeleton, inOrder: readonly InOrder[]): Line[] {
  const lines: Line[] = [];
  const tally = new Map<string, number>();
  for (const { lead } of inOrder) tally.set(lead.groups.join("\n"), (tally.get(lead.groups.join("\n")) ?? 0) + 1);
  let before: string | null = null;
  for (const { lead, line } of inOrder) {
    const here = lead.groups.join("\n");
    if (skeleton.grouping.length > 0 && here !== before) {
      const label = lead.groups.map((value) => (value === "" ? "not known" : value)).join(" · ");
      lines.push({ kind: "group", label, count: tally.get(here) ?? 0, theme: null });
      before = here;
    }
    lines.push(line);
  }
  return lines;
}

interface Beside {
  wave: number;
  name: string;
}

/** The columns theme by theme, folded main themes as one each; `waves`: which stand beside each other in a column. */
function themeColumns(skeleton: Skeleton, folded: ReadonlySet<number>, waves: readonly Beside[]): GridColumn[] {
  const columns: GridColumn[] = [];
  let at = 0;
  for (const theme of skeleton.themes) {
    if (folded.has(theme.theme)) {
      columns.push({ kind: "folded", main: theme.theme, number: theme.number, name: theme.name, count: theme.columns.length });
      at += theme.columns.length;
      continue;
    }
    for (const column of theme.columns) {
      waves.forEach(({ name }, wave) => columns.push({ kind: "column", column, at, main: theme.theme, wave, waveName: name }));
      at += 1;
    }
  }
  return columns;
}

/** Cases (and their waves, one below the other) by sub-themes. */
export function themeChart(skeleton: Skeleton, { folded, kept }: Narrowed): Arrangement {
  const inOrder = skeleton.rows.flatMap((row, at): InOrder[] =>
    rowFits(skeleton, at, kept) ? [{ lead: row, line: { kind: "row", row, at: [at], why: [], spans: false } }] : [],
  );
  return { lines: headed(skeleton, inOrder), columns: themeColumns(skeleton, folded, [{ wave: 0, name: "" }]), onwards: "across" };
}

/** Whether a case has a row in no wave, and how many rows it has. */
function tallies(skeleton: Skeleton): Map<number, { rows: number; outside: boolean }> {
  const found = new Map<number, { rows: number; outside: boolean }>();
  for (const row of skeleton.rows) {
    const known = found.get(row.case) ?? { rows: 0, outside: false };
    found.set(row.case, { rows: known.rows + 1, outside: known.outside || row.wave === 0 });
  }
  return found;
}

/** The waves of which the chart has rows, in order of time; first what is in no wave, if a case has that as well. */
function wavesOf(skeleton: Skeleton, of: ReturnType<typeof tallies>): Beside[] {
  const used = new Set(skeleton.rows.map((row) => row.wave));
  const both = [...of.values()].some(({ rows, outside }) => outside && rows > 1);
  return [...(both ? [{ wave: 0, name: "in no wave" }] : []), ...skeleton.in_time.filter(({ wave }) => used.has(wave))];
}

/** What became of a case in a wave of which it has no row. */
function whyNot(skeleton: Skeleton, of: number, wave: number): Gap {
  const said = skeleton.absences.find((each) => each.case === of && each.wave === wave);
  if (said === undefined) return { status: wave === 0 ? "nothing outside a wave" : "not heard", reason: "" };
  return { status: said.status === "completed" ? "completed, no source yet" : said.status, reason: said.reason };
}

/** One case's rows as one: what stands in all of them once, what changed from wave to wave with an arrow. */
function merged(rows: readonly Row[]): Row {
  const lead = rows[0];
  if (lead === undefined) throw new Error("a case in the chart has a row");
  const header = lead.header.map((_value, n) => [...new Set(rows.map((row) => row.header[n] ?? ""))].filter((value) => value !== "").join(" → "));
  return { ...lead, wave_name: "", header };
}

/** Cases by sub-themes, the waves of each sub-theme side by side. A case stands in the group of its first wave; one in no wave goes across them all. */
export function wavesBeside(skeleton: Skeleton, { folded, kept }: Narrowed): Arrangement {
  const counted = tallies(skeleton);
  const waves = wavesOf(skeleton, counted);
  const places = new Map<number, number[]>();
  skeleton.rows.forEach((row, at) => {
    const spans = row.wave === 0 && counted.get(row.case)?.rows === 1;
    const here = places.get(row.case) ?? waves.map(() => (spans ? at : -1));
    if (!spans) here[waves.findIndex(({ wave }) => wave === row.wave)] = at;
    places.set(row.case, here);
  });
  const inOrder: InOrder[] = [];
  skeleton.rows.forEach((row, at) => {
    const its = places.get(row.case) ?? [];
    const there = [...new Set(its.filter((each) => each >= 0))];
    if (there[0] !== at || !there.some((each) => rowFits(skeleton, each, kept))) return;
    const why = waves.map(({ wave }, n) => ((its[n] ?? -1) < 0 ? whyNot(skeleton, row.case, wave) : null));
    const rows = there.flatMap((each) => skeleton.rows[each] ?? []);
    inOrder.push({ lead: row, line: { kind: "row", row: merged(rows), at: its, why, spans: row.wave === 0 && there.length === 1 } });
  });
  return { lines: headed(skeleton, inOrder), columns: themeColumns(skeleton, folded, waves), onwards: "across" };
}

/** One case: its sub-themes by its waves. `skeleton` holds the rows of this case alone. */
export function caseChart(skeleton: Skeleton, { folded, kept }: Narrowed): Arrangement {
  const lines: Line[] = [];
  const wanted = new Set<number>();
  skeleton.cells.column.forEach((column, at) => { if (fits(skeleton, at, kept)) wanted.add(column); });
  let at = 0;
  for (const theme of skeleton.themes) {
    const below = theme.columns.map((column, n): Line & { kind: "theme" } => ({ kind: "theme", column, at: at + n }));
    at += theme.columns.length;
    const shown = kept.size === 0 ? below : below.filter((line) => wanted.has(line.at));
    if (shown.length === 0) continue;
    lines.push({ kind: "group", label: `${theme.number} ${theme.name}`, count: shown.length, theme });
    if (!folded.has(theme.theme)) lines.push(...shown);
  }
  return { lines, columns: caseColumns(skeleton), onwards: "down" };
}

function caseColumns(skeleton: Skeleton): GridColumn[] {
  const about = (row: Row): string => row.header.filter((value) => value !== "").join(" · ");
  const of = skeleton.rows[0];
  if (of === undefined) return [];
  const columns = skeleton.rows.map((row, at): GridColumn => ({ kind: "wave", name: row.wave_name, about: about(row), at, why: null }));
  // A group or a site has no waves of its own; that it is in none says nothing of anybody.
  if (skeleton.rows.every((row) => row.wave === 0)) return columns;
  const before = skeleton.rows.filter((row) => row.wave === 0).length;
  const inTime = skeleton.in_time.map(({ wave, name }): GridColumn => {
    const at = skeleton.rows.findIndex((row) => row.wave === wave);
    return columns[at] ?? { kind: "wave", name, about: "", at: -1, why: whyNot(skeleton, of.case, wave) };
  });
  return [...columns.slice(0, before), ...inTime];
}
