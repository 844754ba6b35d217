import { describe, expect, it } from "vitest";

import { Finder, nextPlace } from "./find";

describe("Finder", () => {
  it("finds words whatever their capitals and accents, at the right place behind an emoji", () => {
    const text = "😀 Café and cafe\u0301 and CAFE";
    const found = new Finder(text).all("cafe");
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(["Café", "cafe\u0301", "CAFE"]);
  });

  it("finds nothing for nothing", () => {
    expect(new Finder("words").all("  ")).toEqual([]);
  });
});

it("goes to the next place and round at the end", () => {
  const places = [{ start: 5, end: 6 }, { start: 20, end: 21 }];
  expect(nextPlace(places, 5, 1)).toBe(1);
  expect(nextPlace(places, 20, 1)).toBe(0);
  expect(nextPlace(places, 5, -1)).toBe(1);
  expect(nextPlace([], 0, 1)).toBe(-1);
});
