import { describe, expect, it } from "vitest";

import { inState, nextWaiting, waiting, type Disagreement } from "./settled";

const one = (item: string, standing: Disagreement["standing"]): Disagreement => ({
  number: 1, item, source: "janet", difference: "theme", standing, start: 0, end: 1, before: "", words: "w", after: "", speaker: "P", part: 1, from_ms: null,
  chosen: [], readings: [], definitions: [], outcome: "", decision: null,
});

describe("disagreements", () => {
  const items = [one("a", "open"), one("b", "settled"), one("c", "reopened")];

  it("counts what was reopened as waiting", () => {
    expect(waiting(items)).toBe(2);
    expect(inState(items, "open").map((item) => item.item)).toEqual(["a", "c"]);
    expect(inState(items, "settled").map((item) => item.item)).toEqual(["b"]);
  });

  it("goes to the next that waits, round to the first", () => {
    expect(nextWaiting(items, "a")?.item).toBe("c");
    expect(nextWaiting(items, "c")?.item).toBe("a");
    expect(nextWaiting([one("b", "settled")], "b")).toBeNull();
  });
});
