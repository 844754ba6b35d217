import { describe, expect, it } from "vitest";

import { someCodings } from "@/shared/testing/chance";

import { A_LINE, inGroupedLanes, inLanes } from "./lanes";

describe("inLanes", () => {
  it("never lets two codings that may meet on a line share a lane", () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const codings = someCodings(seed, 40, 5_000);

      const lanes = inLanes(codings);

      expect(lanes.size).toBe(codings.length);
      for (const a of codings) {
        for (const b of codings) {
          if (a.k < b.k && lanes.get(a.k) === lanes.get(b.k)) expect(a.start >= b.end + A_LINE || b.start >= a.end + A_LINE).toBe(true);
        }
      }
    }
  });

  it("leaves every bracket where it was when one more is added", () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const codings = someCodings(seed, 30, 3_000);
      const before = inLanes(codings.slice(0, 29));

      const after = inLanes(codings, before);

      for (const coding of codings.slice(0, 29)) expect(after.get(coding.k)).toBe(before.get(coding.k));
    }
  });

  it("gives up a lane in which a coding that grew no longer fits", () => {
    const before = inLanes([{ k: 1, start: 0, end: 10 }, { k: 2, start: 500, end: 510 }]);
    expect(before.get(2)).toBe(0);

    const after = inLanes([{ k: 1, start: 0, end: 600 }, { k: 2, start: 500, end: 510 }], before);

    expect(after.get(1)).not.toBe(after.get(2));
  });

  it("puts codings that lie one behind the other into the first lane", () => {
    expect([...inLanes([{ k: 1, start: 0, end: 10 }, { k: 2, start: 200, end: 210 }]).values()]).toEqual([0, 0]);
  });
});

describe("inGroupedLanes", () => {
  it("keeps the lanes of each coder together, in order", () => {
    const codings = someCodings(3, 30, 2_000).map((coding) => ({ ...coding, coder: coding.k % 3 }));

    const { lanes, widths } = inGroupedLanes(codings, (coding) => coding.coder, [2, 0, 1]);

    const of = (coder: number): number[] => codings.filter((each) => each.coder === coder).map((each) => lanes.get(each.k) ?? -1);
    expect(Math.max(...of(2))).toBeLessThan(Math.min(...of(0)));
    expect(Math.max(...of(0))).toBeLessThan(Math.min(...of(1)));
    expect(widths.get(2)).toBe(Math.max(...of(2)) + 1);
  });
});
