import { expect, it } from "vitest";

import { cellsOf } from "./cells";

it("gives each cell its own statements, in the order of the framework", () => {
  const window = {
    cells: { case: [1, 1, 1], wave: [0, 0, 0], theme: [20, 10, 30], state: ["draft", "charted", "uncharted"], first: [0, 2, 3] },
    statements: { k: [7, 8, 9], layer: ["summary", "verbatim", "summary"], text: ["a", "b", "c"] },
  };

  expect(cellsOf(window, [10, 20, 30]).map((cell) => [cell.theme, cell.statements.map((each) => each.text)])).toEqual([[10, ["c"]], [20, ["a", "b"]]]);
});
