import { describe, expect, it } from "vitest";

import { byTheme, packAddress, raised } from "./pack";

describe("packAddress", () => {
  it("names the themes in their order, how many extracts and the form", () => {
    expect(packAddress("my study", [7, 3], 4, "html")).toBe("/api/studies/my%20study/panel/file?theme=7&theme=3&most=4&ending=html");
  });
});

describe("raised", () => {
  it("puts one before what stood before it", () => {
    expect(raised([1, 2, 3], 2)).toEqual([1, 3, 2]);
  });

  it("leaves the first where it is", () => {
    expect(raised([1, 2], 0)).toEqual([1, 2]);
  });
});

describe("byTheme", () => {
  it("keeps the order of themes and of their points", () => {
    const points = [{ theme: "2 B", n: 1 }, { theme: "1 A", n: 2 }, { theme: "2 B", n: 3 }];

    expect(byTheme(points)).toEqual([["2 B", [points[0], points[2]]], ["1 A", [points[1]]]]);
  });
});
