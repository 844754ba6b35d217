import { expect, it } from "vitest";

import { assignmentAt, cellAt } from "./places";

const NONE = { source: null, theme: null, case: null };

it("leads to what an assignment is with", () => {
  expect(assignmentAt({ ...NONE, source: 4 })).toBe("read/4");
  expect(assignmentAt({ ...NONE, case: 5 })).toBe("chart/case/5");
  expect(assignmentAt({ ...NONE, theme: 6 })).toBe("chart?theme=6");
  expect(assignmentAt({ ...NONE, case: 5, theme: 6 })).toBe(cellAt({ case: 5, wave: 0, theme: 6 }));
  expect(assignmentAt(NONE)).toBeNull();
});
