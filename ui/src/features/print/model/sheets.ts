/** A chart cut into what fits on sheets of paper. Pure. */

import type { components } from "@/api/schema";

export type Printed = components["schemas"]["PrintedChartShown"];
export type Cell = Printed["cells"][number];
export type Row = Printed["rows"][number];
export type Theme = Printed["themes"][number];
export type Column = Theme["columns"][number];
export type Paper = "A4" | "A3";

/** How many columns of a theme are still read with ease on a sheet across, beside the row's head and a blank margin. */
const MOST_COLUMNS: Readonly<Record<Paper, number>> = { A4: 4, A3: 6 };

/** The cells by place; nothing where a cell is empty. */
export function cellsOf(printed: Printed): (row: number, column: number) => Cell | undefined {
  const found = new Map(printed.cells.map((cell) => [`${String(cell.row)}:${String(cell.column)}`, cell]));
  return (row, column) => found.get(`${String(row)}:${String(column)}`);
}

/** One run of sheets: a theme with as many of its columns as fit, the place of the first, which part of how many. */
export interface ThemeSheet {
  theme: Theme;
  columns: readonly Column[];
  at: number;
  part: number;
  parts: number;
}

/** The themes as sheets; one with many columns is cut into parts that are about equally wide. */
export function themeSheets(printed: Printed, paper: Paper): ThemeSheet[] {
  const sheets: ThemeSheet[] = [];
  let at = 0;
  for (const theme of printed.themes) {
    const parts = Math.max(1, Math.ceil(theme.columns.length / MOST_COLUMNS[paper]));
    const each = Math.ceil(theme.columns.length / parts);
    for (let part = 0; part < parts; part += 1) {
      const from = part * each;
      sheets.push({ theme, columns: theme.columns.slice(from, from + each), at: at + from, part: part + 1, parts });
    }
    at += theme.columns.length;
  }
  return sheets;
}

/** A wave of one case's sheets: the place of its row, -1 and what became of the case where it has none. */
export interface CaseWave {
  name: string;
  about: string;
  row: number;
  status: string;
}

export interface CaseSheet {
  case: number;
  name: string;
  waves: readonly CaseWave[];
}

function aboutOf(printed: Printed, row: Row): string {
  return row.header.flatMap((value, n) => (value === "" ? [] : [`${printed.attributes[n] ?? ""}: ${value}`])).join(" · ");
}

/** The cases as sheets, in the order of the rows. */
export function caseSheets(printed: Printed): CaseSheet[] {
  const sheets = new Map<number, { name: string; waves: CaseWave[]; inWaves: boolean }>();
  printed.rows.forEach((row, at) => {
    const known = sheets.get(row.case) ?? { name: row.name, waves: [], inWaves: false };
    known.waves.push({ name: row.wave_name, about: aboutOf(printed, row), row: at, status: "" });
    sheets.set(row.case, { ...known, inWaves: known.inWaves || row.wave !== 0 });
  });
  return [...sheets].map(([k, { name, waves, inWaves }]) => {
    const missing = printed.in_time.flatMap(({ wave, name: called }): CaseWave[] => {
      const said = printed.absences.find((one) => one.case === k && one.wave === wave);
      const there = printed.rows.some((row) => row.case === k && row.wave === wave);
      return there || said === undefined || !inWaves ? [] : [{ name: called, about: "", row: -1, status: said.status }];
    });
    return { case: k, name, waves: [...waves, ...missing] };
  });
}

/** A row's head: the wave and what is known of the case. */
export function headOf(printed: Printed, row: Row): string {
  return [row.wave_name, aboutOf(printed, row)].filter((words) => words !== "").join(" · ");
}
