import { describe, expect, it } from "vitest";

import { Offsets, wholeCharacters } from "./offsets";

const TEXTS = ["plain", "", "a😀b😀😀c", "😀", "né e\u0301 👩‍👩‍👧 end", "Übung 🏳️‍🌈 and 🇬🇧."];

describe("Offsets", () => {
  it("gives back every position of code points", () => {
    for (const text of TEXTS) {
      const offsets = new Offsets(text);
      const points = Array.from(text);
      for (let at = 0; at <= points.length; at += 1) {
        const utf16 = points.slice(0, at).join("").length;
        expect(offsets.toUtf16(at)).toBe(utf16);
        expect(offsets.toCodePoints(utf16)).toBe(at);
      }
    }
  });

  it("cuts the words that the server would cut", () => {
    expect(new Offsets("a😀b😀c").slice(2, 5)).toBe("b😀c");
  });
});

describe("wholeCharacters", () => {
  it("grows a selection that cuts a surrogate pair", () => {
    expect(wholeCharacters("a😀b", 2, 3)).toEqual([1, 3]);
  });

  it("grows a selection that cuts a combining sequence", () => {
    expect(wholeCharacters("ne\u0301e", 0, 2)).toEqual([0, 3]);
  });

  it("grows a selection that cuts a family", () => {
    const text = "x 👩‍👩‍👧 y";
    expect(wholeCharacters(text, 5, 6)).toEqual([2, 10]);
  });

  it("leaves a selection between characters alone", () => {
    expect(wholeCharacters("plain words", 2, 7)).toEqual([2, 7]);
  });
});
