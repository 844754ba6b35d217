import type { Turn } from "@/shared/text/transcript";

/** Which row is being spoken at a time of the recording: the last timed one that has begun. */
export class Spoken {
  private readonly timed: readonly { at: number; index: number }[];

  constructor(turns: readonly Turn[]) {
    this.timed = turns.flatMap((turn) => (turn.fromMs === null ? [] : [{ at: turn.fromMs, index: turn.index }])).sort((a, b) => a.at - b.at || a.index - b.index);
  }

  /** Whether any turn says when it was spoken. */
  get knowsTimes(): boolean {
    return this.timed.length > 0;
  }

  /** The row at a time in milliseconds, null before the first one. */
  rowAt(ms: number): number | null {
    let low = 0;
    let high = this.timed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.timed[middle]?.at ?? 0) <= ms) low = middle + 1;
      else high = middle;
    }
    return this.timed[low - 1]?.index ?? null;
  }
}
