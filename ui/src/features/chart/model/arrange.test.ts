import { describe, expect, it } from "vitest";

import { caseChart, themeChart, wavesBeside } from "./arrange";
import { CHART, TWO_WAVES } from "./chart.fixture";
import { gapOf, movedPast, nextEmpty, placeOf, spotOf, type Line } from "./grid";

const ALL = { folded: new Set<number>(), kept: new Set<string>() };

function told(lines: readonly Line[]): (string | number)[] {
  return lines.map((line) => (line.kind === "group" ? `${line.label} ${String(line.count)}` : line.kind === "row" ? line.row.case : line.column.theme));
}

describe("themeChart", () => {
  it("puts a head with its count over each group", () => {
    expect(told(themeChart(CHART, ALL).lines)).toEqual(["North 2", 1, 2, "South 1", 3]);
  });

  it("narrows rows to those with a cell to look at again, or in a state", () => {
    const cases = (kept: string) => told(themeChart(CHART, { ...ALL, kept: new Set([kept]) }).lines).filter((each) => typeof each === "number");
    expect(cases("look again")).toEqual([1]);
    expect(cases("draft")).toEqual([1, 2]);
    expect(cases("reviewed")).toEqual([]);
  });

  it("shows a folded theme as one column and keeps the places of the others", () => {
    const { columns } = themeChart(CHART, { ...ALL, folded: new Set([1]) });
    expect(columns.map((column) => column.kind)).toEqual(["folded", "column"]);
    expect(columns[1]).toMatchObject({ at: 2 });
  });
});

describe("wavesBeside", () => {
  const chart = wavesBeside(TWO_WAVES, ALL);

  it("gives each case one line, and each sub-theme a column for each wave that has rows", () => {
    expect(told(chart.lines)).toEqual([1, 2, 3]);
    expect(chart.columns.map((column) => (column.kind === "column" ? [column.column.theme, column.waveName] : []))).toEqual(
      [10, 11].flatMap((theme) => ["at start", "later"].map((wave) => [theme, wave])),
    );
  });

  it("reaches the same cells as the waves below each other do", () => {
    const below = themeChart(TWO_WAVES, ALL);
    const place = { case: 1, wave: 6, theme: 11 };
    expect(spotOf(TWO_WAVES, place, below)).toEqual({ line: 1, column: 1 });
    expect(spotOf(TWO_WAVES, place, chart)).toEqual({ line: 0, column: 3 });
  });

  it("says what became of a case where it has no row, and leaves no cell there", () => {
    const [lost, later] = [chart.lines[1], chart.columns[1]];
    expect(gapOf(lost, later)).toEqual({ status: "lost", reason: "moved away" });
    expect(placeOf(TWO_WAVES, lost, later)).toBeNull();
    expect(gapOf(chart.lines[0], later)).toBeNull();
  });

  it("lets a case in no wave go across all of them", () => {
    const [group, place] = [chart.lines[2], { case: 3, wave: 0, theme: 10 }];
    expect(chart.columns.slice(0, 2).map((column) => placeOf(TWO_WAVES, group, column))).toEqual([place, place]);
    expect(movedPast({ line: 2, column: 0 }, "ArrowRight", false, chart)).toEqual({ line: 2, column: 2 });
    expect(movedPast({ line: 2, column: 3 }, "ArrowLeft", false, chart)).toEqual({ line: 2, column: 1 });
    expect(movedPast({ line: 2, column: 2 }, "ArrowRight", false, chart)).toEqual({ line: 2, column: 2 });
    expect(movedPast({ line: 0, column: 0 }, "ArrowRight", false, chart)).toEqual({ line: 0, column: 1 });
  });

  it("has a column for what is in no wave if a case has that beside its waves", () => {
    const mixed = { ...TWO_WAVES, rows: TWO_WAVES.rows.map((row) => (row.case === 3 ? { ...row, case: 2 } : row)) };
    const names = wavesBeside(mixed, ALL).columns.map((column) => (column.kind === "column" ? column.waveName : ""));
    expect(names.slice(0, 3)).toEqual(["in no wave", "at start", "later"]);
  });

  it("shows a value that changed from wave to wave with both", () => {
    expect(chart.lines.map((line) => (line.kind === "row" ? line.row.header : []))).toEqual([["30 → 10"], ["20"], [""]]);
  });

  it("passes over the gaps on the way to the next empty cell", () => {
    const found = nextEmpty(TWO_WAVES, chart, { line: 1, column: 2 });
    expect(found).toEqual({ line: 2, column: 0 });
  });
});

describe("caseChart", () => {
  const denise = { ...TWO_WAVES, rows: TWO_WAVES.rows.slice(2, 3), cells: { ...TWO_WAVES.cells, first: [0, 1], column: [1] } };
  const chart = caseChart(denise, ALL);

  it("has the sub-themes under their theme as lines and all waves as columns", () => {
    expect(told(chart.lines)).toEqual(["1 theme 1 2", 10, 11]);
    expect(chart.columns).toMatchObject([
      { name: "at start", at: 0, about: "20" },
      { name: "later", at: -1, why: { status: "lost", reason: "moved away" } },
    ]);
  });

  it("reaches the cells of the theme charts and none where the case was not heard", () => {
    expect(placeOf(denise, chart.lines[2], chart.columns[0])).toEqual({ case: 2, wave: 5, theme: 11 });
    expect(placeOf(denise, chart.lines[2], chart.columns[1])).toBeNull();
  });

  it("goes down the themes to the next empty cell", () => {
    expect(nextEmpty(denise, chart, { line: 0, column: 0 })).toEqual({ line: 1, column: 0 });
  });

  it("keeps only the head of a theme that is folded", () => {
    expect(told(caseChart(denise, { ...ALL, folded: new Set([1]) }).lines)).toEqual(["1 theme 1 2"]);
  });

  it("gives a group outside any wave one column", () => {
    const group = { ...TWO_WAVES, rows: TWO_WAVES.rows.slice(3), cells: { ...TWO_WAVES.cells, first: [0, 0], column: [] } };
    expect(caseChart(group, ALL).columns).toMatchObject([{ kind: "wave", at: 0 }]);
  });
});
