import { expect, it } from "vitest";

import { aboutRound } from "./useRounds";

it("says what a round is", () => {
  expect(aboutRound({ adopted: true, blind: false, closed: false })).toBe("the index");
  expect(aboutRound({ adopted: false, blind: true, closed: true })).toBe("blind · closed");
});
