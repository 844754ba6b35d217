import { describe, expect, it } from "vitest";

import { themeChart } from "./arrange";
import { CHART } from "./chart.fixture";
import { fromAddress, glimpse, inAddress, isBetween, moved, nextEmpty, placeOf, placesBetween, spotOf } from "./grid";

const WHOLE = themeChart(CHART, { folded: new Set(), kept: new Set() });
const LINES = WHOLE.lines;

describe("glimpse", () => {
  it("finds what is in a cell", () => {
    expect(glimpse(CHART, { row: 0, column: 2 })).toMatchObject({ state: "draft", statements: 2, indexed: 3, stale: true, words: "Drives all day." });
    expect(glimpse(CHART, { row: 1, column: 0 })).toMatchObject({ blank: "not asked" });
  });

  it("takes a cell that is not there for uncharted", () => {
    expect(glimpse(CHART, { row: 0, column: 0 })).toMatchObject({ state: "uncharted", statements: 0 });
    expect(glimpse(CHART, { row: 2, column: 2 })).toMatchObject({ state: "uncharted" });
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
    expect(nextEmpty(CHART, WHOLE, { line: 1, column: 1 })).toEqual({ line: 2, column: 1 });
  });

  it("begins again at the top", () => {
    expect(nextEmpty(CHART, WHOLE, { line: 4, column: 2 })).toEqual({ line: 1, column: 0 });
  });
});

it("finds a cell's spot and the cell at a spot", () => {
  const place = { case: 3, wave: 0, theme: 20 };
  expect(spotOf(CHART, place, WHOLE)).toEqual({ line: 4, column: 2 });
  expect(placeOf(CHART, LINES[4], WHOLE.columns[2])).toEqual(place);
  expect(placeOf(CHART, LINES[3], WHOLE.columns[2])).toBeNull();
});

it("stays where it is when all themes are folded up", () => {
  const heads = [{ kind: "group", label: "1", count: 2, theme: null }] as const;
  expect(moved({ line: 0, column: 0 }, "ArrowDown", false, heads, 1)).toEqual({ line: 0, column: 0 });
});

it("writes a cell into the address and reads it back, and nothing else", () => {
  expect(fromAddress(inAddress({ case: 3, wave: 0, theme: 20 }))).toEqual({ case: 3, wave: 0, theme: 20 });
  expect(fromAddress("3:0")).toBeNull();
  expect(fromAddress("3:0:x")).toBeNull();
});

describe("cells that are chosen together", () => {
  it("are those of the rectangle, whichever corner it began at, heads left out", () => {
    const found = placesBetween(CHART, WHOLE, { line: 4, column: 1 }, { line: 2, column: 0 });

    expect(found.map(inAddress)).toEqual(["2:0:10", "2:0:11", "3:0:10", "3:0:11"]);
  });

  it("are a whole row where that is asked for", () => {
    expect(placesBetween(CHART, WHOLE, { line: 1, column: 1 }, { line: 1, column: 1 }, true)).toHaveLength(3);
  });

  it("know who is among them", () => {
    expect(isBetween({ line: 2, column: 1 }, { line: 4, column: 2 }, { line: 1, column: 0 })).toBe(true);
    expect(isBetween({ line: 0, column: 1 }, { line: 4, column: 2 }, { line: 1, column: 0 })).toBe(false);
  });
});
