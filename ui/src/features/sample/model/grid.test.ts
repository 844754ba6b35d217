import { expect, it } from "vitest";

import { blockAt, cellsOf, closed, columnsOf, fitting, moved, textAt, valuesOf } from "./grid";
import type { Grid } from "./types";

const grid: Grid = {
  cases: [
    { k: 1, rev: 1, name: "Ann", kind: "person", status: "took part" },
    { k: 2, rev: 1, name: "Bob", kind: "person", status: "agreed" },
    { k: 3, rev: 1, name: "North", kind: "site", status: null },
  ],
  attributes: [
    { k: 10, rev: 1, name: "band", type: "ordered category", levels: ["3", "4"], per_wave: false },
    { k: 11, rev: 1, name: "job", type: "text", levels: [], per_wave: true },
  ],
  waves: [{ k: 20, name: "first" }],
  values: [
    { attribute: 10, owner: 1, wave: 0, rev: 5, value: "4", how_known: "told" },
    { attribute: 11, owner: 2, wave: 20, rev: 6, value: "nurse", how_known: "recorded" },
  ],
};
const columns = columnsOf(grid);
const values = valuesOf(grid);

it("reads what a spreadsheet copies, line ends within quotes included", () => {
  expect(cellsOf('3\t"a ""b""\nc"\r\n4\tx\r\n')).toEqual([["3", 'a "b"\nc'], ["4", "x"]]);
});

it("keeps the empty cells of a block in their places", () => {
  expect(cellsOf("\t4\n5\t")).toEqual([["", "4"], ["5", ""]]);
});

it("places a block from the active cell on and counts what falls outside", () => {
  const block = blockAt("4\tdoctor\tmore\n\tnurse", { row: 1, column: 3 }, grid.cases, columns, 20);

  expect(block.values).toEqual([
    { case: 2, attribute: 10, wave: 0, value: "4" },
    { case: 2, attribute: 11, wave: 20, value: "doctor" },
    { case: 3, attribute: 11, wave: 20, value: "nurse" },
  ]);
  expect(block.outside).toBe(1);
});

it("reads a value that varies in the wave that is shown", () => {
  const [, bob] = grid.cases;
  const job = columns[4];
  if (bob === undefined || job === undefined) throw new Error("the grid lacks a place");

  expect([textAt(values, bob, job, 20), textAt(values, bob, job, 21)]).toEqual(["nurse", ""]);
});

it("narrows by kind and by value, a missing value being one", () => {
  const by = (chosen: Record<string, string[]>) => fitting(grid, values, (name) => chosen[name] ?? [], 20).map((row) => row.name);

  expect(by({ kind: ["person"], a10: ["-"] })).toEqual(["Bob"]);
  expect(by({ a10: ["4", "-"] })).toEqual(["Ann", "Bob", "North"]);
});

it("stays within the grid", () => {
  expect(moved({ row: 0, column: 0 }, "ArrowUp", false, 3, 5)).toEqual({ row: 0, column: 0 });
  expect(moved({ row: 0, column: 0 }, "End", true, 3, 5)).toEqual({ row: 2, column: 4 });
  expect(moved({ row: 0, column: 0 }, "x", false, 3, 5)).toBeNull();
});

it("says why a cell is closed", () => {
  const [ann, , north] = grid.cases;
  const [, , status, band] = columns;
  if (ann === undefined || north === undefined || status === undefined || band === undefined) throw new Error("the grid lacks a place");

  expect([closed(ann, status, 20), closed(north, status, 20), closed(ann, band, 0)]).toEqual(["", "“North” is a site and no participant.", ""]);
});
