import { hueStyle } from "@/shared/colour/hue";
import { SearchedSelect, type SearchedSelectProps } from "@/shared/page/SearchedSelect";

import { fitting, read } from "./quickcode";
import type { Themes } from "./themes";

/** Chooses one theme by its number or by letters of its name. */
export function ThemePicker({ themes, onPick, ...props }: { themes: Themes; onPick: (theme: number | null) => void } & Omit<SearchedSelectProps, "data" | "onChange" | "onSelect">) {
  return (
    <SearchedSelect
      size="sm"
      placeholder="Theme number or name"
      nothingFoundMessage="No theme fits"
      {...props}
      data={themes.choices.map((theme) => ({ value: String(theme.k), label: themes.label(theme.k) }))}
      filter={({ options, search }) => {
        const found = read(search, themes.choices);
        const wanted = found.kind === "numbers" ? found.themes : fitting(search, themes.choices);
        const byKey = new Map(options.flatMap((option) => ("value" in option ? [[option.value, option] as const] : [])));
        return wanted.flatMap((theme) => byKey.get(String(theme.k)) ?? []);
      }}
      renderOption={({ option }) => (
        <span className="hue" style={{ ...hueStyle(themes.hue(Number(option.value))), display: "inline-flex", gap: "0.5rem", alignItems: "baseline" }}>
          <span className="hue-dot" aria-hidden /> {option.label}
        </span>
      )}
      onChange={(value) => { onPick(value === null ? null : Number(value)); }}
    />
  );
}
