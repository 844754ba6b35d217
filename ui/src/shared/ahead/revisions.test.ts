import { expect, it } from "vitest";

import { Revisions } from "./revisions";

it("lets an edit rest on what this page's earlier edits led to", () => {
  const revisions = new Revisions();
  revisions.wrote(7, 100, 110);
  revisions.wrote(7, 110, 120);

  expect(revisions.newest(7, 100)).toBe(120);
});

it("does not step over somebody else's change", () => {
  const revisions = new Revisions();
  revisions.wrote(7, 100, 110);
  revisions.wrote(7, 115, 120);

  expect(revisions.newest(7, 100)).toBe(110);
});

it("keeps records apart, and what changed nothing as it was", () => {
  const revisions = new Revisions();
  revisions.wrote(7, 100, 110);
  revisions.wrote(8, 100, null);

  expect(revisions.newest(8, 100)).toBe(100);
});
