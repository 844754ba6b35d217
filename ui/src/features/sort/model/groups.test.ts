import { describe, expect, it } from "vitest";

import { grouped, left, neighbour, nextTheme } from "./groups";

const EXTRACTS = [
  { k: 1, groups: ["Janet"], reviewed: true },
  { k: 2, groups: ["Janet", "Omar"], reviewed: false },
  { k: 3, groups: ["Omar"], reviewed: false },
];

it("sets an extract of two people under both, and goes over it once", () => {
  const { groups, order } = grouped(EXTRACTS);

  expect(groups.map((group) => [group.name, group.extracts.map((each) => each.k)])).toEqual([["Janet", [1, 2]], ["Omar", [2, 3]]]);
  expect(order).toEqual([1, 2, 3]);
});

it("leaves those still to be reviewed", () => {
  expect(left(EXTRACTS, "open").map((each) => each.k)).toEqual([2, 3]);
  expect(left(EXTRACTS, "done").map((each) => each.k)).toEqual([1]);
  expect(left(EXTRACTS, "")).toBe(EXTRACTS);
});

describe("neighbour", () => {
  it("goes on and stays at the ends", () => {
    expect(neighbour([1, 2, 3], 1, 1)).toBe(2);
    expect(neighbour([1, 2, 3], 3, 1)).toBe(3);
    expect(neighbour([1, 2, 3], null, 1)).toBe(1);
    expect(neighbour([], 1, 1)).toBeNull();
  });

  it("goes to what took the place of one that has left the list", () => {
    expect(neighbour([1, 3], 2, 1, [1, 2, 3])).toBe(3);
    expect(neighbour([1, 2], 3, 1, [1, 2, 3])).toBe(2);
  });
});

describe("nextTheme", () => {
  const THEMES = [{ k: 1, codings: 0 }, { k: 2, codings: 4 }, { k: 3, codings: 0 }, { k: 4, codings: 1 }];

  it("passes over themes without extracts of their own", () => {
    expect(nextTheme(THEMES, 2, 1)).toBe(4);
    expect(nextTheme(THEMES, 4, -1)).toBe(2);
    expect(nextTheme(THEMES, null, 1)).toBe(2);
  });

  it("ends at both ends", () => {
    expect(nextTheme(THEMES, 4, 1)).toBeNull();
    expect(nextTheme(THEMES, 2, -1)).toBeNull();
  });
});
