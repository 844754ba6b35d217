/** What a write will do to the framework, drawn before the server has answered. Pure; doing it twice is doing it once. */

import type { Step } from "@/shared/ahead/ahead";

import type { Spot } from "./tree";
import type { Theme } from "./types";

/** The themes with their printed numbers; open codes have none. */
function numbered(themes: readonly Theme[]): Theme[] {
  const numbers: number[] = [];
  return themes.map((theme) => {
    if (theme.state === "code") return theme;
    numbers.length = theme.depth + 1;
    numbers[theme.depth] = (numbers[theme.depth] ?? 0) + 1;
    const number = numbers.join(".");
    return number === theme.number ? theme : { ...theme, number };
  });
}

/** How far what stands under a theme goes; themes come from top to bottom. */
function endOf(themes: readonly Theme[], at: number): number {
  const depth = themes[at]?.depth ?? 0;
  const next = themes.findIndex((theme, n) => n > at && (theme.depth <= depth || theme.state === "code"));
  return next < 0 ? themes.length : next;
}

/** Where in the list what goes to a spot begins. */
function beginning(themes: readonly Theme[], { parent, after }: Spot): number {
  const before = themes.findIndex((theme) => theme.k === (after ?? parent));
  return after === null || before < 0 ? before + 1 : endOf(themes, before);
}

/** A theme moved to a spot with all under it; an open code becomes a theme by it. */
export function placed(k: number, spot: Spot): Step<Theme> {
  return (themes) => {
    const at = themes.findIndex((theme) => theme.k === k);
    const parent = themes.find((theme) => theme.k === spot.parent);
    const moved = themes[at];
    if (moved === undefined || (parent === undefined && spot.parent !== null)) return [...themes];
    const along = themes.slice(at, endOf(themes, at));
    if (parent !== undefined && along.includes(parent)) return [...themes];
    const rest = themes.toSpliced(at, along.length);
    const deeper = (parent === undefined ? 0 : parent.depth + 1) - moved.depth;
    const there = along.map((theme): Theme => ({ ...theme, depth: theme.depth + deeper, ...(theme.k === k ? { parent: spot.parent, state: "active" } : {}) }));
    return numbered(rest.toSpliced(beginning(rest, spot), 0, ...there));
  };
}

/** A theme in other words; as the revision that the server gave it, once that is known. */
export function reworded(k: number, words: object, rev: number | null = null): Step<Theme> {
  return (themes) =>
    themes.map((theme) => {
      if (theme.k !== k) return theme;
      const given = Object.fromEntries(Object.entries(words).filter(([name]) => name in theme));
      return { ...theme, ...given, ...(rev === null ? {} : { rev }) };
    });
}

/** A theme gone from the tree with all under it. */
export function without(k: number): Step<Theme> {
  return (themes) => {
    const at = themes.findIndex((theme) => theme.k === k);
    return at < 0 ? [...themes] : numbered(themes.toSpliced(at, endOf(themes, at) - at));
  };
}
