import { describe, expect, it } from "vitest";

import { placed, reworded, without } from "./steps";
import type { Theme } from "./types";

function theme(k: number, parent: number | null, depth: number, number: string): Theme {
  return { k, rev: 1, parent, depth, number, name: `theme ${String(k)}`, definition: "", include: "", exclude: "", example: "", origin: "", state: number === "" ? "code" : "active", codings: 0, sources: 0, below: 0, to_check: 0 };
}

// 1 (2, 3 (4)), 5 (6), and an open code
const TREE: Theme[] = [theme(1, null, 0, "1"), theme(2, 1, 1, "1.1"), theme(3, 1, 1, "1.2"), theme(4, 3, 2, "1.2.1"), theme(5, null, 0, "2"), theme(6, 5, 1, "2.1"), theme(7, null, 0, "")];

const printed = (themes: readonly Theme[]): string[] => themes.map((each) => `${each.number}:${String(each.k)}`);

describe("a theme that is moved", () => {
  it("takes all under it along, and everything is numbered anew", () => {
    expect(printed(placed(3, { parent: 1, after: null })(TREE))).toEqual(["1:1", "1.1:3", "1.1.1:4", "1.2:2", "2:5", "2.1:6", ":7"]);
    expect(printed(placed(3, { parent: null, after: 1 })(TREE))).toEqual(["1:1", "1.1:2", "2:3", "2.1:4", "3:5", "3.1:6", ":7"]);
    expect(printed(placed(1, { parent: null, after: 5 })(TREE))).toEqual(["1:5", "1.1:6", "2:1", "2.1:2", "2.2:3", "2.2.1:4", ":7"]);
    expect(printed(placed(5, { parent: null, after: null })(TREE))).toEqual(["1:5", "1.1:6", "2:1", "2.1:2", "2.2:3", "2.2.1:4", ":7"]);
  });

  it("goes behind all that is under the sibling before it", () => {
    const after = placed(5, { parent: 1, after: 3 })(TREE);

    expect(printed(after)).toEqual(["1:1", "1.1:2", "1.2:3", "1.2.1:4", "1.3:5", "1.3.1:6", ":7"]);
    expect(after.filter((each) => each.k >= 5).map((each) => [each.parent, each.depth])).toEqual([[1, 1], [5, 2], [null, 0]]);
  });

  it("is a theme from then on if it was an open code", () => {
    const after = placed(7, { parent: 5, after: null })(TREE);

    expect(printed(after).slice(4)).toEqual(["2:5", "2.1:7", "2.2:6"]);
    expect(after.find((each) => each.k === 7)).toMatchObject({ state: "active", parent: 5, depth: 1 });
  });

  it("stands as it did after the same move once more", () => {
    const once = placed(3, { parent: null, after: 1 })(TREE);

    expect(placed(3, { parent: null, after: 1 })(once)).toEqual(once);
  });

  it("stays where it is while where it goes is not known, or lies within it", () => {
    expect(placed(3, { parent: 99, after: null })(TREE)).toEqual(TREE);
    expect(placed(1, { parent: 4, after: null })(TREE)).toEqual(TREE);
    expect(placed(99, { parent: null, after: null })(TREE)).toEqual(TREE);
  });
});

it("puts a theme in other words, and says nothing else of it", () => {
  const after = reworded(2, { name: "new", wording_only: true }, 9)(TREE);

  expect(after[1]).toEqual({ ...TREE[1], name: "new", rev: 9 });
  expect(after.filter((each) => each.k !== 2)).toEqual(TREE.filter((each) => each.k !== 2));
});

it("takes a theme out with all under it and closes the gap in the numbers", () => {
  expect(printed(without(1)(TREE))).toEqual(["1:5", "1.1:6", ":7"]);
});
