import { useEffect } from "react";
import { useSearchParams } from "react-router";

import type { ReadText } from "@/shared/text/transcript";
import { paint, rangesOf } from "./dom";
import type { Pane } from "./pane";
import type { ReaderStore } from "./store";

const FLASH_MS = 1_600;

/** Opens the text at the place that the address names (`?at=START-END`, code points) and lights it up for a moment. */
export function usePlaceInAddress(text: ReadText, store: ReaderStore, pane: Pane): void {
  const [params] = useSearchParams();
  const at = params.get("at");
  useEffect(() => {
    const found = /^(\d+)-(\d+)$/.exec(at ?? "");
    if (found === null) return undefined;
    const stretch = text.toUtf16(Number(found[1]), Number(found[2]));
    let timer: ReturnType<typeof setTimeout> | undefined;
    // After the rows stand where they will.
    const frame = requestAnimationFrame(() => {
      const element = pane.scroller;
      if (element === null) return;
      store.set({ caret: { anchor: stretch.start, focus: stretch.end } });
      pane.bring(stretch);
      element.querySelector(`[data-row="${String(text.turnAt(stretch.start))}"]`)?.scrollIntoView({ block: "center" });
      element.focus({ preventScroll: true });
      requestAnimationFrame(() => {
        paint("reader-flash", rangesOf(element, text.turns, stretch, text.turnAt(stretch.start)), 3);
        timer = setTimeout(() => { paint("reader-flash", []); }, FLASH_MS);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [at, text, store, pane]);
}
