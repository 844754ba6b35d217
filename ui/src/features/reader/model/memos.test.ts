import { expect, it } from "vitest";

import { memosByRow } from "./memos";
import { ReadText } from "@/shared/text/transcript";

it("puts a memo beside the row in which its words begin", () => {
  const part = { kind: "turn", label: "P", role: null, level: null, number: null, from_ms: null };
  const text = new ReadText("P: Yes.\nQ: No.\n", [{ ...part, n: 1, start: 0, words: 3, end: 8 }, { ...part, n: 2, start: 8, words: 11, end: 15 }]);

  const rows = memosByRow(text, [{ k: 1, start: 11, end: 14 }, { k: 2, start: null, end: null }, { k: 3, start: 4, end: 13 }]);

  expect([...rows].map(([row, memos]) => [row, memos.map((memo) => memo.k)])).toEqual([[1, [1]], [0, [3]]]);
});
