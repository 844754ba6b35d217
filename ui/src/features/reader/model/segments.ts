import type { Stretch } from "@/shared/text/transcript";

/** A piece of a row between two boundaries of codings, with the codings that cover it. */
export interface Piece extends Stretch {
  over: readonly number[];
}

/** Anything with a key and a place. */
export interface Placed extends Stretch {
  k: number;
}

/**
 * Cuts a row at every boundary of a coding. The pieces follow each other without gap or overlap and cover the row;
 * each names the codings over it, in the order in which they were given.
 */
export function cut(row: Stretch, codings: readonly Placed[]): Piece[] {
  const touching = codings.filter((coding) => coding.start < row.end && row.start < coding.end);
  if (row.end <= row.start) return [];
  const bounds = new Set([row.start, row.end]);
  for (const coding of touching) {
    if (coding.start > row.start) bounds.add(coding.start);
    if (coding.end < row.end) bounds.add(coding.end);
  }
  const ordered = [...bounds].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (let at = 0; at + 1 < ordered.length; at += 1) {
    const start = ordered[at] as number;
    const end = ordered[at + 1] as number;
    pieces.push({ start, end, over: touching.filter((coding) => coding.start <= start && end <= coding.end).map((coding) => coding.k) });
  }
  return pieces;
}

/**
 * The codings that touch each row, row by row; codings in order of place. Rows without any share one empty list, so
 * that a row's list is the same object as long as nothing in it has changed.
 */
export function byRow<C extends Placed>(rows: readonly Stretch[], codings: readonly C[], before?: readonly (readonly C[])[]): readonly (readonly C[])[] {
  const found: C[][] = rows.map(() => []);
  const ordered = [...codings].sort((a, b) => a.start - b.start || b.end - a.end || a.k - b.k);
  for (const coding of ordered) {
    for (let at = firstTouched(rows, coding.start); at < rows.length; at += 1) {
      const row = rows[at] as Stretch;
      if (row.start >= coding.end) break;
      if (coding.start < row.end) (found[at] as C[]).push(coding);
    }
  }
  return found.map((list, at) => {
    const known = before?.[at];
    if (known !== undefined && known.length === list.length && known.every((coding, n) => coding === list[n])) return known;
    return list.length === 0 ? NONE : list;
  });
}

const NONE: readonly never[] = [];

/** Index of the first row that ends behind a position. */
function firstTouched(rows: readonly Stretch[], at: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as Stretch).end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
