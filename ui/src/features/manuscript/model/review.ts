import type { components } from "@/api/schema";

export type Review = components["schemas"]["ReviewShown"];
export type Remark = components["schemas"]["RemarkShown"];
export type Level = Remark["level"];
export type SourceWords = components["schemas"]["SourceWordsShown"];

export const LEVELS: readonly Level[] = ["wrong", "say why", "for your eyes"];

/** A line of the first page: the remarks that it stands for, the weightiest first. */
export interface Line {
  id: string;
  said: string;
  level: Level;
  remarks: Remark[];
}

export interface LinesOfTheme {
  group: Remark["group"];
  lines: Line[];
}

/** The lines of the first page, put together by what they are about, in the order that the server gave. */
export function firstPage(review: Review): LinesOfTheme[] {
  const byKey = new Map(review.remarks.map((remark) => [remark.key, remark]));
  const themes: LinesOfTheme[] = [];
  review.first_page.forEach((keys, n) => {
    const remarks = keys.flatMap((key) => byKey.get(key) ?? []);
    const [first] = remarks;
    if (first === undefined) return;
    const said = remarks.length === 1 ? first.said : `${String(remarks.length)} remarks of this kind, the first: ${first.said}`;
    const line: Line = { id: `line-${String(n)}`, said, level: first.level, remarks };
    const last = themes.at(-1);
    if (last?.group === first.group) last.lines.push(line);
    else themes.push({ group: first.group, lines: [line] });
  });
  return themes;
}

/** The remarks of the levels and themes chosen; where none is chosen, of all. */
export function narrowed(remarks: readonly Remark[], levels: readonly string[], groups: readonly string[]): Remark[] {
  return remarks.filter(
    (remark) =>
      remark.waived === "" && (levels.length === 0 || levels.includes(remark.level)) && (groups.length === 0 || groups.includes(remark.group)),
  );
}

/** Words of one turn told once, with everything that differs in them. */
export function together(sources: readonly SourceWords[]): SourceWords[] {
  const found = new Map<string, SourceWords>();
  for (const source of sources) {
    const key = JSON.stringify([source.source, source.turn, source.words]);
    const known = found.get(key);
    const change = [known?.change ?? "", source.change].filter((each) => each !== "").join("; ");
    found.set(key, { ...source, change });
  }
  return [...found.values()];
}

/** "paragraph 12, page 3, under “Findings”". */
export function placeOf(spot: Remark["spots"][number]): string {
  const page = spot.page === null ? "" : `, page ${spot.page}`;
  const under = spot.under === "" ? "" : `, under “${spot.under}”`;
  return `paragraph ${String(spot.paragraph)}${page}${under}`;
}

/** "01-maureen.txt, turn 4: Maureen". */
export function whoseOf(source: SourceWords): string {
  const turn = source.turn === null ? "" : `, turn ${String(source.turn)}`;
  return `${source.source}${turn}${source.speaker === "" ? "" : `: ${source.speaker}`}`;
}
