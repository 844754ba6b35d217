import { expect, it } from "vitest";

import { csvOf, picturesOf, svgOf, wrapped, type Picture } from "./picture";
import type { Dimension, Lens, Unit } from "./types";

function dimension(id: string, values: string[], more: Partial<Dimension> = {}): Dimension {
  return { id, name: id, question: "?", values, ordered: true, several: false, evidence: "", counter_evidence: "", bands: [], taken_from: "", ...more };
}

function unit(name: string, answers: Record<string, string>, outcomes: string[], more: Partial<Unit> = {}): Unit {
  return {
    unit: "case", k: 1, name, wave: "", wave_k: 0, outcome: outcomes[0] ?? "indeterminate", outcomes, override: "", override_rev: 0, derived: "", qualifier: "", nearest: "",
    missing: [], answers, supports: {}, counters: {}, judges: [], differing: [], rests: [], taken: [], uncharted: false, stale: 0,
    base: { dimensions: [], bare: [], cases: 0, sites: 0, sources: 0, words: [] },
    ...more,
  };
}

function lens(kind: string, units: Unit[], more: Partial<Lens["lens"]> = {}, summary = ""): Lens {
  const card = { ident: "l", title: "L", version: "1", label: "", question: "?", units: "case", kind, declared: "2026-01-01", judgements: 0, judged: 0 };
  return {
    k: 1, rev: 1, card, note: "declared", summary, units, candidates: [], waves: [], blank: [], aside: 0,
    lens: {
      id: "l", title: "L", version: "1", question: "?", note: "", label: "", by_wave: false, units: ["case"],
      dimensions: [dimension("pay", ["low", "high"]), dimension("contact", ["low", "high"])],
      outcomes: [], rule: { kind, exclusive: true, otherwise: "between", across: "contact", down: "pay" },
      ...more,
    },
  };
}

const CELLS = [
  { id: "high-low", name: "", label: "not named", meaning: "not named in the sources read for this file", across: "low", down: "high" },
  { id: "low-high", name: "care", label: "care", meaning: "m", across: "high", down: "low" },
];

it("draws two axes with high above, units in their cells, blank cells to be named", () => {
  const [picture] = picturesOf(lens("two axes", [unit("Bev", {}, ["low-high"]), unit("Dan", {}, [])], { outcomes: CELLS }));

  expect(picture?.rows.map((row) => row.head)).toEqual(["pay: high", "pay: low"]);
  expect(picture?.rows[0]?.cells[0]).toEqual({ heading: "not named", items: [], blank: "high-low" });
  expect(picture?.rows[1]?.cells[1]).toEqual({ heading: "care", items: [{ text: "Bev", unit: 0 }] });
  expect(picture?.note).toContain("in no cell (between, or not yet clear): Dan");
});

it("lists conditions unit by unit with what stands for and against", () => {
  const [picture] = picturesOf(lens("conjunction", [unit("Bev", { pay: "met" }, [], { supports: { pay: 3 }, counters: { pay: 1 }, taken: ["contact: partly"] })]));

  expect(picture?.name).toBe("The conditions");
  expect(picture?.rows[0]?.cells).toEqual([
    { heading: "met", items: [{ text: "3 for, 1 against", unit: 0 }] },
    { items: [{ text: "partly (follows from another lens)" }] },
  ]);
});

it("says of a condition without evidence that it rests on nothing, unless it is open", () => {
  const [picture] = picturesOf(lens("conjunction", [unit("Bev", { pay: "met", contact: "unknown" }, [])]));

  expect(picture?.rows[0]?.cells.map((cell) => cell.items.map((item) => item.text))).toEqual([["rests on nothing"], []]);
});

it("puts each group under its stance, judges who differ under both, and what is open apart", () => {
  const groups = [unit("carers", { pay: "high / low" }, []), unit("unions", { pay: "unknown" }, [])];

  const [picture] = picturesOf(lens("decision table", groups, {}, "partly"));

  expect(picture?.columns.slice(0, 3)).toEqual(["high", "low", "open"]);
  expect(picture?.rows.map((row) => row.cells.slice(0, 3).map((cell) => cell.items[0]?.text ?? ""))).toEqual([["●", "●", ""], ["", "", "unknown"]]);
});

it("lists outcomes with those who came out so, and the rest below", () => {
  const found = picturesOf(lens("decision table", [unit("Bev", {}, ["low-high"]), unit("Dan", {}, [])], { outcomes: CELLS }));

  expect(found[0]?.rows.map((row) => [row.head, row.cells[0]?.items.map((item) => item.text)])).toEqual([["not named", []], ["care", ["Bev"]], ["indeterminate", ["Dan"]]]);
  expect(found.map((picture) => picture.name)).toEqual(["Outcomes", "Unit by unit"]);
});

it("says with a unit where nobody else bears it out", () => {
  const [picture] = picturesOf(lens("decision table", [unit("Bev", {}, ["low-high"], { qualifier: "as perceived" })], { outcomes: CELLS }));

  expect(picture?.rows[1]?.cells[0]?.items[0]?.text).toBe("Bev, as perceived");
});

it("writes a table for a spreadsheet in which nothing is computed", () => {
  const [picture] = picturesOf(lens("decision table", [unit('=1+1, "so"', {}, ["low-high"])], { outcomes: CELLS }));

  expect(csvOf(picture as Picture)).toBe('outcome,came out so\r\nnot named,\r\ncare,"\'=1+1, ""so"""\r\n');
});

it("draws an SVG that stands alone, with words escaped", () => {
  const [picture] = picturesOf(lens("decision table", [unit("A & <B>", {}, ["low-high"])], { outcomes: CELLS }));

  const drawn = new DOMParser().parseFromString(svgOf(picture as Picture), "image/svg+xml");

  expect(drawn.querySelector("parsererror")).toBeNull();
  expect([...drawn.querySelectorAll("text")].map((each) => each.textContent)).toContain("A & <B>");
});

it("breaks lines between words only", () => {
  expect(wrapped("in a line of its own", 8)).toEqual(["in a", "line of", "its own"]);
  expect(wrapped("extraordinarily so", 8)).toEqual(["extraordinarily", "so"]);
});
