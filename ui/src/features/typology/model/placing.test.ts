import { describe, expect, it } from "vitest";

import { asksMore, cellAt, inOrder, openFirst, remark, requirement, standing, unitOf, withPlaced, withRev } from "./placing";
import type { Dimension, PlacedCase, Typology } from "./types";

const taught: Dimension = { k: 1, name: "Taught", question: "", values: [{ k: 11, name: "yes", category: null }, { k: 12, name: "no", category: null }] };
const base: Dimension = { k: 2, name: "Base", question: "", values: [{ k: 21, name: "desk", category: null }] };
const person = (k: number, open: boolean): PlacedCase => ({ case: k, wave: 0, name: String(k), places: [], open });
const type = { k: 5, name: "Alone", description: "", admits: [12, 21], cases: [], single: false };

describe("placing", () => {
  it("puts cases first that are not placed, and keeps their order otherwise", () => {
    expect(openFirst([person(1, false), person(2, true), person(3, true)]).map((one) => one.case)).toEqual([2, 3, 1]);
  });

  it("keeps the order that was shown while cases are placed, new ones last", () => {
    const cases = [person(1, false), person(2, false), person(3, true)];
    expect(inOrder(cases, [unitOf({ case: 2, wave: 0 }), unitOf({ case: 1, wave: 0 })]).map((one) => one.case)).toEqual([2, 1, 3]);
  });

  it("says that a case stands twice, or what its elements speak for while it stands nowhere", () => {
    expect(remark(taught, { dimension: 1, rev: 0, values: [11, 12], said: [], why: "placed on two values" })).toBe("placed twice: yes and no");
    expect(remark(taught, { dimension: 1, rev: 0, values: [], said: [11, 12], why: "not placed" })).toBe("elements speak for: yes or no");
    expect(remark(taught, { dimension: 1, rev: 0, values: [12], said: [11], why: null })).toBe("");
  });

  it("puts a case on a value before the server has answered, and takes it off", () => {
    const nowhere = { dimension: 1, rev: 0, values: [], said: [], why: "not placed" as const };
    const now = { cases: [{ ...person(1, true), places: [nowhere] }, { ...person(2, true), places: [nowhere] }] } as unknown as Typology;

    const put = withRev(withPlaced(now, { case: 1, wave: 0 }, 1, 12), { case: 1, wave: 0 }, 1, 40);
    const off = withPlaced(put, { case: 1, wave: 0 }, 1, null);

    expect(put.cases[0]).toMatchObject({ open: false, places: [{ rev: 40, values: [12], why: null }] });
    expect(put.cases[1]).toMatchObject({ open: true, places: [nowhere] });
    expect(off.cases[0]).toMatchObject({ open: true, places: [{ values: [] }] });
    expect([standing(taught, [12]), standing(taught, [11, 12]), standing(taught, [])]).toEqual(["no", "yes and no", "not placed"]);
  });

  it("finds the cell of a pair of values, row first", () => {
    const cells = [{ values: [11, 21], cases: ["A"], types: [] }, { values: [12, 21], cases: [], types: [] }];
    expect(cellAt(cells, 12, 21)).toBe(cells[1]);
    expect(cellAt(cells, 21, 12)).toBeUndefined();
  });

  it("tells what a type requires, and whether of dimensions that are not crossed", () => {
    expect(requirement(type, [taught, base])).toBe("Taught: no; Base: desk");
    expect([asksMore(type, [taught, base], [1]), asksMore(type, [taught, base], [1, 2])]).toEqual([true, false]);
  });
});
