import { expect, test } from "vitest";

import { compared, type Piece } from "./compared";

const marked = (pieces: readonly Piece[] | undefined): string[] => (pieces ?? []).filter((piece) => piece.differs).map((piece) => piece.text.trim());
const whole = (pieces: readonly Piece[] | undefined): string => (pieces ?? []).map((piece) => piece.text).join("");

test("a word that was changed is marked on both sides", () => {
  const found = compared("Nobody does. I always get that.", ["Nobody does. I still get that, mostly."]);

  expect(marked(found?.printed)).toEqual(["always"]);
  expect(marked(found?.sources[0])).toEqual(["still"]);
});

test("the words stay as they were", () => {
  const found = compared("I  always\nget that", ["I still get that"]);

  expect(whole(found?.printed)).toBe("I  always\nget that");
  expect(whole(found?.sources[0])).toBe("I still get that");
});

test("capitals and quotation marks do not differ", () => {
  const found = compared("‘Don’t’ ask me.", ["\"don't\" ask me"]);

  expect(marked(found?.printed)).toEqual([]);
});

test("an addition at the end is marked in the manuscript, and the source's next words are not", () => {
  const found = compared("is it hips, and everybody laughed", ["I rang up: is it hips. Twenty-two hours"]);

  expect(marked(found?.printed)).toEqual(["and everybody laughed"]);
  expect(marked(found?.sources[0])).toEqual([]);
});

test("words of any of several sources are in common", () => {
  const found = compared("I'd say no … send them", ["I'd say no, thank you", "well, send them"]);

  expect(marked(found?.printed)).toEqual([]);
});

test("words that have little in common are not compared", () => {
  expect(compared("carer support worker", ["the table is on the fourth floor"])).toBeNull();
});

test("without a source there is nothing to compare", () => {
  expect(compared("anything", [])).toBeNull();
});
