import { createContext, use, useSyncExternalStore } from "react";

import type { Caret } from "@/shared/text/steps";

/** What is selected and pointed at. It changes with every key, so rows subscribe only to what concerns them. */
export interface Pointing {
  /** The selection; with both ends equal it is only a cursor, and its turn is what would be indexed. */
  caret: Caret | null;
  /** Key of the coding that was chosen, for its menu. */
  chosen: number | null;
  /** Key of the coding under the mouse or the focus. */
  lit: number | null;
  /** Key of the theme whose definition is wanted: the one highlighted in the quick-code field. */
  asked: number | null;
  /** Index of the row that the recording is at, null while it is not played. */
  spoken: number | null;
}

export class ReaderStore {
  private state: Pointing = { caret: null, chosen: null, lit: null, asked: null, spoken: null };
  private readonly listeners = new Set<() => void>();
  /** The selection that was left last, so that the keyboard goes on from there. */
  left: Caret | null = null;

  get = (): Pointing => this.state;

  set(change: Partial<Pointing>): void {
    const next = { ...this.state, ...change };
    if ((Object.keys(next) as (keyof Pointing)[]).every((key) => next[key] === this.state[key])) return;
    if (next.caret === null && this.state.caret !== null) this.left = this.state.caret;
    this.state = next;
    for (const listener of this.listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

export const StoreContext = createContext<ReaderStore>(new ReaderStore());

/** A part of what is selected and pointed at; the component is drawn again only when that part changes. */
export function usePointing<T>(pick: (pointing: Pointing) => T): T {
  const store = use(StoreContext);
  return useSyncExternalStore(store.subscribe, () => pick(store.get()));
}

export function useReaderStore(): ReaderStore {
  return use(StoreContext);
}
