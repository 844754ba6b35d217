import { useEffect } from "react";

import type { ReadText } from "@/shared/text/transcript";
import type { Pane } from "./pane";

/** Number of the turn that stands at the top of the view: the place that another view of the text opens at. */
export function turnInView(pane: Pane, text: ReadText): number | null {
  const top = pane.scroller?.getBoundingClientRect().top ?? 0;
  for (const row of pane.scroller?.querySelectorAll<HTMLElement>("[data-row]") ?? []) {
    if (row.getBoundingClientRect().bottom > top) return text.turns[Number(row.dataset["row"])]?.n ?? null;
  }
  return null;
}

/** Opens the text at a turn, by its number; both views of a text number their turns alike. */
export function useTurnOf(n: number | null, text: ReadText, pane: Pane): void {
  useEffect(() => {
    const row = n === null ? undefined : text.turns.find((turn) => turn.n === n);
    if (row === undefined) return undefined;
    const frame = requestAnimationFrame(() => {
      pane.bring(row);
      pane.scroller?.querySelector(`[data-row="${String(row.index)}"]`)?.closest(".turn")?.scrollIntoView({ block: "start" });
    });
    return () => { cancelAnimationFrame(frame); };
  }, [n, text, pane]);
}
