import type { Placed } from "./segments";

/** How much is indexed in each of `count` equal stretches of a text: characters of codings per character of text. */
export function density(length: number, codings: readonly Placed[], count: number): number[] {
  const bins = new Array<number>(count).fill(0);
  if (length <= 0 || count <= 0) return bins;
  const width = length / count;
  for (const coding of codings) {
    const last = Math.min(count - 1, Math.floor((coding.end - 1) / width));
    for (let at = Math.max(0, Math.floor(coding.start / width)); at <= last; at += 1) {
      const within = Math.min(coding.end, (at + 1) * width) - Math.max(coding.start, at * width);
      bins[at] = (bins[at] as number) + Math.max(0, within) / width;
    }
  }
  return bins;
}
