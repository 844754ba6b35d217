import { expect, it } from "vitest";

import { hueOf, hueOfNumber } from "./hue";

it("gives a sub-theme the hue of its main theme", () => {
  expect(hueOfNumber("2.3")).toBe(hueOf(1));
});

it("gives neighbouring main themes hues that are far apart", () => {
  for (let place = 0; place < 11; place += 1) {
    const apart = Math.abs(hueOf(place) - hueOf(place + 1));
    expect(Math.min(apart, 360 - apart)).toBeGreaterThanOrEqual(45);
  }
});

it("leaves a code without a number grey", () => {
  expect(hueOfNumber(null)).toBeNull();
});
