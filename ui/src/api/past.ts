import { useSyncExternalStore } from "react";

import { Problem } from "./problem";

/** A state of a study that is being read: right after a change. */
export interface Past {
  study: string;
  /** The change's number. */
  number: number;
  /** When it was made, milliseconds since 1970, UTC. */
  at: number;
  words: string;
}

const KEPT = "past";

/** Which earlier state this window reads, if any. It lives as long as the window does, over reloads too. */
class Looking {
  private state: Past | null = kept();
  private readonly listeners = new Set<() => void>();

  get = (): Past | null => this.state;

  set(state: Past | null): void {
    this.state = state;
    if (state === null) sessionStorage.removeItem(KEPT);
    else sessionStorage.setItem(KEPT, JSON.stringify(state));
    for (const listener of this.listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

function kept(): Past | null {
  const found: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  if (typeof found !== "object" || found === null) return null;
  const { study, number, at, words } = found as Partial<Past>;
  return typeof study === "string" && typeof number === "number" && typeof at === "number" && typeof words === "string" ? { study, number, at, words } : null;
}

export const looking = new Looking();

/** The state of the past that is read of a study, null for now. */
export function usePast(study: string | null): Past | null {
  const past = useSyncExternalStore(looking.subscribe, looking.get);
  return past !== null && past.study === study ? past : null;
}

/** Whether the window's own address is of a study that is read as it was; for what stands outside the routes. */
export function useIsPastHere(): boolean {
  const past = useSyncExternalStore(looking.subscribe, looking.get);
  const name = OF_SCREEN.exec(location.pathname)?.[1];
  return past !== null && name !== undefined && decodeURIComponent(name) === past.study;
}

const OF_SCREEN = /^\/s\/([^/]+)(\/|$)/;
const OF_STUDY = /^\/api\/studies\/([^/]+)(\/|$)/;

/** The state of the past that an address of the API is asked about, null for now and for what is of no study. */
export function pastOf(path: string, past: Past | null = looking.get()): Past | null {
  const name = OF_STUDY.exec(path)?.[1];
  return past !== null && name !== undefined && decodeURIComponent(name) === past.study ? past : null;
}

/** Why nothing is written while the past is read. */
export function refusedInThePast(past: Past): Problem {
  return new Problem(403, "in-the-past", `This is the study as it was after change ${String(past.number)}; nothing can be changed in it. Go back to now first.`);
}
