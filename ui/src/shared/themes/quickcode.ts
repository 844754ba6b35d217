/** A theme or open code that can be indexed under. number: null for an open code. */
export interface Choice {
  k: number;
  number: string | null;
  name: string;
}

/** What stands in the quick-code field: theme numbers, or words that a theme's name is looked for by. */
export type Typed =
  | { kind: "nothing" }
  | { kind: "numbers"; themes: readonly Choice[]; unknown: readonly string[] }
  | { kind: "words"; words: string };

const NUMBERS = /^\s*\d+(\.\d+)*\.?([\s,;]+\d+(\.\d+)*\.?)*[\s,;]*$/;

/** Reads the field. Numbers that the framework does not have are told, never guessed. */
export function read(typed: string, themes: readonly Choice[]): Typed {
  if (typed.trim() === "") return { kind: "nothing" };
  if (!NUMBERS.test(typed)) return { kind: "words", words: typed.trim() };
  const byNumber = new Map(themes.flatMap((theme) => (theme.number === null ? [] : [[theme.number, theme] as const])));
  const wanted = [...new Set(typed.split(/[\s,;]+/).map((number) => number.replace(/\.$/, "")).filter((number) => number !== ""))];
  return {
    kind: "numbers",
    themes: wanted.flatMap((number) => byNumber.get(number) ?? []),
    unknown: wanted.filter((number) => !byNumber.has(number)),
  };
}

/** The sub-themes that the last number in the field leads on to: for "4.1 2" those under 2. */
export function leadingOn(typed: string, themes: readonly Choice[]): Choice[] {
  const last = (typed.trimEnd().split(/[\s,;]+/).at(-1) ?? "").replace(/\.$/, "");
  if (last === "" || typed.trimEnd() !== typed) return [];
  return themes.filter((theme) => theme.number?.startsWith(`${last}.`) === true);
}

export function folded(words: string): string {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

/**
 * How well a theme fits the letters: the smaller the better, null if not at all. Its whole name, how it begins, how
 * its words begin (two letters: their initials too), letters within it, in this order.
 */
function fit(theme: Choice, wanted: string): number | null {
  const name = folded(theme.name);
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  const words = name.split(/[^\p{L}\p{N}]+/u);
  if (words.some((word) => word.startsWith(wanted))) return 2;
  if (wanted.length > 1 && words.map((word) => word[0] ?? "").join("").startsWith(wanted)) return 3;
  const parts = wanted.split(" ");
  if (parts.length > 1 && parts.every((part) => words.some((word) => word.startsWith(part)))) return 2;
  return name.includes(wanted) ? 4 : null;
}

/** Themes that fit the words, best first; of equal ones those used last, then those that stand first. */
export function fitting(words: string, themes: readonly Choice[], recent: readonly number[] = []): Choice[] {
  const wanted = folded(words);
  const used = (theme: Choice): number => {
    const at = recent.indexOf(theme.k);
    return at === -1 ? recent.length : at;
  };
  return themes
    .map((theme, place) => ({ theme, place, fits: wanted === "" ? 0 : fit(theme, wanted) }))
    .filter((each): each is { theme: Choice; place: number; fits: number } => each.fits !== null)
    .sort((a, b) => a.fits - b.fits || used(a.theme) - used(b.theme) || a.place - b.place)
    .map((each) => each.theme);
}

/** Whether some theme has just this name, so that no second one is offered to be made. */
export function isKnown(words: string, themes: readonly Choice[]): boolean {
  const wanted = folded(words);
  return themes.some((theme) => folded(theme.name) === wanted);
}

/** The themes used last, latest first, each once. */
export function recentThemes(codings: readonly { theme: number; at: number; k: number }[], most = 9): number[] {
  const ordered = [...codings].sort((a, b) => b.at - a.at || b.k - a.k).map((coding) => coding.theme);
  return [...new Set(ordered)].slice(0, most);
}

const MOST_WORDS = 60;

/** The words of a selection as the name of an in-vivo code: on one line, cut at a word. */
export function inVivoName(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  const characters = Array.from(line);
  if (characters.length <= MOST_WORDS) return line;
  const cutOff = characters.slice(0, MOST_WORDS).join("");
  const space = cutOff.lastIndexOf(" ");
  return `${space > MOST_WORDS / 2 ? cutOff.slice(0, space) : cutOff}…`;
}
