import { useCallback, useEffect, useMemo, useState } from "react";

import { Finder, nextPlace } from "../model/find";
import type { ReadText, Stretch } from "@/shared/text/transcript";
import { paint, rangesOf } from "./dom";
import type { Pane } from "./pane";
import { useReaderStore } from "./store";

export interface FindIn {
  isOpen: boolean;
  words: string;
  count: number;
  at: number;
  open: () => void;
  close: () => void;
  look: (words: string) => void;
  go: (way: 1 | -1) => void;
}

/** Finding words in the open source: also those of rows that are not in the page, which the browser's own find misses. */
export function useFindIn(text: ReadText, pane: Pane): FindIn {
  const store = useReaderStore();
  const finder = useMemo(() => new Finder(text.text), [text]);
  const [isOpen, setOpen] = useState(false);
  const open = useCallback(() => { setOpen(true); }, []);
  const [words, setWords] = useState("");
  const [at, setAt] = useState(-1);
  const places = useMemo(() => (isOpen ? finder.all(words) : []), [finder, words, isOpen]);
  useEffect(() => {
    const element = pane.scroller;
    if (element === null) return undefined;
    let asked = 0;
    const draw = (): void => {
      asked = 0;
      const from = element.getBoundingClientRect();
      const ranges = places.flatMap((place) => rangesOf(element, text.turns, place, text.turnAt(place.start)));
      // Only what is in view is painted; a common word stands in a long text thousands of times.
      paint("reader-find", places.length < 400 ? ranges : ranges.filter((range) => { const box = range.getBoundingClientRect(); return box.bottom > from.top && box.top < from.bottom; }), 1);
    };
    const soon = (): void => { if (asked === 0) asked = requestAnimationFrame(draw); };
    draw();
    if (places.length > 0) element.addEventListener("scroll", soon, { passive: true });
    return () => {
      element.removeEventListener("scroll", soon);
      cancelAnimationFrame(asked);
    };
  }, [places, pane, text]);
  const to = (index: number, list: readonly Stretch[]): void => {
    const place = list[index];
    setAt(index);
    if (place === undefined) return;
    store.set({ caret: { anchor: place.start, focus: place.end } });
    pane.bring(place);
  };
  return {
    isOpen,
    words,
    count: places.length,
    at,
    open,
    close: () => { setOpen(false); },
    look: (given) => {
      setWords(given);
      const found = finder.all(given);
      to(nextPlace(found, (store.get().caret?.anchor ?? 0) - 1, 1), found);
    },
    go: (way) => { to(nextPlace(places, places[at]?.start ?? store.get().caret?.anchor ?? 0, way), places); },
  };
}
