import { describe, expect, it } from "vitest";

import { ReadText, trimmed, type Part } from "./transcript";

const part = (n: number, start: number, words: number, end: number, more: Partial<Part> = {}): Part => ({
  n, kind: "turn", label: "P", role: "participant", level: null, number: null, from_ms: null, start, words, end, ...more,
});

describe("ReadText", () => {
  const body = "Title\nP: I 😀 cried.\nloose words\nQ: Why?\n";
  const text = new ReadText(body, [part(1, 0, 0, 6, { kind: "heading", label: null }), part(2, 6, 9, 19), part(3, 32, 35, 40, { label: "Q" })]);

  it("makes a row of every part, without its label", () => {
    expect(text.turns.map((turn) => turn.words)).toEqual(["Title", "I 😀 cried.", "loose words", "Why?"]);
  });

  it("keeps words that stand between parts", () => {
    expect(text.turns[2]?.n).toBeNull();
    expect(text.turns[2]?.words).toBe("loose words");
  });

  it("gives positions back to the server as code points", () => {
    const at = body.indexOf("cried");
    expect(text.toCodePoints({ start: at, end: at + 5 })).toEqual({ start: Array.from(body.slice(0, at)).length, end: Array.from(body.slice(0, at)).length + 5 });
  });

  it("finds the row at a position", () => {
    expect(text.turnAt(0)).toBe(0);
    expect(text.turnAt(body.indexOf("cried"))).toBe(1);
    expect(text.turnAt(body.length)).toBe(3);
  });

  it("says where a stretch is", () => {
    expect(text.place({ start: text.turns[1]?.start ?? 0, end: text.turns[3]?.end ?? 0 })).toBe("turns 2–3");
  });
});

it("takes white space off both ends of a stretch", () => {
  expect(trimmed("ab  cd ", { start: 2, end: 7 })).toEqual({ start: 4, end: 6 });
  expect(trimmed("ab  ", { start: 2, end: 4 })).toBeNull();
});
