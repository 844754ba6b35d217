import { expect, it } from "vitest";

import { OwnChanges } from "./useSource";

it("lets an edit rest on what this page's earlier edits led to", () => {
  const own = new OwnChanges();
  own.wrote(7, 100, 110);
  own.wrote(7, 110, 120);

  expect(own.newest(7, 100)).toBe(120);
});

it("does not step over somebody else's change", () => {
  const own = new OwnChanges();
  own.wrote(7, 100, 110);
  own.wrote(7, 115, 120);

  expect(own.newest(7, 100)).toBe(110);
});

it("keeps records apart, and what changed nothing as it was", () => {
  const own = new OwnChanges();
  own.wrote(7, 100, 110);
  own.wrote(8, 100, null);

  expect(own.newest(8, 100)).toBe(100);
});
