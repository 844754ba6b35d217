import { expect, it } from "vitest";

import { chance } from "@/shared/testing/chance";

import { placeNames } from "./names";

const LINE = 18;

it("never sets two names on one another, nor outside the row", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const next = chance(seed);
    const height = LINE + Math.floor(next() * 200);
    const wanted = Array.from({ length: Math.floor(next() * 14) }, (_, k) => ({ k, top: Math.floor(next() * height) }));

    const { shown, more } = placeNames(wanted, height, LINE);

    const tops = [...shown.map((name) => name.top), ...(more === null ? [] : [more.top])].sort((a, b) => a - b);
    for (let at = 0; at < tops.length; at += 1) {
      expect(tops[at]).toBeGreaterThanOrEqual(0);
      expect(tops[at] as number).toBeLessThanOrEqual(Math.max(0, height - LINE) + 2);
      if (at > 0) expect((tops[at] as number) - (tops[at - 1] as number)).toBeGreaterThanOrEqual(LINE - 2);
    }
    expect(shown.length + (more?.keys.length ?? 0)).toBe(wanted.length);
  }
});

it("leaves names that do not collide where they want to stand", () => {
  expect(placeNames([{ k: 1, top: 0 }, { k: 2, top: 60 }], 100, LINE).shown).toEqual([{ k: 1, top: 0 }, { k: 2, top: 60 }]);
});

it("counts what finds no room on the last line", () => {
  const wanted = [1, 2, 3, 4, 5].map((k) => ({ k, top: 0 }));

  const { shown, more } = placeNames(wanted, 2 * LINE, LINE);

  expect(shown.map((name) => name.k)).toEqual([1]);
  expect(more?.keys).toEqual([2, 3, 4, 5]);
});
