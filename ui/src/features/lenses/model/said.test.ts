import { describe, expect, it } from "vitest";

import { NOTHING } from "./judging";
import { inWords, isOurs, typedIn, withAnswer, withoutSaid, withSaid, worded, written } from "./said";
import type { Judgement, Sheet } from "./types";

const HERS: Judgement = {
  k: 5, rev: 9, dimension: "told", values: ["no"], confidence: "high", judge: "Ana", words: ["self"], rationale: "Nobody did.", on: "", version: 1, evidence: [], against: [], look: "rests on nothing",
};
const SHEET = { judgements: [HERS], weighed: [], members: [] } as unknown as Sheet;

describe("withSaid", () => {
  it("puts what is said in the place of what the same judge said, and keeps its key", () => {
    const now = withSaid(SHEET, "Ana", "told", { ...NOTHING, values: ["yes"], rationale: "After all." });

    expect(now.judgements).toMatchObject([{ k: 5, rev: 9, values: ["yes"], rationale: "After all.", look: "" }]);
    expect(SHEET.judgements[0]?.values).toEqual(["no"]);
  });

  it("adds a first judgement, and leaves another judge's alone", () => {
    const now = withSaid(SHEET, "Ben", "told", { ...NOTHING, values: ["yes"] });

    expect(now.judgements.map((each) => [each.judge, each.k, ...each.values])).toEqual([["Ana", 5, "no"], ["Ben", 0, "yes"]]);
  });
});

it("knows key and revision once the server has answered", () => {
  const said = withSaid(SHEET, "Ben", "told", { ...NOTHING, values: ["yes"] });

  expect(withAnswer(said, "Ben", "told", { k: 7, rev: 12 }).judgements.map((each) => [each.k, each.rev])).toEqual([[5, 9], [7, 12]]);
  expect(withoutSaid(said, "Ana", "told").judgements.map((each) => each.judge)).toEqual(["Ben"]);
});

it("knows what it sent itself from what somebody else said meanwhile", () => {
  const draft = { ...NOTHING, values: ["no"], confidence: "high", words: ["self"], rationale: "Nobody did, she says." } as const;

  expect(isOurs(HERS, draft, "Nobody did.")).toBe(true);
  expect(isOurs(HERS, draft, "Nobody.")).toBe(false);
  expect(isOurs(HERS, { ...draft, values: ["yes"] }, "Nobody did.")).toBe(false);
  expect(isOurs(HERS, draft, undefined)).toBe(false);
  expect(isOurs(null, draft, "Nobody did.")).toBe(false);
});

it("keeps a rationale with the revision that it was begun on", () => {
  expect(typedIn(written({ text: "She found out ", rev: 9, kept: true }))).toEqual({ text: "She found out ", rev: 9, kept: false });
  expect(typedIn(written({ text: "", rev: 9, kept: false }))?.text).toBe("");
  expect(typedIn(written({ text: "She found out", rev: 9, kept: false, sent: "She found" }))?.sent).toBe("She found");
  expect(typedIn("")).toBeNull();
  expect(worded("  by \n doing  it ")).toBe("by doing it");
});

it("tells a judgement in a sentence", () => {
  expect(inWords(HERS)).toBe("no (high; word of self): Nobody did.");
  expect(inWords({ ...NOTHING, values: ["a", "b"] })).toBe("a, b (medium)");
  expect(inWords(null)).toBe("taken back");
});
