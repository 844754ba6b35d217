/** A transcript in numbered lines, the same on every sheet, with the themes that begin in each. Pure. */

/** Letters to a line: what a sheet holds beside its numbers and a blank margin. */
export const LINE_LETTERS = 66;

export interface Stretch {
  start: number;
  end: number;
  label: string;
}

export interface Line {
  /** From 1, through the whole text. */
  n: number;
  /** Code points. */
  start: number;
  end: number;
  words: string;
}

/** A stretch of text in lines of at most `letters`, broken at spaces and at its own line breaks. */
export function linesOf(words: string, start: number, first: number, letters: number = LINE_LETTERS): Line[] {
  const signs = [...words];
  const lines: Line[] = [];
  let from = 0;
  while (from < signs.length) {
    const own = signs.indexOf("\n", from);
    const end = own < 0 ? signs.length : own;
    let to = end;
    if (end - from > letters) {
      const space = signs.lastIndexOf(" ", from + letters);
      to = space > from ? space : from + letters;
    }
    lines.push({ n: first + lines.length, start: start + from, end: start + to, words: signs.slice(from, to).join("") });
    // The space or line break at which a line ends belongs to neither.
    from = signs[to] === " " || signs[to] === "\n" ? to + 1 : to;
  }
  return lines;
}

/** The themes that begin in a line, as printed beside it: "2.3", or "2.3 –51" for one that goes on to another line. */
export function besideLine(line: Line, stretches: readonly Stretch[], lines: readonly Line[]): string[] {
  return stretches
    .filter((each) => each.start >= line.start && each.start < Math.max(line.end, line.start + 1))
    .map((each) => {
      const last = lines.findLast((other) => other.start < each.end);
      return last === undefined || last.n <= line.n ? each.label : `${each.label} –${String(last.n)}`;
    });
}
