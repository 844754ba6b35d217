import type { Placed } from "./segments";
import type { Stretch } from "@/shared/text/transcript";

/** Characters that fit about one line: two codings nearer than that may meet on a line, and must not share a lane. */
export const A_LINE = 80;
/** Lanes that are drawn; what would need more is counted, never dropped in silence. */
export const MOST_LANES = 12;

/** Which lane each coding's bracket stands in. */
export type Lanes = ReadonlyMap<number, number>;

/**
 * Gives each coding a lane of its own among those near it. A coding that had one keeps it as long as it fits, so
 * that no bracket jumps when another is added. The others take the lowest lane that is free.
 */
export function inLanes(codings: readonly Placed[], before: Lanes = new Map()): Lanes {
  const taken: Stretch[][] = [];
  const lanes = new Map<number, number>();
  const longFirst = [...codings].sort((a, b) => a.start - b.start || b.end - a.end || a.k - b.k);
  const put = (coding: Placed, lane: number): boolean => {
    const there = (taken[lane] ??= []);
    const at = firstReaching(there, coding.start - A_LINE);
    const next = there[at];
    if (next !== undefined && next.start < coding.end + A_LINE) return false;
    there.splice(at, 0, { start: coding.start, end: coding.end });
    lanes.set(coding.k, lane);
    return true;
  };
  for (const coding of longFirst) {
    const lane = before.get(coding.k);
    if (lane !== undefined) put(coding, lane);
  }
  for (const coding of longFirst) {
    if (lanes.has(coding.k)) continue;
    let lane = 0;
    while (!put(coding, lane)) lane += 1;
  }
  return lanes;
}

/** Lanes by group (a coder, a theme): each group's lanes stand together, groups in the given order. */
export function inGroupedLanes<C extends Placed>(codings: readonly C[], groupOf: (coding: C) => number, order: readonly number[], before: Lanes = new Map()): { lanes: Lanes; widths: ReadonlyMap<number, number> } {
  const lanes = new Map<number, number>();
  const widths = new Map<number, number>();
  let from = 0;
  for (const group of order) {
    const own = codings.filter((coding) => groupOf(coding) === group);
    const kept = new Map([...before].map(([k, lane]) => [k, lane - from] as const).filter(([, lane]) => lane >= 0));
    const placed = inLanes(own, kept);
    const width = 1 + Math.max(-1, ...placed.values());
    for (const [k, lane] of placed) lanes.set(k, from + lane);
    widths.set(group, width);
    from += width;
  }
  return { lanes, widths };
}

/** Index of the first stretch that ends behind a position; the list is in order and without overlap. */
function firstReaching(list: readonly Stretch[], at: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Stretch).end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
