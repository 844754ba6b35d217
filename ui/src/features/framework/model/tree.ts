/** The framework's tree as the screen moves about in it. Pure; keys are the server's. */

/** What the model needs of a theme; themes come from top to bottom, parents before their sub-themes. */
export interface Placed {
  k: number;
  parent: number | null;
  depth: number;
}

/** Where a theme is to be put: under whom (null: a main theme), behind which sibling (null: first). */
export interface Spot {
  parent: number | null;
  after: number | null;
}

/** The themes that are on screen: those whose parents are all open. */
export function visible<T extends Placed>(themes: readonly T[], closed: ReadonlySet<number>): T[] {
  const hidden = new Set<number>();
  return themes.filter((theme) => {
    const under = theme.parent !== null && (hidden.has(theme.parent) || closed.has(theme.parent));
    if (under) hidden.add(theme.k);
    return !under;
  });
}

/** Which themes have sub-themes. */
export function parents(themes: readonly Placed[]): Set<number> {
  return new Set(themes.flatMap((theme) => (theme.parent === null ? [] : [theme.parent])));
}

export function siblings<T extends Placed>(themes: readonly T[], parent: number | null): T[] {
  return themes.filter((theme) => theme.parent === parent);
}

/** Whether a theme is another one or stands under it. */
export function isWithin(themes: readonly Placed[], k: number, ancestor: number): boolean {
  const parentOf = new Map(themes.map((theme) => [theme.k, theme.parent]));
  let at: number | null | undefined = k;
  while (at !== null && at !== undefined) {
    if (at === ancestor) return true;
    at = parentOf.get(at);
  }
  return false;
}

/** A keyboard step of a theme in its tree. */
export type Step = "up" | "down" | "in" | "out";

/** Where a step puts a theme; null where there is nowhere to go. */
export function stepped(themes: readonly Placed[], k: number, step: Step): Spot | null {
  const theme = themes.find((each) => each.k === k);
  if (theme === undefined) return null;
  const beside = siblings(themes, theme.parent);
  const at = beside.findIndex((each) => each.k === k);
  switch (step) {
    case "up":
      return at <= 0 ? null : { parent: theme.parent, after: beside[at - 2]?.k ?? null };
    case "down":
      return at >= beside.length - 1 ? null : { parent: theme.parent, after: beside[at + 1]?.k ?? null };
    case "in":
      return into(themes, beside[at - 1]);
    case "out":
      return outOf(themes, theme);
  }
}

function into(themes: readonly Placed[], before: Placed | undefined): Spot | null {
  if (before === undefined) return null;
  return { parent: before.k, after: siblings(themes, before.k).at(-1)?.k ?? null };
}

function outOf(themes: readonly Placed[], theme: Placed): Spot | null {
  const parent = themes.find((each) => each.k === theme.parent);
  return parent === undefined ? null : { parent: parent.parent, after: parent.k };
}

/** The part of a row that something is dropped on. */
export type DropPart = "before" | "inside" | "after";

/** Which part of a row a pointer is over: its upper quarter, its middle, its lower quarter. */
export function dropPart(offset: number, height: number): DropPart {
  if (offset < height * 0.27) return "before";
  return offset > height * 0.73 ? "after" : "inside";
}

/** Where a drop puts a theme; null where it may not go (into itself) or stays where it is. */
export function dropped(themes: readonly Placed[], moved: number, target: number, part: DropPart): Spot | null {
  const onto = themes.find((theme) => theme.k === target);
  if (onto === undefined || isWithin(themes, target, moved)) return null;
  const spot = spotAt(themes, moved, onto, part);
  return isWhereItIs(themes, moved, spot) ? null : spot;
}

function spotAt(themes: readonly Placed[], moved: number, onto: Placed, part: DropPart): Spot {
  if (part === "inside") {
    const last = siblings(themes, onto.k).filter((theme) => theme.k !== moved).at(-1);
    return { parent: onto.k, after: last?.k ?? null };
  }
  const beside = siblings(themes, onto.parent).filter((theme) => theme.k !== moved);
  const at = beside.findIndex((theme) => theme.k === onto.k);
  return { parent: onto.parent, after: part === "after" ? onto.k : (beside[at - 1]?.k ?? null) };
}

function isWhereItIs(themes: readonly Placed[], moved: number, spot: Spot): boolean {
  const theme = themes.find((each) => each.k === moved);
  if (theme === undefined || theme.parent !== spot.parent) return false;
  const beside = siblings(themes, theme.parent);
  const before = beside[beside.findIndex((each) => each.k === moved) - 1];
  return (before?.k ?? null) === spot.after;
}
