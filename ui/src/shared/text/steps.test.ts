import { describe, expect, it } from "vitest";

import { chance } from "@/shared/testing/chance";

import { back, extend, move, stretchOf, unitsIn, type Caret, type Unit } from "./steps";
import { ReadText, type Part, type Turn } from "./transcript";

const WORDS = ["So it rained. 😀 We waited!", "Did you?", "Yes. No, I mean: no.", "né e\u0301 👩‍👩‍👧 then."];

function aText(lines: readonly string[] = WORDS): ReadText {
  let text = "";
  const parts: Part[] = [];
  lines.forEach((line, n) => {
    const start = Array.from(text).length;
    text += `P${String(n)}: ${line}\n`;
    const end = Array.from(text).length;
    parts.push({ n: n + 1, kind: "turn", label: `P${String(n)}`, role: null, level: null, number: null, from_ms: null, start, words: start + 4, end });
  });
  return new ReadText(text, parts);
}

const said = (text: ReadText, caret: Caret | null): string => (caret === null ? "" : text.words(stretchOf(caret)));

describe("move", () => {
  it("selects the first turn, then the next", () => {
    const text = aText();
    const first = move(text, null, "turn", 1);
    expect(said(text, first)).toBe(WORDS[0]);
    expect(said(text, move(text, first, "turn", 1))).toBe(WORDS[1]);
  });

  it("goes through a turn by paragraph", () => {
    const text = aText(["One. Two.\n\n  Three. \nFour.", "Next."]);
    const turn = move(text, null, "turn", 1);
    const first = move(text, turn, "paragraph", 1);
    expect(said(text, first)).toBe("One. Two.");
    const second = move(text, first, "paragraph", 1);
    expect(said(text, second)).toBe("Three.");
    expect(said(text, move(text, first, "sentence", 1))).toBe("One.");
    expect(said(text, extend(text, second, "paragraph", 1))).toContain("Four.");
  });

  it("comes back to where a selection was left", () => {
    const text = aText();
    const third = move(text, move(text, move(text, null, "turn", 1), "turn", 1), "turn", 1);
    if (third === null) throw new Error("no turn");
    expect(said(text, back(text, third, "turn"))).toBe(WORDS[2]);
    expect(said(text, back(text, third, "sentence"))).toBe("Yes.");
  });

  it("goes into a turn by sentence and word, and back out of it", () => {
    const text = aText();
    const turn = move(text, null, "turn", 1);
    const sentence = move(text, turn, "sentence", 1);
    expect(said(text, sentence)).toBe("So it rained.");
    expect(said(text, move(text, sentence, "sentence", 1))).toBe("😀 We waited!");
    expect(said(text, move(text, sentence, "word", 1))).toBe("So");
    expect(said(text, move(text, turn, "word", -1))).toBe("waited");
  });

  it("goes on behind several turns that were taken together", () => {
    const text = aText();
    const two = extend(text, move(text, null, "turn", 1), "turn", 1);
    expect(said(text, move(text, two, "turn", 1))).toBe(WORDS[2]);
  });

  it("comes by every word of the text, each once, whichever way", () => {
    const text = aText();
    const all = text.turns.flatMap((turn: Turn) => unitsIn(turn, "word"));
    const forwards: string[] = [];
    let caret = move(text, { anchor: 0, focus: 0 }, "word", 1);
    for (let n = 0; n < all.length; n += 1) {
      forwards.push(said(text, caret));
      caret = move(text, caret, "word", 1);
    }
    expect(forwards).toEqual(all.map((each) => text.words(each)));
    expect(said(text, caret)).toBe(forwards.at(-1));
  });

  it("stays on the last unit at the end and on the first at the beginning", () => {
    const text = aText();
    const last = { anchor: text.turns[3]?.start ?? 0, focus: text.turns[3]?.end ?? 0 };
    expect(move(text, last, "turn", 1)).toEqual(last);
    const first = { anchor: text.turns[0]?.start ?? 0, focus: text.turns[0]?.end ?? 0 };
    expect(move(text, first, "turn", -1)).toEqual(first);
  });
});

describe("extend", () => {
  it("takes in the next turn, and gives it back", () => {
    const text = aText();
    const one = move(text, null, "turn", 1);
    const two = extend(text, one, "turn", 1);
    expect(stretchOf(two as Caret)).toEqual({ start: text.turns[0]?.start, end: text.turns[1]?.end });
    expect(stretchOf(extend(text, two, "turn", -1) as Caret)).toEqual(stretchOf(one as Caret));
  });

  it("goes past the turn where it began", () => {
    const text = aText();
    const second = move(text, move(text, null, "turn", 1), "turn", 1);
    const up = extend(text, second, "turn", -1);
    expect(stretchOf(up as Caret)).toEqual({ start: text.turns[0]?.start, end: text.turns[1]?.end });
    expect(stretchOf(extend(text, extend(text, up, "turn", 1), "turn", 1) as Caret)).toEqual({ start: text.turns[1]?.start, end: text.turns[2]?.end });
  });

  it("grows by words from where it stands", () => {
    const text = aText();
    const word = move(text, move(text, null, "turn", 1), "word", 1);
    expect(said(text, extend(text, word, "word", 1))).toBe("So it");
  });

  it("never cuts a visible character, wherever chance leads it", () => {
    const text = aText();
    const units: Unit[] = ["word", "sentence", "turn"];
    const clusters = new Set([0, ...[...new Intl.Segmenter("en").segment(text.text)].map((each) => each.index + each.segment.length)]);
    for (let seed = 1; seed <= 30; seed += 1) {
      const next = chance(seed);
      let caret: Caret | null = null;
      for (let step = 0; step < 40; step += 1) {
        const unit = units[Math.floor(next() * 3)] as Unit;
        caret = (next() < 0.5 ? move : extend)(text, caret, unit, next() < 0.5 ? 1 : -1);
        expect(clusters.has((caret as Caret).anchor) && clusters.has((caret as Caret).focus)).toBe(true);
      }
    }
  });
});
