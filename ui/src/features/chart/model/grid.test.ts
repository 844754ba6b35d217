import { describe, expect, it } from "vitest";

import { columnsOf, glimpse, linesOf, moved, nextEmpty, placeAt, spotOf } from "./grid";
import type { Row, Skeleton } from "./types";

function row(k: number, group: string): Row {
  return { case: k, name: `case ${String(k)}`, kind: "person", wave: 0, wave_name: "", header: [], groups: [group] };
}

function theme(k: number, number: string, ...columns: number[]) {
  return {
    theme: k,
    number,
    name: `theme ${number}`,
    columns: columns.map((column, n) => ({ theme: column, number: `${number}.${String(n + 1)}`, name: "", definition: "" })),
  };
}

// Three rows in two groups; columns 10, 11 under theme 1, 20 under theme 2. Filled: (row 0, col 2), (row 1, col 0).
const CHART: Skeleton = {
  change: 1,
  attributes: [],
  grouping: ["site"],
  waves: false,
  rows: [row(1, "North"), row(2, "North"), row(3, "South")],
  themes: [theme(1, "1", 10, 11), theme(2, "2", 20)],
  states: ["uncharted", "draft"],
  blanks: [null, "not asked"],
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
const LINES = linesOf(CHART);
const COLUMNS = columnsOf(CHART, new Set());

describe("linesOf", () => {
  it("puts a head with its count over each group", () => {
    expect(LINES.map((line) => (line.kind === "group" ? `${line.label} ${String(line.count)}` : line.row.case))).toEqual(["North 2", 1, 2, "South 1", 3]);
  });
});

it("narrows rows to those with a cell to look at again, or in a state", () => {
  const cases = (kept: string): number[] =>
    linesOf(CHART, new Set([kept])).flatMap((line) => (line.kind === "row" ? [line.row.case] : []));
  expect(cases("look again")).toEqual([1]);
  expect(cases("draft")).toEqual([1, 2]);
  expect(cases("reviewed")).toEqual([]);
});

describe("columnsOf", () => {
  it("shows a folded theme as one column and keeps the places of the others", () => {
    const columns = columnsOf(CHART, new Set([1]));
    expect(columns.map((column) => column.kind)).toEqual(["folded", "column"]);
    expect(columns[1]).toMatchObject({ at: 2 });
  });
});

describe("glimpse", () => {
  it("finds what is in a cell", () => {
    expect(glimpse(CHART, 0, 2)).toMatchObject({ state: "draft", statements: 2, indexed: 3, stale: true, words: "Drives all day." });
    expect(glimpse(CHART, 1, 0)).toMatchObject({ blank: "not asked" });
  });

  it("takes a cell that is not there for uncharted", () => {
    expect(glimpse(CHART, 0, 0)).toMatchObject({ state: "uncharted", statements: 0 });
    expect(glimpse(CHART, 2, 2)).toMatchObject({ state: "uncharted" });
  });
});

describe("moved", () => {
  it("steps over the heads of groups", () => {
    expect(moved({ line: 2, column: 0 }, "ArrowDown", false, LINES, 3)).toEqual({ line: 4, column: 0 });
    expect(moved({ line: 4, column: 0 }, "ArrowUp", false, LINES, 3)).toEqual({ line: 2, column: 0 });
  });

  it("stays in the grid at its edges", () => {
    expect(moved({ line: 1, column: 0 }, "ArrowUp", false, LINES, 3)).toEqual({ line: 1, column: 0 });
    expect(moved({ line: 1, column: 2 }, "ArrowRight", false, LINES, 3)).toEqual({ line: 1, column: 2 });
    expect(moved({ line: 4, column: 1 }, "PageDown", false, LINES, 3)).toEqual({ line: 4, column: 1 });
  });

  it("goes to the first and last cell of the grid with Ctrl", () => {
    expect(moved({ line: 2, column: 1 }, "Home", true, LINES, 3)).toEqual({ line: 1, column: 0 });
    expect(moved({ line: 2, column: 1 }, "End", true, LINES, 3)).toEqual({ line: 4, column: 2 });
  });
});

describe("nextEmpty", () => {
  it("goes along the row first and passes over what is charted or blank for a reason", () => {
    expect(nextEmpty(CHART, LINES, COLUMNS, { line: 1, column: 1 })).toEqual({ line: 2, column: 1 });
  });

  it("begins again at the top", () => {
    expect(nextEmpty(CHART, LINES, COLUMNS, { line: 4, column: 2 })).toEqual({ line: 1, column: 0 });
  });
});

it("finds a cell's spot and the cell at a spot", () => {
  const spot = spotOf({ case: 3, wave: 0, theme: 20 }, LINES, COLUMNS);
  expect(spot).toEqual({ line: 4, column: 2 });
  expect(placeAt({ line: 4, column: 2 }, LINES, COLUMNS)).toEqual({ case: 3, wave: 0, theme: 20 });
  expect(placeAt({ line: 3, column: 2 }, LINES, COLUMNS)).toBeNull();
});
