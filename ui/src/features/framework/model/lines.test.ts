import { expect, it } from "vitest";

import { linesOf, namesOf } from "./lines";

it("makes a theme of each line, and a sub-theme of each that is indented", () => {
  const lines = linesOf("Travel\n  Getting there\n\tWhat it costs\n\nWork\n- Pay\n\n");

  expect(lines).toEqual([
    { name: "Travel", sub_themes: ["Getting there", "What it costs"] },
    { name: "Work", sub_themes: ["Pay"] },
  ]);
  expect(namesOf(lines)).toEqual(["Travel", "Getting there", "What it costs", "Work", "Pay"]);
});

it("has no sub-theme without a theme above it", () => {
  expect(linesOf("  Travel")).toEqual([{ name: "Travel", sub_themes: [] }]);
});

it("leaves a hyphen that belongs to the name", () => {
  expect(namesOf(linesOf("-isms\nTravel\n\tCo-workers"))).toEqual(["-isms", "Travel", "Co-workers"]);
});
