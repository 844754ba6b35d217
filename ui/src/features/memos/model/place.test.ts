import { describe, expect, it } from "vitest";

import { aboutOf, pageOf, topicOf, type Memo } from "./place";

const memo = (more: Partial<Memo>): Memo => ({ k: 1, rev: 1, kind: "analytic", about: "", about_kind: "study", about_key: 0, theme: null, wave: 0, source: null, start: null, end: null, text: "w", by: "Ana", at: 0, ...more });

describe("what memos are about", () => {
  it("stands in the address and is read back", () => {
    const cell = memo({ about_kind: "cell", about_key: 3, theme: 12, wave: 7 });
    expect(aboutOf(cell)).toBe("cell:3:12:7");
    expect(topicOf("cell:3:12:7")).toEqual({ case: 3, theme: 12, wave: 7 });
    expect(topicOf("theme:12")).toEqual({ theme: 12 });
    expect(topicOf("study")).toEqual({});
    expect(topicOf("theme:")).toEqual({});
  });

  it("leads to its place", () => {
    expect(pageOf(memo({ about_kind: "cell", about_key: 3, theme: 12, wave: 7 }))).toBe("chart?cell=3:7:12");
    expect(pageOf(memo({ about_kind: "case", about_key: 3 }))).toBe("chart/case/3");
    expect(pageOf(memo({ about_kind: "source", about_key: 4, source: 4, start: 2, end: 9 }))).toBe("read/4?at=2-9");
    expect(pageOf(memo({ about_kind: "coding", about_key: 8, source: 4, start: 2, end: 9 }))).toBe("read/4?at=2-9");
    expect(pageOf(memo({ about_kind: "source", about_key: 4 }))).toBe("read/4");
    expect(pageOf(memo({ about_kind: "theme", about_key: 12 }))).toBe("framework?theme=12");
    expect(pageOf(memo({}))).toBeNull();
  });
});
