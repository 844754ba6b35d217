import { expect, it } from "vitest";

import { counted, said, sized } from "./when";

const noon = new Date(2026, 10, 27, 12, 0).getTime();

it("says today and yesterday by the calendar, not by hours", () => {
  expect(said(new Date(2026, 10, 27, 0, 1).getTime(), noon)).toBe("today 00:01");
  expect(said(new Date(2026, 10, 26, 23, 59).getTime(), noon)).toBe("yesterday 23:59");
  expect(said(new Date(2026, 10, 25, 23, 59).getTime(), noon)).toBe("25 Nov 2026");
});

it("counts one thing as one", () => {
  expect([counted(1, "case"), counted(1204, "coding"), counted(2, "study", "studies")]).toEqual(["1 case", "1,204 codings", "2 studies"]);
});

it("gives small files at least a kilobyte", () => {
  expect([sized(12), sized(4_230_000)]).toEqual(["1 kB", "4.2 MB"]);
});
