import { expect, it } from "vitest";

import { lineInWords, withoutCommands } from "./words";

it("says of a change what it was about, where that is known", () => {
  expect(lineInWords({ words: "wrote a statement", about: "Denise, 2.3 Training" })).toBe("wrote a statement (Denise, 2.3 Training)");
  expect(lineInWords({ words: "changed title, questions or notice", about: "" })).toBe("changed title, questions or notice");
});

it("leaves commands out of what a page says", () => {
  expect(withoutCommands(new Error("a later change wrote it; undo that one first (`trellis undo STUDY --change N`)"))).toBe("a later change wrote it; undo that one first");
  expect(withoutCommands(new Error("put away with the key (trellis pseudonym put-away, bring-back)"))).toBe("put away with the key");
});
