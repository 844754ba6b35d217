import type { Row, Skeleton } from "./types";

export function row(k: number, group: string, wave = 0, waveName = ""): Row {
  return { case: k, name: `case ${String(k)}`, kind: "person", wave, wave_name: waveName, header: [], groups: [group] };
}

export function theme(k: number, number: string, ...columns: number[]) {
  return {
    theme: k,
    number,
    name: `theme ${number}`,
    columns: columns.map((column, n) => ({ theme: column, number: `${number}.${String(n + 1)}`, name: "", definition: "" })),
  };
}

// Three rows in two groups; columns 10, 11 under theme 1, 20 under theme 2. Filled: (row 0, col 2), (row 1, col 0).
export const CHART: Skeleton = {
  change: 1,
  attributes: [],
  grouping: ["site"],
  waves: false,
  rows: [row(1, "North"), row(2, "North"), row(3, "South")],
  themes: [theme(1, "1", 10, 11), theme(2, "2", 20)],
  states: ["uncharted", "draft"],
  blanks: [null, "not asked"],
  in_time: [],
  absences: [],
  cells: {
    first: [0, 1, 2, 2],
    column: [2, 0],
    rev: [5, 6],
    state: [1, 1],
    blank: [0, 1],
    statements: [2, 0],
    indexed: [3, 0],
    stale: [1, 0],
    words: ["Drives all day.", ""],
  },
};

/** Two people in two waves, the second of whom was lost; one group outside any wave. One theme with two columns. */
export const TWO_WAVES: Skeleton = {
  ...CHART,
  grouping: [],
  waves: true,
  attributes: ["hours"],
  rows: [
    { ...row(1, "", 5, "at start"), header: ["30"] },
    { ...row(1, "", 6, "later"), header: ["10"] },
    { ...row(2, "", 5, "at start"), header: ["20"] },
    { ...row(3, ""), kind: "group", header: [""] },
  ],
  themes: [theme(1, "1", 10, 11)],
  cells: { ...CHART.cells, first: [0, 1, 2, 2, 2], column: [0, 1] },
  in_time: [
    { wave: 5, name: "at start" },
    { wave: 6, name: "later" },
  ],
  absences: [{ case: 2, wave: 6, status: "lost", reason: "moved away" }],
};
