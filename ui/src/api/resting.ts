import { restingOn } from "./client";

/** The revision that a write rests on, asked for when it is sent: what waits before it may make another one. */
export interface Base {
  of: () => number;
  /** Says what the write made, 0 if it left nothing there. The next one is sent in the same breath, so `send` says it. */
  made: (rev: number) => void;
  /** What it was when the write was sent first; a second try of the same write says the same. */
  sent?: number;
}

/** The header of a write that rests on this. */
export function restingOnBase(base: Base): { "If-Match": string } {
  base.sent ??= base.of();
  return restingOn(base.sent);
}

/**
 * Writes to one place that follow each other before the first is answered: each rests on what the one before made, so
 * that nobody meets a conflict with themselves; only the first rests on what was seen.
 */
export class Following {
  private readonly rests = new Map<string, number>();
  private readonly waiting = new Map<string, number>();

  /** A write to a place begins; seen: the revision that whoever writes saw, 0 for none. */
  begin(place: string, seen: number): Base {
    const before = this.waiting.get(place) ?? 0;
    if (before === 0) this.rests.set(place, seen);
    this.waiting.set(place, before + 1);
    return { of: () => this.rests.get(place) ?? 0, made: (rev) => { this.rests.set(place, rev); } };
  }

  /** It was answered or refused. */
  end(place: string): void {
    this.waiting.set(place, (this.waiting.get(place) ?? 1) - 1);
  }
}
