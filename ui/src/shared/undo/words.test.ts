import { expect, it } from "vitest";

import { withoutCommands } from "./words";

it("leaves commands out of what a page says", () => {
  expect(withoutCommands(new Error("a later change wrote it; undo that one first (`trellis undo STUDY --change N`)"))).toBe("a later change wrote it; undo that one first");
  expect(withoutCommands(new Error("put away with the key (trellis pseudonym put-away, bring-back)"))).toBe("put away with the key");
});
