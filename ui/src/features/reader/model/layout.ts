import { inGroupedLanes, inLanes, type Lanes } from "./lanes";
import type { Mark } from "./marks";
import { byRow } from "./segments";
import type { Turn } from "@/shared/text/transcript";

/** How the brackets stand together: by place alone, each coder's side by side, each main theme's side by side. */
export type Grouping = "place" | "coder" | "theme";

export interface Layout {
  rows: readonly (readonly Mark[])[];
  lanes: Lanes;
  /** For each row the lanes of its codings, in their order. A row that stands as before has the very list it had. */
  laneRows: readonly (readonly number[])[];
  /** Lanes that are taken at the widest place. */
  width: number;
}

/**
 * Lays codings out beside a text again and again. It remembers how they stood, so that a coding that is added moves no
 * other bracket, and a row whose codings are the same gets the very list it had.
 */
export class Layouts {
  private before: Layout | null = null;
  private by: Grouping = "place";

  next(turns: readonly Turn[], marks: readonly Mark[], by: Grouping, mainThemeOf: (mark: Mark) => number): Layout {
    const known = this.by === by ? this.before : null;
    const rows = byRow(turns, marks, this.before?.rows);
    const lanes = this.lanes(marks, by, mainThemeOf, known?.lanes);
    const same = known !== null && lanes.size === known.lanes.size && [...lanes].every(([k, lane]) => known.lanes.get(k) === lane);
    const kept = same ? known.lanes : lanes;
    const laneRows = rows.map((row, at) => {
      const now = row.map((mark) => kept.get(mark.k) ?? 0);
      const then = this.before?.laneRows[at];
      return then !== undefined && then.length === now.length && then.every((lane, n) => lane === now[n]) ? then : now;
    });
    this.by = by;
    this.before = { rows, lanes: kept, laneRows, width: 1 + Math.max(-1, ...kept.values()) };
    return this.before;
  }

  private lanes(marks: readonly Mark[], by: Grouping, mainThemeOf: (mark: Mark) => number, before: Lanes | undefined): Lanes {
    if (by === "place") return inLanes(marks, before);
    const groupOf = by === "coder" ? (mark: Mark) => mark.coding.coder : mainThemeOf;
    const order = [...new Set(marks.map(groupOf))].sort((a, b) => a - b);
    return inGroupedLanes(marks, groupOf, order).lanes;
  }
}
