/** The width of some words in pixels. */
export type WidthOf = (words: string) => number;

/** The last whole words that fit into a width; a single word that is too long stays and is cut by its field. */
export function lastWordsIn(words: string, room: number, widthOf: WidthOf): string {
  const kept = words.trimStart();
  const gap = kept.trimEnd().indexOf(" ");
  if (gap === -1 || widthOf(kept) <= room) return kept;
  return lastWordsIn(kept.slice(gap), room, widthOf);
}

/** The first whole words that fit into a width, as `lastWordsIn` gives the last. */
export function firstWordsIn(words: string, room: number, widthOf: WidthOf): string {
  const kept = words.trimEnd();
  const gap = kept.lastIndexOf(" ");
  if (gap <= 0 || widthOf(kept) <= room) return kept;
  return firstWordsIn(kept.slice(0, gap), room, widthOf);
}
