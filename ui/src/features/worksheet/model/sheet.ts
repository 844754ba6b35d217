import type { Category, DataLine, Element, Sheet } from "./types";

/** Words without case and doubled white space, for finding or comparing. */
export function plain(words: string): string {
  return words.trim().toLocaleLowerCase().replace(/\s+/g, " ");
}

/** The one of these whose words are exactly what was typed, but for case; found rather than made a second time. */
export function alike<T>(things: readonly T[], called: (thing: T) => string, typed: string): T | undefined {
  const wanted = plain(typed);
  return wanted === "" ? undefined : things.find((thing) => plain(called(thing)) === wanted);
}

/** The lines that a filter leaves: all, or those from which nothing was drawn. */
export function linesLeft(data: readonly DataLine[], show: string): readonly DataLine[] {
  return show === "undrawn" ? data.filter((line) => line.elements.length === 0) : data;
}

/** The elements that a filter leaves: all, those in no category, those to look at again. */
export function elementsLeft(elements: readonly Element[], show: string): readonly Element[] {
  if (show === "loose") return elements.filter((element) => element.category === null);
  return show === "again" ? elements.filter((element) => element.unsettled.length > 0) : elements;
}

/** The key that comes next in the list after `at`; the last one stays. */
export function nextIn(keys: readonly number[], at: number | null, way: 1 | -1): number | null {
  if (keys.length === 0) return null;
  const here = at === null ? -1 : keys.indexOf(at);
  if (here === -1) return keys[way === 1 ? 0 : keys.length - 1] ?? null;
  return keys[Math.max(0, Math.min(keys.length - 1, here + way))] ?? null;
}

/** The next line from which nothing was drawn, after `at`, then from the top; null where there is none but `at`. */
export function nextUndrawn(data: readonly DataLine[], at: number | null): number | null {
  const here = data.findIndex((line) => line.statement === at);
  const order = [...data.slice(here + 1), ...data.slice(0, Math.max(0, here))];
  return order.find((line) => line.elements.length === 0)?.statement ?? null;
}

/** Set without or with a key, whichever it was not. */
export function flipped(known: ReadonlySet<number>, k: number): ReadonlySet<number> {
  const next = new Set(known);
  if (!next.delete(k)) next.add(k);
  return next;
}

/** Categories under the class that they belong to, in order of the first of each; "" where there is none. */
export function byClass(categories: readonly Category[]): { kind: string; categories: Category[] }[] {
  const found = new Map<string, Category[]>();
  for (const category of categories) found.set(category.kind, [...(found.get(category.kind) ?? []), category]);
  return [...found].map(([kind, list]) => ({ kind, categories: list }));
}

/** The sheet with elements in another category (null: none), as it will be once the server has answered. */
export function grouped(sheet: Sheet, keys: readonly number[], category: number | null): Sheet {
  const elements = sheet.elements.map((element) => (keys.includes(element.k) ? { ...element, category } : element));
  const categories = sheet.categories.map((each) => {
    const own = elements.filter((element) => element.category === each.k);
    return { ...each, elements: own.map((element) => element.k), cases: [...new Set(own.flatMap((element) => element.cases))] };
  });
  return { ...sheet, elements, categories };
}

/** The sheet without these elements. */
export function without(sheet: Sheet, keys: readonly number[]): Sheet {
  const elements = sheet.elements.filter((element) => !keys.includes(element.k));
  const data = sheet.data.map((line) => ({ ...line, elements: line.elements.filter((k) => !keys.includes(k)) }));
  return grouped({ ...sheet, elements, data }, [], null);
}
