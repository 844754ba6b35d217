import { describe, expect, it } from "vitest";

import { alike, byClass, elementsLeft, grouped, linesLeft, nextIn, nextUndrawn, without } from "./sheet";
import type { Category, DataLine, Element, Sheet } from "./types";

const line = (statement: number, elements: number[] = []) => ({ statement, elements }) as DataLine;
const element = (k: number, category: number | null, cases: number[] = [1]) => ({ k, category, cases, unsettled: [], text: `element ${String(k)}` }) as unknown as Element;
const category = (k: number, kind = "") => ({ k, kind, name: `c${String(k)}`, elements: [], cases: [] }) as unknown as Category;
const SHEET = {
  data: [line(1, [10]), line(2), line(3, [11]), line(4)],
  elements: [element(10, 20), element(11, null, [2])],
  categories: [category(20, "A"), category(21), category(22, "A")],
} as Sheet;

it("finds what is there under the words typed, but for case", () => {
  expect(alike(SHEET.elements, (each) => each.text, "  Element  10 ")?.k).toBe(10);
  expect(alike(SHEET.elements, (each) => each.text, "")).toBeUndefined();
});

it("leaves what a filter asks for", () => {
  expect(linesLeft(SHEET.data, "undrawn").map((each) => each.statement)).toEqual([2, 4]);
  expect(elementsLeft(SHEET.elements, "loose").map((each) => each.k)).toEqual([11]);
  expect(elementsLeft(SHEET.elements, "")).toBe(SHEET.elements);
});

describe("going on", () => {
  it("stays at the ends", () => {
    expect(nextIn([1, 2], 2, 1)).toBe(2);
    expect(nextIn([1, 2], null, 1)).toBe(1);
    expect(nextIn([], null, 1)).toBeNull();
  });

  it("goes to the next line that nothing was drawn from, then from the top", () => {
    expect(nextUndrawn(SHEET.data, 1)).toBe(2);
    expect(nextUndrawn(SHEET.data, 4)).toBe(2);
    expect(nextUndrawn(SHEET.data.slice(0, 1), 1)).toBeNull();
  });
});

it("sets categories under their class in order", () => {
  expect(byClass(SHEET.categories).map(({ kind, categories }) => [kind, categories.map((each) => each.k)])).toEqual([["A", [20, 22]], ["", [21]]]);
});

it("groups elements at once, and counts cases once", () => {
  const after = grouped(SHEET, [10, 11], 21);

  expect(after.categories[1]).toMatchObject({ elements: [10, 11], cases: [1, 2] });
  expect(after.categories[0]).toMatchObject({ elements: [], cases: [] });
});

it("takes elements out of every column", () => {
  const after = without(SHEET, [10]);

  expect(after.elements.map((each) => each.k)).toEqual([11]);
  expect(after.data[0]?.elements).toEqual([]);
});
