import type { Facet } from "@/shared/filters/FilterChips";

import type { Kept } from "./arrange";
import type { Skeleton } from "./types";

const KEPT: readonly Kept[] = ["draft", "charted", "returned", "reviewed", "look again"];

/** What a chart can be narrowed to. `whole`: the chart of all themes, once it has been read. */
export function facetsOf(whole: Skeleton | undefined, lines: string): Facet[] {
  const themes = (whole?.themes ?? []).map((theme) => ({ value: String(theme.theme), label: `${theme.number} ${theme.name}` }));
  const waves = (whole?.in_time ?? []).map(({ wave, name }) => ({ value: String(wave), label: name }));
  return [
    { name: "theme", label: "Themes", choices: themes },
    { name: "state", label: lines, choices: KEPT.map((value) => ({ value, label: value })) },
    ...(waves.length > 1 ? [{ name: "wave", label: "Waves", choices: waves }] : []),
  ];
}
