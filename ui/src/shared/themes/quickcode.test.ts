import { describe, expect, it } from "vitest";

import { fitting, inVivoName, isKnown, leadingOn, read, recentThemes } from "./quickcode";

const THEMES = [
  { k: 1, number: "1", name: "Coming to the role" },
  { k: 2, number: "1.1", name: "Training" },
  { k: 3, number: "2.3", name: "Being valued" },
  { k: 4, number: "4.1", name: "Supervision" },
  { k: 5, number: null, name: "mad busy" },
];

describe("leadingOn", () => {
  it("gives the sub-themes under the last number", () => {
    expect(leadingOn("4.1 1", THEMES)).toEqual([THEMES[1]]);
    expect(leadingOn("2.", THEMES)).toEqual([THEMES[2]]);
  });

  it("gives nothing for a number that is finished, or for none", () => {
    expect(leadingOn("1 ", THEMES)).toEqual([]);
    expect(leadingOn("1.1", THEMES)).toEqual([]);
    expect(leadingOn("", THEMES)).toEqual([]);
  });
});

describe("read", () => {
  it("reads several theme numbers", () => {
    expect(read("2.3 4.1", THEMES)).toEqual({ kind: "numbers", themes: [THEMES[2], THEMES[3]], unknown: [] });
  });

  it("takes commas, a full stop behind a number, and the same number twice", () => {
    expect(read("2.3., 4.1 2.3", THEMES)).toMatchObject({ kind: "numbers", themes: [THEMES[2], THEMES[3]] });
  });

  it("tells the numbers that the framework does not have", () => {
    expect(read("2.3 9.9", THEMES)).toMatchObject({ themes: [THEMES[2]], unknown: ["9.9"] });
  });

  it("takes everything else for words", () => {
    expect(read("2 cars", THEMES)).toEqual({ kind: "words", words: "2 cars" });
    expect(read("  ", THEMES)).toEqual({ kind: "nothing" });
  });
});

describe("fitting", () => {
  const names = (words: string, recent: number[] = []): string[] => fitting(words, THEMES, recent).map((theme) => theme.name);

  it("finds a theme by two letters that it begins with", () => {
    expect(names("su")[0]).toBe("Supervision");
  });

  it("finds a theme by the initials of its words", () => {
    expect(names("bv")).toEqual(["Being valued"]);
  });

  it("puts what was used last first among equals", () => {
    expect(names("", [4])[0]).toBe("Supervision");
  });

  it("finds open codes too, whatever their accents", () => {
    expect(fitting("mád", THEMES).map((theme) => theme.k)).toEqual([5]);
  });
});

it("knows a name whatever its capitals", () => {
  expect(isKnown(" being  VALUED", THEMES)).toBe(true);
  expect(isKnown("being", THEMES)).toBe(false);
});

it("lists the themes used last, each once", () => {
  const codings = [{ k: 1, theme: 7, at: 10 }, { k: 2, theme: 8, at: 30 }, { k: 3, theme: 7, at: 40 }];
  expect(recentThemes(codings)).toEqual([7, 8]);
});

describe("inVivoName", () => {
  it("sets the words on one line", () => {
    expect(inVivoName(" a factory,\n if I may ")).toBe("a factory, if I may");
  });

  it("cuts a long one at a word, and never a character in two", () => {
    const name = inVivoName("I don't have any problem with it being a factory, it is a good factory 😀😀");
    expect(Array.from(name).length).toBeLessThanOrEqual(61);
    expect(name.endsWith("…")).toBe(true);
  });
});
