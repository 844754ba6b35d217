import { expect, it } from "vitest";

import { keyOf, outcome, placesOf, toWrite, type FilledLine, type Filling } from "./filling";

function line(fate: FilledLine["fate"], spot: number[] | null, written = false): FilledLine {
  return { spot, case: "Denise", wave: "", theme: "1.1 Routes", fate, theirs: "theirs", mine: "mine", note: "", written };
}

const FILLING: Filling = {
  lines: [line("new", [1, 0, 10]), line("changed", [1, 0, 11]), line("conflict", [2, 5, 10]), line("emptied", [2, 6, 10]), line("problem", null)],
  same: 4,
  dry_run: true,
};

it("counts what would be written by what was chosen", () => {
  expect(toWrite(FILLING, new Set())).toBe(2);
  expect(toWrite(FILLING, new Set(["2:5:10"]))).toBe(3);
});

it("names the cells in which the workbook wins, and no other", () => {
  expect(placesOf(FILLING, new Set(["2:6:10", "1:0:10"]))).toEqual([{ case: 2, wave: 6, theme: 10 }]);
});

it("has no choice to offer for a row that nobody knows", () => {
  expect(keyOf(line("problem", null))).toBe("");
});

it("tells what came in and what stayed", () => {
  const done = { ...FILLING, lines: [line("new", [1, 0, 10], true), line("conflict", [2, 5, 10])] };
  expect(outcome(done)).toBe("1 cell was brought in; 1 stayed as it is here.");
  expect(outcome({ ...done, lines: done.lines.slice(0, 1) })).toBe("1 cell was brought in.");
});
