import { expect, it } from "vitest";

import { someCodings } from "@/shared/testing/chance";

import { Layouts } from "./layout";
import type { Mark } from "./marks";
import type { Turn } from "@/shared/text/transcript";

const TURNS = Array.from({ length: 20 }, (_, index): Turn => ({
  index, n: index + 1, kind: "turn", speaker: null, role: null, level: null, fromMs: null, start: index * 100, end: index * 100 + 95, words: "x".repeat(95),
}));
const MARKS = someCodings(5, 40, 2_000, 150).map((each): Mark => ({
  ...each, coding: { ...each, rev: 1, theme: each.k % 5, coder: each.k % 2, note: "", origins: [], at: 0 },
}));
const mainThemeOf = (mark: Mark): number => mark.coding.theme;

it("keeps the lanes and the lists of untouched rows when a coding is added", () => {
  const layouts = new Layouts();
  const before = layouts.next(TURNS, MARKS, "place", mainThemeOf);
  const added: Mark = { k: 99, start: 0, end: 50, coding: { k: 99, rev: 1, start: 0, end: 50, theme: 1, coder: 1, note: "", origins: [], at: 0 } };

  const after = layouts.next(TURNS, [...MARKS, added], "place", mainThemeOf);

  for (const [k, lane] of before.lanes) expect(after.lanes.get(k)).toBe(lane);
  expect(after.rows.filter((row, at) => row !== before.rows[at])).toHaveLength(1);
  expect(after.laneRows.filter((row, at) => row !== before.laneRows[at])).toHaveLength(1);
});

it("gives the same lanes back when nothing changed", () => {
  const layouts = new Layouts();
  const before = layouts.next(TURNS, MARKS, "coder", mainThemeOf);
  expect(layouts.next(TURNS, [...MARKS], "coder", mainThemeOf).lanes).toBe(before.lanes);
});

it("sets each coder's brackets apart", () => {
  const { lanes } = new Layouts().next(TURNS, MARKS, "coder", mainThemeOf);
  const of = (coder: number): number[] => MARKS.filter((mark) => mark.coding.coder === coder).map((mark) => lanes.get(mark.k) ?? -1);
  expect(Math.max(...of(0))).toBeLessThan(Math.min(...of(1)));
});
