import { expect, it } from "vitest";

import { firstWordsIn, lastWordsIn } from "./fitting";

const AS_LONG_AS = (words: string): number => words.length;

it.each([
  ["nobody had ever ", 100, "nobody had ever "],
  ["nobody had ever ", 16, "nobody had ever "],
  ["nobody had ever ", 15, "had ever "],
  ["nobody had ever ", 8, "ever "],
  ["nobody had ever ", 2, "ever "],
  [" had (", 6, "had ("],
  ["", 10, ""],
])("keeps the last words of “%s” in a width of %i “%s”", (words, room, kept) => {
  expect(lastWordsIn(words, room, AS_LONG_AS)).toBe(kept);
});

it.each([
  [" notes nobody read", 100, " notes nobody read"],
  [" notes nobody read ", 18, " notes nobody read"],
  [" notes nobody read", 17, " notes nobody"],
  [" notes nobody read", 2, " notes"],
  ["). He", 2, ")."],
  ["", 10, ""],
])("keeps the first words of “%s” in a width of %i: “%s”", (words, room, kept) => {
  expect(firstWordsIn(words, room, AS_LONG_AS)).toBe(kept);
});
