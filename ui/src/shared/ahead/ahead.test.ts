import { expect, it, vi } from "vitest";

import { Ahead, over } from "./ahead";

it("lies over whatever was read last", () => {
  const ahead = new Ahead<string>();
  ahead.add({}, (items) => [...items, "mine"]);

  expect(over(ahead.snapshot(), [])).toEqual(["mine"]);
  expect(over(ahead.snapshot(), ["theirs"])).toEqual(["theirs", "mine"]);
});

it("takes back one write and leaves the later ones", () => {
  const ahead = new Ahead<string>();
  const first = {};
  ahead.add(first, (items) => [...items, "first"]);
  ahead.add({}, (items) => [...items, "second"]);

  ahead.drop(first);

  expect(over(ahead.snapshot(), [])).toEqual(["second"]);
});

it("tells who listens that something was drawn or taken back", () => {
  const ahead = new Ahead<string>();
  const hear = vi.fn();
  const leave = ahead.subscribe(hear);
  const write = {};
  ahead.add(write, () => []);
  ahead.drop(write);
  leave();
  ahead.add({}, () => []);

  expect(hear).toHaveBeenCalledTimes(2);
});
