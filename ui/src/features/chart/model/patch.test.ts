import { expect, it } from "vitest";

import { CHART, row, theme, TWO_WAVES } from "./chart.fixture";
import { glimpse } from "./grid";
import { withRows } from "./patch";
import type { Skeleton } from "./types";

/** Case 2's row alone, with something written in its three cells. */
const PART: Skeleton = {
  ...CHART,
  rows: [row(2, "North")],
  cells: { first: [0, 3], column: [0, 1, 2], rev: [8, 9, 7], state: [1, 1, 1], blank: [0, 0, 0], statements: [1, 2, 3], indexed: [0, 4, 0], stale: [0, 1, 0], words: ["one", "two", "three"] },
};

const seen = (chart: Skeleton) => chart.rows.map((_row, line) => [0, 1, 2].map((column) => glimpse(chart, { row: line, column })));

it("puts the rows of a part in their place and leaves the others as they are", () => {
  const after = withRows(CHART, PART) as Skeleton;

  expect(seen(after)[1]).toEqual(seen(PART)[0]);
  expect([seen(after)[0], seen(after)[2]]).toEqual([seen(CHART)[0], seen(CHART)[2]]);
  expect(after.cells.first).toEqual([0, 1, 4, 4]);
});

it("is the same again after the same part", () => {
  const once = withRows(CHART, PART) as Skeleton;

  expect(withRows(once, PART)).toEqual(once);
});

it("empties what is empty now", () => {
  const gone: Skeleton = { ...PART, cells: { first: [0, 0], column: [], rev: [], state: [], blank: [], statements: [], indexed: [], stale: [], words: [] } };

  const after = withRows(CHART, gone) as Skeleton;

  expect(after.cells.words).toEqual(["Drives all day."]);
  expect(after.cells.first).toEqual([0, 1, 1, 1]);
});

it("puts all waves of a case in their places", () => {
  const part: Skeleton = { ...TWO_WAVES, rows: [TWO_WAVES.rows[1], TWO_WAVES.rows[0]].flatMap((each) => each ?? []), cells: { ...PART.cells, first: [0, 1, 2], column: [1, 1], words: ["later", "at start"] } };

  const after = withRows(TWO_WAVES, part) as Skeleton;

  expect(after.cells.words.slice(0, 2)).toEqual(["at start", "later"]);
  expect(after.cells.first).toEqual([0, 1, 2, 2, 2]);
});

it("is not to be had where rows or columns are not the same any more", () => {
  expect(withRows(TWO_WAVES, { ...TWO_WAVES, rows: TWO_WAVES.rows.slice(0, 1) })).toBeNull();
  expect(withRows(CHART, { ...PART, themes: [theme(1, "1", 10)] })).toBeNull();
  expect(withRows(CHART, { ...PART, rows: [row(9, "North")] })).toBeNull();
});
