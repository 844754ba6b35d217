import { wholeCharacters } from "./offsets";
import { stretchOf, type Caret } from "./steps";
import { trimmed, type ReadText, type Stretch } from "./transcript";

/**
 * The browser's own selection in a text whose turns are elements with data-start, the position (UTF-16) of their first
 * word. Mouse and keyboard both make it, so what is selected is found in one way.
 */

/** What is selected, without white space at its ends; null for a mere cursor, undefined where the selection is elsewhere. */
export function selectedIn(root: HTMLElement, text: ReadText): Stretch | null | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const from = positionIn(root, range.startContainer, range.startOffset);
  const to = positionIn(root, range.endContainer, range.endOffset);
  if (from === null || to === null) return undefined;
  if (from >= to) return null;
  const [start, end] = wholeCharacters(text.text, from, to);
  return trimmed(text.text, { start, end });
}

function positionIn(root: HTMLElement, node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const turn = element?.closest<HTMLElement>("[data-start]");
  if (turn === null || turn === undefined || !root.contains(turn)) return null;
  const before = document.createRange();
  before.selectNodeContents(turn);
  before.setEnd(node, offset);
  return Number(turn.dataset["start"]) + before.toString().length;
}

/** Makes a stretch the browser's selection and brings its moving end into view. */
export function selectIn(root: HTMLElement, text: ReadText, caret: Caret): void {
  const { start, end } = stretchOf(caret);
  const isForwards = caret.anchor <= caret.focus;
  const from = placeOf(root, text, start, false);
  const to = placeOf(root, text, end, true);
  if (from === null || to === null) return;
  const [anchor, focus] = isForwards ? [from, to] : [to, from];
  document.getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
  focus.turn.scrollIntoView({ block: "nearest" });
}

function placeOf(root: HTMLElement, text: ReadText, at: number, isEnd: boolean): { node: Node; offset: number; turn: HTMLElement } | null {
  const row = text.turns[text.turnAt(isEnd ? Math.max(0, at - 1) : at)];
  const turn = row === undefined ? null : root.querySelector<HTMLElement>(`[data-start="${String(row.start)}"]`);
  if (row === undefined || turn === null) return null;
  const pieces = document.createTreeWalker(turn, NodeFilter.SHOW_TEXT);
  let left = at - row.start;
  let found: { node: Node; offset: number; turn: HTMLElement } | null = null;
  for (let node = pieces.nextNode(); node !== null; node = pieces.nextNode()) {
    const length = node.textContent?.length ?? 0;
    found = { node, offset: Math.min(left, length), turn };
    if (isEnd ? left <= length : left < length) break;
    left -= length;
  }
  return found;
}
