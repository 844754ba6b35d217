/** Suggestions that this window rejected, and how many changes of its own the study has had since. */
export interface Refusal {
  study: string;
  rule: number;
  suggestions: readonly number[];
  since: number;
}

const KEPT = "refusals";

/**
 * What this window rejected, newest last. The history does not hold it, so the server's undo passes it over; here it is kept in
 * order with the changes that the history holds. It lives as long as the window does, over reloads too.
 */
export class Refusals {
  private readonly list: Refusal[];
  private taken: Refusal[] = [];

  constructor(private readonly kept: Pick<Storage, "getItem" | "setItem"> = sessionStorage) {
    this.list = JSON.parse(kept.getItem(KEPT) ?? "[]") as Refusal[];
  }

  /** Notes a refusal as the last thing done. again: it was brought again, after others that still are to be. */
  note(study: string, rule: number, suggestions: readonly number[], again = false): void {
    this.list.push({ study, rule, suggestions, since: 0 });
    if (!again) this.taken = [];
    this.keep();
  }

  /** Notes a change of this window in a study that the history holds. */
  changed(study: string): void {
    this.move(study, 1);
    this.taken = [];
  }

  /** The refusal that Ctrl-Z is to take back, out of the list; null where the history's last change comes first. */
  takeBack(study: string): Refusal | null {
    const at = this.last(study);
    const found = this.list[at];
    if (found === undefined || found.since > 0) {
      this.move(study, -1);
      this.taken = [];
      return null;
    }
    this.list.splice(at, 1);
    this.taken.push(found);
    this.keep();
    return found;
  }

  /** The refusal that is to be brought again, if one was the last thing that was taken back. */
  bringAgain(study: string): Refusal | null {
    const found = this.taken.at(-1);
    if (found?.study !== study) return null;
    this.taken.pop();
    return found;
  }

  /** Notes that a change of the history stands again: its undo was refused, or it was done again. */
  stands(study: string): void {
    this.move(study, 1);
  }

  /** Forgets a refusal: its own notice took it back. */
  drop(study: string, suggestions: readonly number[]): void {
    const at = this.list.findLastIndex((one) => one.study === study && String(one.suggestions) === String(suggestions));
    if (at !== -1) this.list.splice(at, 1);
    this.keep();
  }

  private last(study: string): number {
    return this.list.findLastIndex((one) => one.study === study);
  }

  /** Counts a change of the history up or down, beside the last refusal of the study. */
  private move(study: string, by: 1 | -1): void {
    const found = this.list[this.last(study)];
    if (found !== undefined) found.since = Math.max(0, found.since + by);
    this.keep();
  }

  private keep(): void {
    this.kept.setItem(KEPT, JSON.stringify(this.list));
  }
}

export const refusals = new Refusals();
