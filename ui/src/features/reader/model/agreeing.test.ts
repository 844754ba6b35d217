import { expect, it } from "vitest";

import { agree } from "./agreeing";

const beside = { version_key: 7 };

it("draws marks in the version that they are positions of, and in no other", () => {
  expect(agree({ version_key: 7, is_current: true }, beside, false)).toBe(true);
  expect(agree({ version_key: 8, is_current: true }, beside, false)).toBe(false);
  expect(agree({ version_key: 8, is_current: false }, beside, true)).toBe(false);
});

it("asks nothing of an earlier version, beside which no marks are drawn", () => {
  expect(agree({ version_key: 3, is_current: false }, beside, false)).toBe(true);
});
