import { expect, it } from "vitest";

import { filesOfInput, isWanted } from "./dropped";

function files(...names: string[]): FileList {
  return names.map((name) => new File(["words"], name)) as unknown as FileList;
}

it("passes over what systems and programs leave behind", () => {
  expect([".DS_Store", "site/.hidden", "~$draft.docx", "a/Thumbs.db", "desktop.ini"].filter(isWanted)).toEqual([]);
  expect(isWanted("01-dan.docx")).toBe(true);
});

it("puts numbered files in the order in which people count", () => {
  expect(filesOfInput(files("p10.txt", "p2.txt", "p1.txt")).map((found) => found.name)).toEqual(["p1.txt", "p2.txt", "p10.txt"]);
});
