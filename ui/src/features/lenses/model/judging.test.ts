import { expect, it } from "vitest";

import { chosen, givenOf, linked, NOTHING, toggled, unlinked } from "./judging";
import type { Dimension, Piece } from "./types";

const DRIVER: Dimension = {
  id: "driver", name: "Driver", question: "?", values: ["skill mix", "cost", "policy"], ordered: false, several: true, evidence: "", counter_evidence: "", bands: [], taken_from: "",
};
const ONE = { ...DRIVER, several: false };

function piece(more: Partial<Piece>): Piece {
  return { k: 1, reference: "", words: "so", label: "", source: 7, source_name: "one", version: 2, start: 3, end: 9, cell_case: null, theme: null, wave: 0, stale: null, ...more };
}

it("takes one value in the place of another, and several where a dimension has them, in its order", () => {
  expect(chosen(ONE, ["cost"], "policy")).toEqual(["policy"]);
  expect(chosen(DRIVER, ["policy"], "skill mix")).toEqual(["skill mix", "policy"]);
  expect(chosen(DRIVER, ["skill mix", "policy"], "policy")).toEqual(["skill mix"]);
});

it("lets unknown and not evidenced stand alone, and a judgement never without a value", () => {
  expect(chosen(DRIVER, ["cost", "policy"], "unknown")).toEqual(["unknown"]);
  expect(chosen(DRIVER, ["unknown"], "cost")).toEqual(["cost"]);
  expect(chosen(DRIVER, ["cost"], "cost")).toEqual(["cost"]);
});

it("links a piece on one side only, and once", () => {
  const twice = linked(linked(NOTHING, piece({}), "evidence"), piece({ k: 2 }), "evidence");
  const turned = linked(twice, piece({}), "against");

  expect(twice.evidence).toHaveLength(1);
  expect([turned.evidence.length, turned.against.length]).toEqual([0, 1]);
  expect(unlinked(turned, piece({})).against).toEqual([]);
});

it("sends segments by their bounds and cells by their place", () => {
  const cell = piece({ source: null, version: null, start: null, end: null, cell_case: 4, theme: 5, wave: 6 });
  const draft = { ...linked(linked(NOTHING, piece({}), "evidence"), cell, "against"), values: ["cost"] };

  const given = givenOf({ unit: "Bev", kind: "case", wave: "" }, "driver", draft);

  expect(given.evidence).toEqual([{ source: 7, version: 2, start: 3, end: 9, star: false }]);
  expect(given.against).toEqual([{ cell: { case: 4, theme: 5, wave: 6 }, star: false }]);
  expect(given.wave).toBeNull();
});

it("adds a word of somebody and takes it away again", () => {
  expect(toggled(["self"], "manager")).toEqual(["self", "manager"]);
  expect(toggled(["self", "manager"], "self")).toEqual(["manager"]);
});
