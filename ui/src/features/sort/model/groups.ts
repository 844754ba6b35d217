/** What the sorting of extracts needs to know of one. */
export interface Sortable {
  k: number;
  groups: readonly string[];
  reviewed: boolean;
}

/** Extracts under one heading. */
export interface Group<E extends Sortable> {
  name: string;
  extracts: readonly E[];
}

/**
 * The extracts under their headings, in the order in which they came. One that belongs to several (words of two people)
 * stands under each; `order`, the keys from top to bottom, names it once.
 */
export function grouped<E extends Sortable>(extracts: readonly E[]): { groups: Group<E>[]; order: number[] } {
  const found = new Map<string, E[]>();
  for (const extract of extracts) {
    for (const name of extract.groups) found.set(name, [...(found.get(name) ?? []), extract]);
  }
  const groups = [...found].map(([name, list]) => ({ name, extracts: list }));
  return { groups, order: [...new Set(groups.flatMap((group) => group.extracts.map((extract) => extract.k)))] };
}

/** Which of them the filter leaves: all, those still to be reviewed, those that were. */
export function left<E extends Sortable>(extracts: readonly E[], wanted: string): readonly E[] {
  if (wanted === "open") return extracts.filter((extract) => !extract.reviewed);
  return wanted === "done" ? extracts.filter((extract) => extract.reviewed) : extracts;
}

/** The key after (or before) one in the order; where it has gone, the one that took its place. */
export function neighbour(order: readonly number[], at: number | null, way: 1 | -1, before: readonly number[] = order): number | null {
  if (order.length === 0) return null;
  const here = at === null ? -1 : order.indexOf(at);
  if (here !== -1) return order[Math.max(0, Math.min(order.length - 1, here + way))] ?? null;
  const was = at === null ? -1 : before.indexOf(at);
  return order[Math.max(0, Math.min(order.length - 1, was === -1 ? (way === 1 ? 0 : order.length - 1) : was))] ?? null;
}

/** The theme after (or before) one, from top to bottom, that has extracts of its own; null if there is none. */
export function nextTheme(themes: readonly { k: number; codings: number }[], at: number | null, way: 1 | -1): number | null {
  const here = themes.findIndex((theme) => theme.k === at);
  const rest = way === 1 ? themes.slice(here + 1) : themes.slice(0, Math.max(0, here)).reverse();
  return rest.find((theme) => theme.codings > 0)?.k ?? null;
}
