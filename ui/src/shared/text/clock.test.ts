import { expect, it } from "vitest";

import { clock } from "./clock";

it("prints times as a recording's counter does", () => {
  expect(clock(746_900)).toBe("12:26");
  expect(clock(3_725_000)).toBe("1:02:05");
});
