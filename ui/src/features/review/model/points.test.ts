import { expect, test } from "vitest";

import { firstPage, standing, stands, wayTo, type Point, type StudyReview, type Target } from "./points";

const TARGET: Target = { at: "finding", words: "Finding 1", k: 7, case: 0, wave: 0, theme: 0, number: 0, judged: null };

function aPoint(key: string, more: Partial<Point> = {}): Point {
  return {
    key, check: "evidence-missing", group: "claims and their evidence", level: "wrong", said: `said ${key}`, asks: "", fires: "", resolves: "",
    targets: [TARGET], waived: null, ...more,
  };
}

function aReview(points: Point[], lines: string[][]): StudyReview {
  return { title: "A study", k: 3, counts: { wrong: 1, "say why": 1, "for your eyes": 0 }, first_page: lines, points, quiet: [] };
}

test("lines of one group stand together, and many points of one kind are one line", () => {
  const review = aReview([aPoint("a"), aPoint("b"), aPoint("c", { group: "the paper itself" })], [["a", "b"], ["c"]]);

  const groups = firstPage(review);

  expect(groups.map(({ group, lines }) => [group, lines.length])).toEqual([["claims and their evidence", 1], ["the paper itself", 1]]);
  expect(groups[0]?.lines[0]?.said).toBe("2 of this kind, the first: said a");
});

test("a waived point stands aside until what it rests on changes", () => {
  const waived = { reason: "known", by: "Ana", at: 0, is_lapsed: false };
  const review = aReview([aPoint("a", { waived }), aPoint("b", { waived: { ...waived, is_lapsed: true } }), aPoint("c")], []);

  expect(review.points.map(stands)).toEqual([false, true, true]);
  expect(standing(review, []).map(({ key }) => key)).toEqual(["b", "c"]);
  expect(standing(review, ["say why"])).toEqual([]);
});

test("each kind of thing has its page", () => {
  const ways = (["finding", "source", "theme", "case", "sample", "question"] as const).map((at) => wayTo({ ...TARGET, at }));

  expect(ways).toEqual(["findings/7", "read/7", "chart?theme=7", "chart/case/7", "sample", "findings"]);
  const judged = { lens: "assistant-role", unit: "support worker", kind: "role", wave: "", dimension: "driver" };
  expect(wayTo({ ...TARGET, at: "judgement", judged })).toBe("lenses/assistant-role?view=judge&unit=support+worker&kind=role&dimension=driver");
  expect(wayTo({ ...TARGET, at: "cell", case: 3, theme: 20 })).toBe("chart/case/3?cell=3:0:20");
});
