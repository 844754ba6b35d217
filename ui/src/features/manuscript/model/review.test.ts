import { expect, test } from "vitest";

import { firstPage, narrowed, placeOf, together, whoseOf, type Remark, type Review } from "./review";

const SPOT = { start: 0, end: 3, words: "one", paragraph: 4, page: null, under: "" };

function remark(key: string, more: Partial<Remark> = {}): Remark {
  return { key, check: "verbatim-mismatch", group: "words that were said", level: "wrong", said: `Said ${key}.`, asks: "", resolves: "", waived: "", spots: [SPOT], sources: [], ...more };
}

function review(remarks: Remark[], first_page: string[][]): Review {
  return { manuscript: "draft.md", words: 9, transcripts: 1, people: 0, k: 2, counts: {}, first_page, remarks, silent: [], notices: [], quotations: 0 };
}

test("lines that follow each other on one theme are put together", () => {
  const found = firstPage(review([remark("a"), remark("b"), remark("c", { group: "who said it" })], [["a"], ["b"], ["c"]]));

  expect(found.map(({ group, lines }) => [group, lines.length])).toEqual([["words that were said", 2], ["who said it", 1]]);
});

test("a line for several remarks says how many", () => {
  const [theme] = firstPage(review([remark("a"), remark("b")], [["a", "b"]]));

  expect(theme?.lines[0]?.said).toBe("2 remarks of this kind, the first: Said a.");
});

test("remarks are narrowed by level and theme together, and waived ones are left out", () => {
  const all = [remark("a"), remark("b", { level: "say why" }), remark("c", { group: "who said it" }), remark("d", { waived: "meant" })];

  expect(narrowed(all, ["wrong"], ["words that were said"]).map(({ key }) => key)).toEqual(["a"]);
  expect(narrowed(all, [], []).map(({ key }) => key)).toEqual(["a", "b", "c"]);
});

test("one turn is shown once with all its changes", () => {
  const words = { source: "one.txt", turn: 2, speaker: "P1", words: "as it was" };

  expect(together([{ ...words, change: "first" }, { ...words, change: "second" }])).toEqual([{ ...words, change: "first; second" }]);
});

test("places and speakers are told in words", () => {
  expect(placeOf({ ...SPOT, page: "3", under: "Findings" })).toBe("paragraph 4, page 3, under “Findings”");
  expect(whoseOf({ source: "one.txt", turn: null, speaker: "", words: "", change: "" })).toBe("one.txt");
});
