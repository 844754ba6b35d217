import { expect, it } from "vitest";

import { clearDrafts, draftAt, keepDraft } from "./drafts";

it("keeps words at their place until they are taken away", () => {
  keepDraft("cell 1", "Drives all day");
  keepDraft("cell 2", "Walks");
  keepDraft("cell 1", "");

  expect([draftAt("cell 1"), draftAt("cell 2")]).toEqual(["", "Walks"]);
});

it("forgets every draft and nothing else", () => {
  keepDraft("cell 1", "Drives");
  sessionStorage.setItem("other", "stays");

  clearDrafts();

  expect([draftAt("cell 1"), sessionStorage.getItem("other")]).toEqual(["", "stays"]);
});
