import { describe, expect, it } from "vitest";

import { Spoken } from "./spoken";
import type { Turn } from "@/shared/text/transcript";

const turn = (index: number, fromMs: number | null): Turn => ({ index, n: index, kind: "turn", speaker: "P", role: null, level: null, fromMs, words: "yes", start: 0, end: 3 });

describe("Spoken", () => {
  const spoken = new Spoken([turn(0, null), turn(1, 1_000), turn(2, null), turn(3, 4_000), turn(4, 4_000)]);

  it("is at the last turn that has begun", () => {
    expect([0, 999, 1_000, 3_999].map((ms) => spoken.rowAt(ms))).toEqual([null, null, 1, 1]);
  });

  it("takes the later of two that begin together", () => {
    expect(spoken.rowAt(60_000)).toBe(4);
  });

  it("knows a text without times", () => {
    expect(spoken.knowsTimes).toBe(true);
    expect(new Spoken([turn(0, null)]).knowsTimes).toBe(false);
  });
});
