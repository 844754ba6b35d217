import { Offsets, type CodePoints, type Utf16 } from "./offsets";

/** A stretch of the text in UTF-16 units, half-open. Inside the reader every position is one of these. */
export interface Stretch {
  start: Utf16;
  end: Utf16;
}

/** A part of the text as the server gives it; positions in code points. */
export interface Part {
  n: number;
  kind: string;
  label: string | null;
  role: string | null;
  level: number | null;
  number: string | null;
  from_ms: number | null;
  start: CodePoints;
  words: CodePoints;
  end: CodePoints;
}

/** One row of the transcript: a turn, heading or paragraph with its words. `start`..`end` are the words alone. */
export interface Turn extends Stretch {
  index: number;
  /** Number of the part, null for words between parts. */
  n: number | null;
  kind: string;
  speaker: string | null;
  role: string | null;
  level: number | null;
  fromMs: number | null;
  words: string;
}

/** A text ready to be read: its rows, and the one conversion between code points and UTF-16. */
export class ReadText {
  readonly text: string;
  readonly turns: readonly Turn[];
  private readonly offsets: Offsets;

  constructor(text: string, parts: readonly Part[]) {
    this.text = text;
    this.offsets = new Offsets(text);
    this.turns = this.rows(parts);
  }

  toUtf16(start: CodePoints, end: CodePoints): Stretch {
    return { start: this.offsets.toUtf16(start), end: this.offsets.toUtf16(end) };
  }

  toCodePoints(stretch: Stretch): { start: CodePoints; end: CodePoints } {
    return { start: this.offsets.toCodePoints(stretch.start), end: this.offsets.toCodePoints(stretch.end) };
  }

  /** Index of the row at a position: the last one that begins at or before it, the first for what stands before all. */
  turnAt(at: Utf16): number {
    let low = 0;
    let high = this.turns.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.turns[middle] as Turn).start <= at) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  words(stretch: Stretch): string {
    return this.text.slice(stretch.start, stretch.end);
  }

  /** Printed place of a stretch: "turn 4" or "turns 4–6". */
  place(stretch: Stretch): string {
    const first = this.turns[this.turnAt(stretch.start)]?.n ?? null;
    const last = this.turns[this.turnAt(Math.max(stretch.start, stretch.end - 1))]?.n ?? null;
    if (first === null) return "";
    return last === null || last === first ? `turn ${String(first)}` : `turns ${String(first)}–${String(last)}`;
  }

  private rows(parts: readonly Part[]): Turn[] {
    const rows: Turn[] = [];
    let reached = 0;
    const ordered = parts.filter((part) => part.kind !== "page").sort((a, b) => a.start - b.start || a.end - b.end);
    const push = (start: Utf16, end: Utf16, part: Part | null): void => {
      const kept = trimmed(this.text, { start, end }) ?? { start, end: start };
      if (part === null && kept.end === start) return;
      rows.push({
        index: rows.length,
        n: part?.n ?? null,
        kind: part?.kind ?? "paragraph",
        speaker: part?.label ?? null,
        role: part?.role ?? null,
        level: part?.level ?? null,
        fromMs: part?.from_ms ?? null,
        ...kept,
        words: this.text.slice(kept.start, kept.end),
      });
    };
    for (const part of ordered) {
      const { start, end } = this.toUtf16(part.start, part.end);
      if (start < reached) continue;
      push(reached, start, null);
      push(this.offsets.toUtf16(part.words), end, part);
      reached = end;
    }
    push(reached, this.text.length, null);
    return rows;
  }
}

/** A stretch without the white space at its ends; null if nothing is left. */
export function trimmed(text: string, stretch: Stretch): Stretch | null {
  const words = text.slice(stretch.start, stretch.end);
  const start = stretch.start + (words.length - words.trimStart().length);
  const end = stretch.end - (words.length - words.trimEnd().length);
  return start < end ? { start, end } : null;
}

export function overlap(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}
