import type { Stretch } from "@/shared/text/transcript";

/**
 * Where the text is on the page. Every piece of words is an element with data-from, its first position; its only
 * child is text. A row's words stand in an element with data-row, the row's index.
 */

/** The position (UTF-16) of a place in the page, null where no words are. */
export function positionOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const piece = element?.closest("[data-from]");
  if (node.nodeType === Node.TEXT_NODE && piece instanceof HTMLElement) return Number(piece.dataset["from"]) + offset;
  // Between pieces, as when a drag ends at a row's edge: the piece that begins there, or the end of the one before.
  const after = firstPiece(node.childNodes[offset]);
  if (after !== null) return Number(after.dataset["from"]);
  const before = offset > 0 ? lastPiece(node.childNodes[offset - 1]) : null;
  if (before !== null) return Number(before.dataset["from"]) + (before.textContent?.length ?? 0);
  const row = element?.closest("[data-start]");
  return row instanceof HTMLElement ? Number(row.dataset["start"]) : null;
}

function firstPiece(node: Node | undefined): HTMLElement | null {
  if (!(node instanceof HTMLElement)) return null;
  return node.matches("[data-from]") ? node : node.querySelector<HTMLElement>("[data-from]");
}

function lastPiece(node: Node | undefined): HTMLElement | null {
  if (!(node instanceof HTMLElement)) return null;
  const all = node.querySelectorAll<HTMLElement>("[data-from]");
  return node.matches("[data-from]") ? node : (all[all.length - 1] ?? null);
}

/** The text node and offset of a position within a row's words; the nearest end where it lies outside. */
export function placeIn(words: Element, at: number): { node: Node; offset: number } | null {
  let found: { node: Node; offset: number } | null = null;
  for (const piece of words.querySelectorAll<HTMLElement>("[data-from]")) {
    const node = piece.firstChild;
    if (node === null) continue;
    const from = Number(piece.dataset["from"]);
    const length = node.textContent?.length ?? 0;
    found = { node, offset: Math.max(0, Math.min(length, at - from)) };
    if (at < from + length) break;
  }
  return found;
}

/** One range for each mounted row that a stretch touches, so that nothing between the words is painted. */
export function rangesOf(container: Element, rows: readonly Stretch[], stretch: Stretch, first: number): Range[] {
  const ranges: Range[] = [];
  for (let index = first; index < rows.length; index += 1) {
    const row = rows[index] as Stretch;
    if (row.start >= stretch.end) break;
    if (row.end <= stretch.start) continue;
    const words = container.querySelector(`[data-row="${String(index)}"]`);
    if (words === null) continue;
    const from = placeIn(words, Math.max(row.start, stretch.start));
    const to = placeIn(words, Math.min(row.end, stretch.end));
    if (from === null || to === null) continue;
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    ranges.push(range);
  }
  return ranges;
}

/** Paints ranges under a name of the CSS Custom Highlight API; nothing where the browser has none. */
export function paint(name: string, ranges: readonly Range[], priority = 0): void {
  if (typeof CSS === "undefined" || !("highlights" in CSS)) return;
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}
