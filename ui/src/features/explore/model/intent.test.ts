import { expect, it } from "vitest";

import { toldBy, toldInWords, withTold, withToldRev, type Intent } from "./intent";

const CHART: Intent = {
  attribute: "role", groups: ["worker", "manager"], people: [4, 1],
  rows: [{ k: 7, rev: 3, number: 1, text: "Supervision every month.", evidence: [], cells: [null, { k: 9, rev: 5, value: "diluted", text: "every third", evidence: [] }] }],
};

it("finds what a group tells, and puts something in its place before the server has answered", () => {
  const said = withTold(CHART, 7, "manager", { value: "exceeded", text: "" });
  const first = withToldRev(withTold(CHART, 7, "worker", { value: "diluted", text: "" }), 7, "worker", 12);

  expect(toldBy(CHART, 7, "worker")).toBeNull();
  expect(toldBy(said, 7, "manager")).toMatchObject({ k: 9, rev: 5, value: "exceeded" });
  expect(toldBy(first, 7, "worker")).toMatchObject({ k: 0, rev: 12 });
  expect(toldBy(withTold(CHART, 7, "manager", null), 7, "manager")).toBeNull();
  expect(withToldRev(CHART, 7, "worker", 12)).toBe(CHART);
});

it("tells a cell in a sentence", () => {
  expect(toldInWords({ value: "diluted", text: "every third" })).toBe("diluted: every third");
  expect([toldInWords({ value: "diluted", text: "" }), toldInWords(null)]).toEqual(["diluted", "nothing said"]);
});
