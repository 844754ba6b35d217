import { expect, test } from "vitest";

import { firstMade } from "./made";

const written = { rev: 9, change: 4, changes: 1, action: "theme.add", made: [{ table: "theme_operation", key: [7] }, { table: "theme", key: [12] }, { table: "theme", key: [13] }] };

test("the first record of the table that is asked for", () => {
  expect(firstMade(written, "theme")).toBe(12);
});

test("nothing where the write made none there, or none was written", () => {
  expect(firstMade(written, "case")).toBeNull();
  expect(firstMade(undefined, "theme")).toBeNull();
});
