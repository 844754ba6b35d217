/** What differs between the words that a manuscript prints and those of its sources. */

/** A stretch of words; `differs`: it is not on the other side. */
export interface Piece {
  text: string;
  differs: boolean;
}

export interface Compared {
  printed: Piece[];
  /** In the order of the sources given; what lies before and after the words in common is not marked. */
  sources: Piece[][];
}

const MOST_STEPS = 1_000_000;

interface Word {
  text: string;
  plain: string;
}

/** Words, each with the space before it; `plain` leaves case and marks aside, as the checks do. */
function wordsOf(text: string): Word[] {
  return (text.match(/\s*\S+/gu) ?? []).map((word) => ({
    text: word,
    plain: word.trim().toLowerCase().replace(/[’‘]/gu, "'").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""),
  }));
}

/** Places of the longest run of words in common, on both sides. */
function inCommon(one: readonly Word[], other: readonly Word[]): [Set<number>, Set<number>] {
  const width = other.length + 1;
  const longest = new Uint32Array((one.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = one[i]?.plain === other[j]?.plain ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const mine = new Set<number>();
  const theirs = new Set<number>();
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i]?.plain === other[j]?.plain) {
      mine.add(i++);
      theirs.add(j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return [mine, theirs];
}

function piecesOf(words: readonly Word[], differs: (n: number) => boolean): Piece[] {
  const pieces: Piece[] = [];
  words.forEach((word, n) => {
    // Words of marks alone, such as an ellipsis, are nothing that anybody said.
    const marked = word.plain !== "" && differs(n);
    const last = pieces.at(-1);
    if (last?.differs === marked) last.text += word.text;
    else if (last !== undefined && marked) {
      // The space before a mark belongs to what is in common.
      last.text += word.text.slice(0, word.text.length - word.text.trimStart().length);
      pieces.push({ text: word.text.trimStart(), differs: marked });
    } else pieces.push({ text: word.text, differs: marked });
  });
  return pieces;
}

/** Both sides with what differs marked; null where less than half of the printed words is in common, so that marks would say nothing. */
export function compared(printed: string, sources: readonly string[]): Compared | null {
  const mine = wordsOf(printed);
  const theirs = sources.map(wordsOf);
  if (theirs.length === 0 || theirs.some((each) => each.length * mine.length > MOST_STEPS)) return null;
  const common = theirs.map((each) => inCommon(mine, each));
  const found = new Set(common.flatMap(([places]) => [...places]));
  if (found.size * 2 < mine.length) return null;
  return {
    printed: piecesOf(mine, (n) => !found.has(n)),
    sources: theirs.map((each, s) => {
      const places = common[s]?.[1] ?? new Set<number>();
      const [first, last] = [Math.min(...places), Math.max(...places)];
      return piecesOf(each, (n) => n > first && n < last && !places.has(n));
    }),
  };
}
