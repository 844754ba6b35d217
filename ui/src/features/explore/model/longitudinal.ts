import type { Table } from "./types";

/** What became of one theme for one case, out of the engine's long table. */
export interface Step {
  number: string;
  theme: string;
  case: string;
  kind: string;
  text: string;
  before: string;
  after: string;
  instrument: string;
  /** Why what was said is to be looked at again, "" where nothing changed since. */
  stale: string;
  /** What it rests on beside the two cells, in words. */
  rests: string;
}

/** Themes by cases: the rows, the columns, and what stands where they meet. */
export interface Matrix {
  earlier: string;
  later: string;
  themes: { number: string; name: string }[];
  cases: string[];
  at: (number: string, name: string) => Step | undefined;
}

/** The long table (a row for each theme of each case) as a matrix. */
export function matrixOf(table: Table): Matrix {
  const steps = table.values.map((row) => {
    const [number, theme, who, kind, text, before, after, instrument, stale, rests] = row.map((value) => String(value ?? ""));
    return { number, theme, case: who, kind, text, before, after, instrument, stale, rests } as Step;
  });
  const by = new Map(steps.map((step) => [`${step.number} ${step.case}`, step]));
  const themes = new Map(steps.map((step) => [step.number, { number: step.number, name: step.theme }]));
  return {
    earlier: table.columns[5] ?? "",
    later: table.columns[6] ?? "",
    themes: [...themes.values()],
    cases: [...new Set(steps.map((step) => step.case))],
    at: (number, name) => by.get(`${number} ${name}`),
  };
}

/** How strong a count is beside the largest one, from 0 to 4: the shade of its cell. */
export function shade(value: unknown, most: number): number {
  if (typeof value !== "number" || value === 0 || most === 0) return 0;
  return Math.max(1, Math.ceil((value / most) * 4));
}
