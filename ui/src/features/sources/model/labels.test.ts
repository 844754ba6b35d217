import { expect, it } from "vitest";

import { decided, rulesOf } from "./labels";
import type { LabelLine } from "./types";

const LINE: LabelLine = { spellings: "INT / Int.", role: "interviewer", case: "", texts: 3, turns: 40, words: 300, first_line: "How did you come to it?", proposed: null };

it("takes the proposal until somebody decides otherwise", () => {
  expect(decided(LINE, new Map()).role).toBe("interviewer");
  expect(decided(LINE, new Map([[LINE.spellings, { role: "participant", case: "Dan" }]]))).toEqual({ role: "participant", case: "Dan" });
});

it("shows what a label probably stands for until somebody decides otherwise", () => {
  const host: LabelLine = { ...LINE, spellings: "Ada", role: "participant", proposed: "interviewer" };

  expect(decided(host, new Map()).role).toBe("interviewer");
  expect(rulesOf([host], new Map([["Ada", { role: "participant", case: "" }]]))).toEqual([{ label: "Ada", role: "participant", case: "" }]);
});

it("gives every spelling of a line the same rule", () => {
  expect(rulesOf([LINE], new Map())).toEqual([
    { label: "INT", role: "interviewer", case: "" },
    { label: "Int.", role: "interviewer", case: "" },
  ]);
});
