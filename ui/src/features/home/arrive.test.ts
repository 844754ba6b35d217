import { expect, it } from "vitest";

import { mayBeStudy } from "./arrive";

it("takes databases and what may be an encrypted one for studies", () => {
  expect(mayBeStudy("SQLite format 3", 40_960)).toBe(true);
  expect(mayBeStudy("\u00e4\u0001xyz", 40_960)).toBe(true);
  expect(mayBeStudy("INT: Good morn", 1_234)).toBe(false);
  expect(mayBeStudy("", 0)).toBe(false);
});
