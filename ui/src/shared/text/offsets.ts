/**
 * Positions. The server counts Unicode code points, the browser UTF-16 units; this module is the one place
 * where one becomes the other.
 */

/** A position in a text, counted in Unicode code points. */
export type CodePoints = number;
/** A position in a text, counted in UTF-16 units, as the DOM and strings count. */
export type Utf16 = number;

/** Where the astral characters of a text are: one entry each, so a text without emoji costs nothing. */
export class Offsets {
  /** Positions (UTF-16) of the first unit of each astral character, ascending. */
  private readonly astral: readonly Utf16[];
  readonly text: string;

  constructor(text: string) {
    this.text = text;
    const found: Utf16[] = [];
    for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) found.push(match.index);
    this.astral = found;
  }

  toCodePoints(at: Utf16): CodePoints {
    return at - countBelow(this.astral, (position) => position + 1 < at);
  }

  toUtf16(at: CodePoints): Utf16 {
    // The n-th astral character stands at code point `position - n`.
    return at + countBelow(this.astral, (position, n) => position - n < at);
  }

  /** The words between two positions in code points. */
  slice(start: CodePoints, end: CodePoints): string {
    return this.text.slice(this.toUtf16(start), this.toUtf16(end));
  }
}

/** How many entries of an ascending list fulfil a condition that holds for a beginning of it. */
function countBelow(list: readonly number[], holds: (value: number, at: number) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle] as number, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A selection grown so that it cuts no character that a reader sees as one (an emoji, a letter with its accents). */
export function wholeCharacters(text: string, start: Utf16, end: Utf16): [Utf16, Utf16] {
  return [boundaryAt(text, start, "before"), boundaryAt(text, end, "after")];
}

// Clusters are short; a window around the position spares segmenting the whole text.
const WINDOW = 64;

function boundaryAt(text: string, at: Utf16, side: "before" | "after"): Utf16 {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  const from = lineStart(text, at);
  for (const { index, segment } of graphemes.segment(text.slice(from, at + WINDOW))) {
    const start = from + index;
    const end = start + segment.length;
    if (start === at) return at;
    if (start < at && at < end) return side === "before" ? start : end;
  }
  return at;
}

/** A place at or before a position where a cluster surely begins: after a line break or a plain space. */
function lineStart(text: string, at: Utf16): Utf16 {
  let from = at - 1;
  while (from > 0 && !/[\n ]/.test(text[from - 1] as string)) from -= 1;
  return Math.max(0, from);
}
