import { describe, expect, it } from "vitest";

import { matrixOf, shade } from "./longitudinal";

const TABLE = {
  columns: ["number", "theme", "case", "change", "in words", "at referral", "at nine months", "may be the study's", "stale", "also rests on"],
  values: [
    ["1.1", "Alone", "Ann", "ceases", "not any more", "By herself.", "", "", "a cell it rests on was changed", "ann-2, turn 4: “Never alone.”"],
    ["1.1", "Alone", "Bob", "", "", "", "", "not asked in the earlier wave", "", ""],
    ["1.2", "Desks", "Ann", "", "", "", "A desk.", "", "", ""],
  ],
  title: "",
  note: "",
};

describe("matrixOf", () => {
  it("sets themes by cases", () => {
    const matrix = matrixOf(TABLE);

    expect(matrix.themes.map((theme) => theme.name)).toEqual(["Alone", "Desks"]);
    expect(matrix.cases).toEqual(["Ann", "Bob"]);
    expect([matrix.earlier, matrix.later]).toEqual(["at referral", "at nine months"]);
    expect(matrix.at("1.1", "Ann")).toMatchObject({ kind: "ceases", before: "By herself.", stale: "a cell it rests on was changed", rests: "ann-2, turn 4: “Never alone.”" });
    expect(matrix.at("1.2", "Bob")).toBeUndefined();
  });
});

describe("shade", () => {
  it("is none for nothing and full for the most", () => {
    expect([shade(0, 9), shade(1, 9), shade(9, 9), shade("-", 9)]).toEqual([0, 1, 4, 0]);
  });
});
