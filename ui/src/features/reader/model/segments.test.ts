import { describe, expect, it } from "vitest";

import { someCodings } from "@/shared/testing/chance";

import { byRow, cut } from "./segments";

describe("cut", () => {
  it("covers the row without gap or overlap, whatever lies over it", () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const row = { start: 50, end: 350 };
      const codings = someCodings(seed, 12, 400, 150);

      const pieces = cut(row, codings);

      expect(pieces[0]?.start).toBe(row.start);
      expect(pieces.at(-1)?.end).toBe(row.end);
      for (let at = 1; at < pieces.length; at += 1) expect(pieces[at]?.start).toBe(pieces[at - 1]?.end);
    }
  });

  it("names over each character just the codings that cover it", () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const codings = someCodings(seed, 9, 200, 80);
      for (const piece of cut({ start: 0, end: 200 }, codings)) {
        for (let at = piece.start; at < piece.end; at += 1) {
          const expected = codings.filter((coding) => coding.start <= at && at < coding.end).map((coding) => coding.k);
          expect(piece.over).toEqual(expected);
        }
      }
    }
  });

  it("leaves a row that nothing touches whole", () => {
    expect(cut({ start: 10, end: 20 }, [{ k: 1, start: 0, end: 10 }, { k: 2, start: 20, end: 30 }])).toEqual([{ start: 10, end: 20, over: [] }]);
  });
});

describe("byRow", () => {
  const rows = [{ start: 0, end: 90 }, { start: 100, end: 100 }, { start: 102, end: 250 }, { start: 251, end: 400 }];

  it("finds for each row the codings that a look at every pair finds", () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const codings = someCodings(seed, 20, 400, 200);
      byRow(rows, codings).forEach((list, at) => {
        const row = rows[at] as { start: number; end: number };
        const expected = codings.filter((coding) => coding.start < row.end && row.start < coding.end).map((coding) => coding.k);
        expect(list.map((coding) => coding.k).sort((a, b) => a - b)).toEqual(expected);
      });
    }
  });

  it("gives a row in which nothing changed the very list it had", () => {
    const first = { k: 1, start: 5, end: 20 };
    const before = byRow(rows, [first]);

    const after = byRow(rows, [first, { k: 2, start: 110, end: 120 }], before);

    expect(after[0]).toBe(before[0]);
    expect(after[3]).toBe(before[3]);
    expect(after[2]).toHaveLength(1);
  });
});
