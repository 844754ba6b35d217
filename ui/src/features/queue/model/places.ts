import type { Assigned, CellAsked } from "./useQueue";

/** Where a cell is worked on, below the study's address. */
export function cellAt(cell: Pick<CellAsked, "case" | "wave" | "theme">): string {
  return `chart?cell=${[cell.case, cell.wave, cell.theme].map(String).join(":")}`;
}

/** Where an assignment is worked on, below the study's address; null where it is with nothing in particular. */
export function assignmentAt(one: Pick<Assigned, "source" | "theme" | "case">): string | null {
  if (one.source !== null) return `read/${String(one.source)}`;
  if (one.case !== null && one.theme !== null) return cellAt({ case: one.case, wave: 0, theme: one.theme });
  if (one.case !== null) return `chart/case/${String(one.case)}`;
  return one.theme === null ? null : `chart?theme=${String(one.theme)}`;
}
