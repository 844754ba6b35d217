import { hueOfNumber } from "@/shared/colour/hue";

import type { Choice } from "./quickcode";

/** A theme, sub-theme or open code as it is indexed under. number: "" for an open code. */
export interface Theme {
  k: number;
  parent: number | null;
  number: string;
  name: string;
  definition: string;
  include: string;
  exclude: string;
  example: string;
}

/** The framework as the reader needs it: looked up by key, named, coloured. */
export class Themes {
  readonly choices: readonly Choice[];
  private readonly byKey: ReadonlyMap<number, Theme>;
  /** For each theme, the themes anywhere under it. */
  readonly below: ReadonlyMap<number, ReadonlySet<number>>;

  constructor(themes: readonly Theme[]) {
    this.byKey = new Map(themes.map((theme) => [theme.k, theme]));
    this.choices = themes.map((theme) => ({ k: theme.k, number: theme.number === "" ? null : theme.number, name: theme.name }));
    const below = new Map<number, Set<number>>();
    for (const theme of themes) {
      for (let at = theme.parent; at !== null; at = this.byKey.get(at)?.parent ?? null) {
        const under = below.get(at) ?? new Set();
        below.set(at, under.add(theme.k));
      }
    }
    this.below = below;
  }

  get(k: number): Theme | undefined {
    return this.byKey.get(k);
  }

  hue(k: number): number | null {
    return hueOfNumber(this.byKey.get(k)?.number);
  }

  /** "2.3 Being valued"; the name alone for an open code. */
  label(k: number): string {
    const theme = this.byKey.get(k);
    if (theme === undefined) return "a theme that is gone";
    return theme.number === "" ? theme.name : `${theme.number} ${theme.name}`;
  }

  /** The names on the way down to a theme: "Doing the job › Being valued". */
  path(k: number): string {
    const names: string[] = [];
    for (let at: number | null = k; at !== null; at = this.byKey.get(at)?.parent ?? null) names.unshift(this.byKey.get(at)?.name ?? "");
    return names.join(" › ");
  }
}
