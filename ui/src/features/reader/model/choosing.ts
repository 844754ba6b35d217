import type { Mark } from "./marks";
import { overlap, type Stretch } from "@/shared/text/transcript";

/** The codings that a stretch touches, the shortest first: the nearest to the words. */
export function codingsAt(marks: readonly Mark[], stretch: Stretch): Mark[] {
  return marks.filter((mark) => overlap(mark, stretch)).sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start || a.k - b.k);
}

/** The coding after (or before) the chosen one: among those at the selection, or of the whole text if none is there. */
export function stepped(marks: readonly Mark[], stretch: Stretch | null, chosen: number | null, way: 1 | -1): Mark | null {
  const here = stretch === null ? [] : codingsAt(marks, stretch);
  const list = here.length > 0 ? here : [...marks].sort((a, b) => a.start - b.start || a.end - b.end);
  if (list.length === 0) return null;
  const at = list.findIndex((mark) => mark.k === chosen);
  const next = at === -1 ? (way === 1 ? 0 : list.length - 1) : (at + way + list.length) % list.length;
  return list[next] ?? null;
}
