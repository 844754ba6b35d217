import { describe, expect, it } from "vitest";

import { besideLine, linesOf } from "./lines";
import { cssString, pageRules } from "./paper";
import { caseSheets, cellsOf, headOf, themeSheets, type Printed } from "./sheets";

function row(k: number, wave: number, wave_name: string, header: string) {
  return { case: k, name: `case ${String(k)}`, kind: "person" as const, wave, wave_name, header: [header], groups: [] };
}

const COLUMNS = [10, 11, 12, 13, 14].map((theme, n) => ({ theme, number: `1.${String(n + 1)}`, name: "", definition: "" }));
const PRINTED: Printed = {
  foot: { title: "", notice: "", framework: "", date: "", pseudonyms: "", withheld: "", state: "" },
  attributes: ["site"],
  grouping: [],
  rows: [row(1, 5, "at start", "North"), row(1, 6, "later", "North"), row(2, 5, "at start", "")],
  themes: [
    { theme: 1, number: "1", name: "Work", columns: COLUMNS },
    { theme: 2, number: "2", name: "Pay", columns: COLUMNS.slice(0, 1) },
  ],
  cells: [{ row: 2, column: 5, state: "draft", blank: null, stale: false, lines: [] }],
  in_time: [
    { wave: 5, name: "at start" },
    { wave: 6, name: "later" },
  ],
  absences: [{ case: 2, wave: 6, status: "lost" }],
};

describe("a chart on sheets", () => {
  it("cuts a theme with many columns into parts of about the same width", () => {
    const told = themeSheets(PRINTED, "A4").map((sheet) => [sheet.theme.number, sheet.columns.length, sheet.at, `${String(sheet.part)}/${String(sheet.parts)}`]);
    expect(told).toEqual([["1", 3, 0, "1/2"], ["1", 2, 3, "2/2"], ["2", 1, 5, "1/1"]]);
    expect(themeSheets(PRINTED, "A3")).toHaveLength(2);
  });

  it("gives each case its waves, and what became of it in the others", () => {
    expect(caseSheets(PRINTED).map((sheet) => sheet.waves.map((wave) => [wave.name, wave.row, wave.status]))).toEqual([
      [["at start", 0, ""], ["later", 1, ""]],
      [["at start", 2, ""], ["later", -1, "lost"]],
    ]);
  });

  it("finds a cell by its place and tells what is known of a row", () => {
    expect(cellsOf(PRINTED)(2, 5)?.state).toBe("draft");
    expect(cellsOf(PRINTED)(0, 0)).toBeUndefined();
    expect(PRINTED.rows.map((each) => headOf(PRINTED, each))).toEqual(["at start · site: North", "later · site: North", "at start"]);
  });
});

describe("a transcript in lines", () => {
  it("breaks at spaces and at the text's own line breaks, and counts in code points", () => {
    const lines = linesOf("one two 🌱 three\nfour", 100, 7, 9);
    expect(lines.map((line) => line.words)).toEqual(["one two 🌱", "three", "four"]);
    expect(lines.map((line) => [line.n, line.start, line.end])).toEqual([[7, 100, 109], [8, 110, 115], [9, 116, 120]]);
  });

  it("cuts a word that is longer than a line", () => {
    expect(linesOf("abcdefgh", 0, 1, 3).map((line) => line.words)).toEqual(["abc", "def", "gh"]);
  });

  it("keeps an empty line of the text", () => {
    expect(linesOf("a\n\nb", 0, 1).map((line) => line.words)).toEqual(["a", "", "b"]);
  });

  it("prints a theme at the line in which it begins, with the line to which it goes on", () => {
    const lines = linesOf("one two three four", 0, 1, 9);
    const stretches = [
      { start: 4, end: 7, label: "2.3" },
      { start: 4, end: 18, label: "4.1" },
    ];
    expect(besideLine(lines[0] ?? { n: 0, start: 0, end: 0, words: "" }, stretches, lines)).toEqual(["2.3", "4.1 –3"]);
    expect(besideLine(lines[1] ?? { n: 0, start: 0, end: 0, words: "" }, stretches, lines)).toEqual([]);
  });
});

it("lets no title break out of the rules of a sheet", () => {
  expect(cssString('a "b" \\ c\n}')).toBe('"a \\"b\\" \\\\ c }"');
  expect(pageRules("A3", true, 'x"; } body {')).toContain('content: "x\\"; } body {"');
});
