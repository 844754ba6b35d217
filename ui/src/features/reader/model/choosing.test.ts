import { expect, it } from "vitest";

import { codingsAt, stepped } from "./choosing";
import type { Mark } from "./marks";

const mark = (k: number, start: number, end: number): Mark => ({
  k, start, end, coding: { k, rev: 1, start, end, theme: 1, coder: 1, note: "", origins: [], at: 0 },
});
const MARKS = [mark(1, 0, 100), mark(2, 10, 20), mark(3, 300, 320)];

it("lists the codings at a place, the nearest to the words first", () => {
  expect(codingsAt(MARKS, { start: 12, end: 14 }).map((each) => each.k)).toEqual([2, 1]);
});

it("steps through the codings at the selection, and round", () => {
  const here = { start: 12, end: 14 };
  expect(stepped(MARKS, here, null, 1)?.k).toBe(2);
  expect(stepped(MARKS, here, 2, 1)?.k).toBe(1);
  expect(stepped(MARKS, here, 1, 1)?.k).toBe(2);
});

it("steps through the whole text where nothing is indexed at the selection", () => {
  expect(stepped(MARKS, { start: 200, end: 210 }, 2, 1)?.k).toBe(3);
  expect(stepped([], null, null, 1)).toBeNull();
});
