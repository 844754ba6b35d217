import { expect, it } from "vitest";

import { cellWay, wordsWay } from "./ways";

it("leads to words in the reader and to a cell of a case's chart", () => {
  expect(wordsWay({ source: 7, start: 3, end: 9 })).toBe("read/7?at=3-9");
  expect(cellWay({ case: 4, wave: 0, theme: 5 })).toBe("chart/case/4?cell=4:0:5");
});
