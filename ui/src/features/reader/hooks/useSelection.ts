import { useEffect, useLayoutEffect } from "react";

import { wholeCharacters } from "@/shared/text/offsets";

import type { Mark } from "../model/marks";
import { stretchOf, type Caret } from "@/shared/text/steps";
import { trimmed, type ReadText, type Stretch } from "@/shared/text/transcript";
import { paint, placeIn, positionOf, rangesOf } from "./dom";
import type { Pane } from "./pane";
import { useReaderStore, type ReaderStore } from "./store";

/** What would be indexed: the selection without white space at its ends; for a mere cursor, its turn. */
export function meant(text: ReadText, caret: Caret | null): Stretch | null {
  if (caret === null) return null;
  const { start, end } = stretchOf(caret);
  if (start < end) return trimmed(text.text, grown(text, { start, end }));
  const turn = text.turns[text.turnAt(start)];
  return turn === undefined || turn.words === "" ? null : { start: turn.start, end: turn.end };
}

/** The stretch grown to whole visible characters and taken out of labels: it begins and ends with words. */
function grown(text: ReadText, stretch: Stretch): Stretch {
  const [start, end] = wholeCharacters(text.text, stretch.start, stretch.end);
  const first = text.turns[text.turnAt(start)];
  const last = text.turns[text.turnAt(Math.max(start, end - 1))];
  const from = first !== undefined && start >= first.end ? (text.turns[first.index + 1]?.start ?? start) : start;
  return { start: Math.min(from, end), end: last === undefined ? end : Math.min(end, Math.max(last.end, from)) };
}

/** Reads the browser's own selection after the mouse made one. A click without a drag sets the cursor. */
function fromBrowser(scroller: Element): Caret | null {
  const selection = window.getSelection();
  if (selection?.anchorNode == null || selection.focusNode === null || !scroller.contains(selection.anchorNode)) return null;
  const anchor = positionOf(selection.anchorNode, selection.anchorOffset);
  const focus = positionOf(selection.focusNode, selection.focusOffset);
  return anchor === null || focus === null ? null : { anchor, focus };
}

function paintSelection(scroller: Element, text: ReadText, store: ReaderStore): void {
  const { caret } = store.get();
  const stretch = meant(text, caret);
  const isCursor = caret !== null && caret.anchor === caret.focus;
  const ranges = stretch === null ? [] : rangesOf(scroller, text.turns, stretch, text.turnAt(stretch.start));
  paint("reader-selection", isCursor ? [] : ranges, 2);
  paint("reader-cursor", isCursor ? ranges : [], 0);
}

/** Makes the browser's selection what the reader's is, so that it can be copied; only while the text has the focus. */
function toBrowser(scroller: Element, text: ReadText, caret: Caret): void {
  if (!scroller.contains(document.activeElement) || caret.anchor === caret.focus) return;
  const place = (at: number, isEnd: boolean): { node: Node; offset: number } | null => {
    const words = scroller.querySelector(`[data-row="${String(text.turnAt(isEnd ? Math.max(0, at - 1) : at))}"]`);
    return words === null ? null : placeIn(words, at);
  };
  const anchor = place(caret.anchor, caret.anchor > caret.focus);
  const focus = place(caret.focus, caret.focus > caret.anchor);
  if (anchor !== null && focus !== null) window.getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
}

/**
 * Keeps the reader's selection and the browser's in step: the mouse makes one, keys move it, and it is put back when
 * a turn has been cut anew and its text nodes replaced.
 */
export function useSelection(pane: Pane, text: ReadText, marks: readonly Mark[]): void {
  const store = useReaderStore();
  useEffect(() => {
    const element = pane.scroller;
    if (element === null) return undefined;
    const release = (event: PointerEvent): void => {
      if (event.target instanceof Element && event.target.closest(".gutter, .margin, button, input") !== null) return;
      const take = (): void => {
        const caret = fromBrowser(element);
        if (caret !== null) store.set({ caret });
      };
      take();
      // A click into what was selected takes that selection away only after this event.
      requestAnimationFrame(take);
    };
    const twice = (event: MouseEvent): void => {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]") : null;
      const turn = row === null ? undefined : text.turns[Number(row.dataset["row"])];
      if (turn !== undefined) store.set({ caret: { anchor: turn.start, focus: turn.end } });
    };
    element.addEventListener("pointerup", release);
    element.addEventListener("dblclick", twice);
    return () => {
      element.removeEventListener("pointerup", release);
      element.removeEventListener("dblclick", twice);
    };
  }, [pane, store, text]);
  useEffect(() => {
    const element = pane.scroller;
    if (element === null) return undefined;
    let painted = store.get().caret;
    return store.subscribe(() => {
      const { caret } = store.get();
      if (caret === painted) return;
      painted = caret;
      paintSelection(element, text, store);
      if (caret !== null) toBrowser(element, text, caret);
    });
  }, [pane, store, text]);
  useLayoutEffect(() => {
    const element = pane.scroller;
    if (element === null) return;
    paintSelection(element, text, store);
    const { caret } = store.get();
    if (caret !== null) toBrowser(element, text, caret);
  }, [pane, store, text, marks]);
  useEffect(
    () => () => {
      for (const name of ["reader-selection", "reader-cursor", "reader-find", "reader-flash"]) paint(name, []);
    },
    [],
  );
}
