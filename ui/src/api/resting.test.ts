import { expect, it } from "vitest";

import { Following, restingOnBase } from "./resting";

it("lets a write rest on what the one before it made, and the first on what was seen", () => {
  const following = new Following();
  const [first, second] = [following.begin("a", 3), following.begin("a", 3)];

  expect(restingOnBase(first)).toEqual({ "If-Match": '"3"' });
  first.made(8);
  following.end("a");
  expect(restingOnBase(second)).toEqual({ "If-Match": '"8"' });
  following.end("a");
  expect(restingOnBase(following.begin("a", 5))).toEqual({ "If-Match": '"5"' });
});

it("says the same at a second try, and keeps places apart", () => {
  const following = new Following();
  const [one, other] = [following.begin("a", 3), following.begin("b", 0)];
  restingOnBase(one);

  one.made(9);

  expect(restingOnBase(one)).toEqual({ "If-Match": '"3"' });
  expect(restingOnBase(other)).toEqual({ "If-Match": '"0"' });
});
