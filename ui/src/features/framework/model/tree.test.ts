import { describe, expect, it } from "vitest";

import { dropped, dropPart, isWithin, stepped, visible, type Placed } from "./tree";

// 1 (2, 3 (4)), 5 (6)
const TREE: Placed[] = [
  { k: 1, parent: null, depth: 0 },
  { k: 2, parent: 1, depth: 1 },
  { k: 3, parent: 1, depth: 1 },
  { k: 4, parent: 3, depth: 2 },
  { k: 5, parent: null, depth: 0 },
  { k: 6, parent: 5, depth: 1 },
];

const keys = (themes: Placed[]): number[] => themes.map((theme) => theme.k);

describe("visible", () => {
  it("hides all that is under a closed theme, however deep", () => {
    expect(keys(visible(TREE, new Set([1])))).toEqual([1, 5, 6]);
    expect(keys(visible(TREE, new Set([3])))).toEqual([1, 2, 3, 5, 6]);
  });
});

describe("stepped", () => {
  it("moves among siblings and stops at both ends", () => {
    expect(stepped(TREE, 3, "up")).toEqual({ parent: 1, after: null });
    expect(stepped(TREE, 2, "down")).toEqual({ parent: 1, after: 3 });
    expect(stepped(TREE, 2, "up")).toBeNull();
    expect(stepped(TREE, 5, "down")).toBeNull();
  });

  it("goes in under the sibling before it, as the last one there", () => {
    expect(stepped(TREE, 5, "in")).toEqual({ parent: 1, after: 3 });
    expect(stepped(TREE, 1, "in")).toBeNull();
  });

  it("goes out behind its parent", () => {
    expect(stepped(TREE, 4, "out")).toEqual({ parent: 1, after: 3 });
    expect(stepped(TREE, 1, "out")).toBeNull();
  });
});

describe("dropped", () => {
  it("puts a theme before, inside or after another", () => {
    expect(dropped(TREE, 6, 3, "before")).toEqual({ parent: 1, after: 2 });
    expect(dropped(TREE, 6, 3, "inside")).toEqual({ parent: 3, after: 4 });
    expect(dropped(TREE, 6, 3, "after")).toEqual({ parent: 1, after: 3 });
  });

  it("refuses to put a theme into itself or below itself", () => {
    expect(dropped(TREE, 1, 4, "inside")).toBeNull();
    expect(dropped(TREE, 3, 3, "after")).toBeNull();
  });

  it("does nothing where the theme would stay where it is", () => {
    expect(dropped(TREE, 3, 2, "after")).toBeNull();
    expect(dropped(TREE, 2, 3, "before")).toBeNull();
  });
});

it("takes the middle half of a row for inside", () => {
  expect([dropPart(2, 32), dropPart(16, 32), dropPart(30, 32)]).toEqual(["before", "inside", "after"]);
});

it("knows what is within what", () => {
  expect([isWithin(TREE, 4, 1), isWithin(TREE, 4, 4), isWithin(TREE, 4, 5)]).toEqual([true, true, false]);
});
