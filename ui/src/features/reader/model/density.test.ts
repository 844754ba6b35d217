import { expect, it } from "vitest";

import { someCodings } from "@/shared/testing/chance";

import { density } from "./density";

it("counts every indexed character once for each coding", () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const codings = someCodings(seed, 25, 1_000, 300);
    const bins = density(1_000, codings, 50);
    const characters = codings.reduce((sum, coding) => sum + coding.end - coding.start, 0);
    expect(bins.reduce((sum, bin) => sum + bin * 20, 0)).toBeCloseTo(characters, 6);
  }
});

it("gives an empty text no density", () => {
  expect(density(0, [], 3)).toEqual([0, 0, 0]);
});
