import type { ReadText } from "@/shared/text/transcript";

/** Memos beside words, by the row that their words begin in. */
export function memosByRow<M extends { start: number | null; end: number | null }>(text: ReadText, memos: readonly M[]): ReadonlyMap<number, readonly M[]> {
  const rows = new Map<number, M[]>();
  for (const memo of memos) {
    if (memo.start === null || memo.end === null || memo.end <= memo.start) continue;
    const row = text.turnAt(text.toUtf16(memo.start, memo.end).start);
    rows.set(row, [...(rows.get(row) ?? []), memo]);
  }
  return rows;
}
