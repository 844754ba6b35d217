import { expect, it } from "vitest";

import { shortened } from "./shortened";

it("leaves few words as they are, on one line", () => {
  expect(shortened("a\nb  c")).toBe("a b c");
});

it("leaves the middle of many words out and cuts no emoji", () => {
  const long = "😀".repeat(400);
  const short = shortened(long, 100);
  expect(Array.from(short).length).toBeLessThanOrEqual(100);
  expect(() => encodeURIComponent(short)).not.toThrow();
});
