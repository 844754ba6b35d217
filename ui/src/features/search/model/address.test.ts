import { expect, it } from "vitest";

import { nameInAddress, narrowed } from "./address";

it("reads filters out of the address", () => {
  const params = new URLSearchParams([["q", "bins"], ["source", "7"], ["source", "9"], [nameInAddress("site"), "North"], [nameInAddress("site"), "South = east"], ["theme", "4"]]);

  expect(narrowed(params)).toEqual({ source: [7, 9], case: [], kind: [], wave: [], speaker: [], theme: 4, attribute: ["site=North", "site=South = east"] });
});

it("leaves out what is no key", () => {
  expect(narrowed(new URLSearchParams("source=x&theme=")).source).toEqual([]);
});
