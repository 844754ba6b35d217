import { createContext, useMemo } from "react";

/** Begins to watch a row and returns how to stop; the row is told when it comes near the view and when it leaves. */
export type Watch = (row: Element, tell: (isNear: boolean) => void) => () => void;

export const NearContext = createContext<Watch | null>(null);

const AHEAD_PX = 900;

/** One observer for all rows of a scroller, made when the first row asks. */
function nearness(scroller: Element): Watch {
  const told = new Map<Element, (isNear: boolean) => void>();
  let observer: IntersectionObserver | null = null;
  return (row, tell) => {
    observer ??= new IntersectionObserver(
      (entries) => {
        for (const entry of entries) told.get(entry.target)?.(entry.isIntersecting);
      },
      { root: scroller, rootMargin: `${String(AHEAD_PX)}px 0px` },
    );
    told.set(row, tell);
    observer.observe(row);
    return () => {
      told.delete(row);
      observer?.unobserve(row);
    };
  };
}

/** Tells rows when they are near the view. Each row keeps its own state, so none but itself is drawn again. */
export function useNear(scroller: Element | null): Watch | null {
  return useMemo(() => (scroller === null ? null : nearness(scroller)), [scroller]);
}
