import type { Stretch } from "@/shared/text/transcript";

/** A text without capitals and accents, and where each of its letters came from. */
interface Folded {
  letters: string;
  from: Uint32Array;
}

function fold(text: string): Folded {
  const letters: string[] = [];
  const from: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = character.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    for (let n = 0; n < plain.length; n += 1) from.push(at);
    letters.push(plain);
    at += character.length;
  }
  from.push(at);
  return { letters: letters.join(""), from: Uint32Array.from(from) };
}

/** Looks for words in one text; case and accents do not count. Folding is done once. */
export class Finder {
  private readonly text: string;
  private foldedText: Folded | null = null;

  constructor(text: string) {
    this.text = text;
  }

  /** Every place, in order, at most `most`. */
  all(words: string, most = 2_000): Stretch[] {
    const wanted = fold(words).letters;
    if (wanted.trim() === "") return [];
    const { letters, from } = (this.foldedText ??= fold(this.text));
    const found: Stretch[] = [];
    for (let at = letters.indexOf(wanted); at !== -1 && found.length < most; at = letters.indexOf(wanted, at + wanted.length)) {
      const start = from[at] as number;
      found.push({ start, end: this.clusterEnd(from, at + wanted.length - 1) });
    }
    return found;
  }

  /** Where the letter at an index of the folded text ends, with its accents. */
  private clusterEnd(from: Uint32Array, last: number): number {
    const begins = from[last] as number;
    let next = last + 1;
    while (next < from.length - 1 && from[next] === begins) next += 1;
    return from[next] as number;
  }
}

/** The place after (or before) a position, going round at the ends; -1 where nothing was found. */
export function nextPlace(places: readonly Stretch[], at: number, way: 1 | -1): number {
  if (places.length === 0) return -1;
  if (way === 1) {
    const found = places.findIndex((place) => place.start > at);
    return found === -1 ? 0 : found;
  }
  for (let n = places.length - 1; n >= 0; n -= 1) if ((places[n] as Stretch).start < at) return n;
  return places.length - 1;
}
