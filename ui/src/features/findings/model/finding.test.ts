import { describe, expect, it } from "vitest";

import { counterOf, listsOf, marked } from "./finding";
import type { Place } from "./types";

function place(name: string, group: Place["group"], inScope = true): Place {
  return { case: 1, name, kind: "person", wave: 0, wave_name: "", group, basis: "its evidence", in_scope: inScope, note: "", cells: "", evidence: [] };
}

describe("listsOf", () => {
  it("shows the five lists even where nobody stands in them", () => {
    expect(listsOf([]).map((list) => list.group)).toEqual(["holds", "with qualification", "contrary", "not asked", "silent"]);
  });

  it("puts those to be placed first and leaves those out of whom it does not speak", () => {
    const lists = listsOf([place("Ann", "holds"), place("Bob", "to be placed"), place("Cy", "holds", false)]);
    expect(lists[0]).toMatchObject({ group: "to be placed", places: [{ name: "Bob" }] });
    expect(lists[1]?.places.map((each) => each.name)).toEqual(["Ann"]);
  });
});

describe("counterOf", () => {
  it("lists those who do not carry the claim, the contrary ones first", () => {
    const found = counterOf([place("Ann", "silent"), place("Bob", "holds"), place("Cy", "contrary"), place("Di", "to be placed")]);
    expect(found.map((each) => each.name)).toEqual(["Cy", "Di", "Ann"]);
  });
});

describe("marked", () => {
  it("marks the words that say how many, counted in code points", () => {
    expect(marked("🙂 Most do.", [{ start: 2, end: 6 }])).toEqual([
      { words: "🙂 ", says: false },
      { words: "Most", says: true },
      { words: " do.", says: false },
    ]);
  });

  it("leaves a statement without such words whole", () => {
    expect(marked("They do.", [])).toEqual([{ words: "They do.", says: false }]);
  });
});
