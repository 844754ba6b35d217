import type { Stretch } from "@/shared/text/transcript";

/**
 * The parts of the page that deeds act on: the scroller, the fields. Filled as they are mounted; read in events and
 * effects only, never while drawing.
 */
export class Pane {
  scroller: HTMLDivElement | null = null;
  field: HTMLInputElement | null = null;
  note: HTMLTextAreaElement | null = null;
  memo: HTMLTextAreaElement | null = null;
  /** Whether the next theme named is where the chosen coding goes. */
  isRecoding = false;
  private toRow: (index: number) => void = () => undefined;
  private rowAt: (at: number) => number = () => 0;

  setScroller = (element: HTMLDivElement | null): void => { this.scroller = element; };
  setField = (element: HTMLInputElement | null): void => { this.field = element; };
  setNote = (element: HTMLTextAreaElement | null): void => { this.note = element; };
  setMemo = (element: HTMLTextAreaElement | null): void => { this.memo = element; };

  /** Says how rows come into view. */
  onRow(toRow: (index: number) => void): void { this.toRow = toRow; }
  /** Says which row stands at a position. */
  onPlace(rowAt: (at: number) => number): void { this.rowAt = rowAt; }

  bring = (stretch: Stretch): void => { this.toRow(this.rowAt(stretch.start)); };
  toText = (): void => { this.scroller?.focus({ preventScroll: true }); };
  toField = (): void => { this.field?.focus(); };
  toNote = (): void => { this.note?.focus(); };
  toMemo = (): void => { this.memo?.focus(); };
  begin = (): void => { this.isRecoding = true; };
  end = (): void => { this.isRecoding = false; };
}
