/** What a filled-in workbook brings, as the page lists it. Pure. */

import type { components } from "@/api/schema";

export type Filling = components["schemas"]["FillingShown"];
export type FilledLine = Filling["lines"][number];
export type Fate = FilledLine["fate"];

/** What stands over each kind of cell, and in which order: what needs a decision comes first. */
export const FATES: readonly { fate: Fate; head: (n: number) => string; about: string }[] = [
  {
    fate: "conflict",
    head: (n) => (n === 1 ? "1 cell was written in on both sides" : `${String(n)} cells were written in on both sides`),
    about: "Both texts are here. What stands in the study stays, unless you take the workbook’s.",
  },
  {
    fate: "emptied",
    head: (n) => (n === 1 ? "1 cell is empty in the workbook" : `${String(n)} cells are empty in the workbook`),
    about: "What stands in the study stays, unless you take the workbook’s emptiness.",
  },
  {
    fate: "problem",
    head: (n) => (n === 1 ? "1 cell cannot be brought in" : `${String(n)} cells cannot be brought in`),
    about: "Mend them in the workbook and drop it again; the others go in.",
  },
  { fate: "changed", head: (n) => (n === 1 ? "1 cell has changed" : `${String(n)} cells have changed`), about: "Lines that stayed keep what they rest on." },
  { fate: "new", head: (n) => (n === 1 ? "1 cell is new" : `${String(n)} cells are new`), about: "They were empty when the workbook was written." },
];

/** Whether a person may choose whose text wins. */
export function isOpen(line: FilledLine): boolean {
  return line.spot !== null && (line.fate === "conflict" || line.fate === "emptied");
}

/** A cell's key for choices. */
export function keyOf(line: FilledLine): string {
  return line.spot === null ? "" : line.spot.join(":");
}

/** How many cells would be written with these choices. */
export function toWrite(filling: Filling, theirs: ReadonlySet<string>): number {
  return filling.lines.filter((line) => line.fate === "new" || line.fate === "changed" || (isOpen(line) && theirs.has(keyOf(line)))).length;
}

/** The cells in which the workbook's text was chosen, as the server takes them. */
export function placesOf(filling: Filling, theirs: ReadonlySet<string>): { case: number; wave: number; theme: number }[] {
  return filling.lines.flatMap((line) => {
    const [of, wave, theme] = line.spot ?? [];
    if (!isOpen(line) || !theirs.has(keyOf(line)) || of === undefined || wave === undefined || theme === undefined) return [];
    return [{ case: of, wave, theme }];
  });
}

/** What to tell once it is done. */
export function outcome(filling: Filling): string {
  const written = filling.lines.filter((line) => line.written).length;
  const left = filling.lines.filter((line) => isOpen(line) && !line.written).length;
  const brought = written === 1 ? "1 cell was brought in" : `${String(written)} cells were brought in`;
  return left === 0 ? `${brought}.` : `${brought}; ${String(left)} stayed as ${left === 1 ? "it is" : "they are"} here.`;
}
