import { hueStyle } from "@/shared/colour/hue";

import type { Themes } from "@/shared/themes/themes";

const SAID = [
  ["definition", "Definition"],
  ["include", "Include"],
  ["exclude", "Exclude"],
  ["example", "Example"],
] as const;

/** What belongs under a theme, to look at while indexing. */
export function ThemeCard({ k, themes }: { k: number; themes: Themes }) {
  const theme = themes.get(k);
  if (theme === undefined) return null;
  const said = SAID.filter(([field]) => theme[field] !== "");
  return (
    <section className="side-block hue" style={hueStyle(themes.hue(k))} aria-label={`Theme ${themes.label(k)}`}>
      <h2>
        <span className="hue-dot" aria-hidden /> {themes.label(k)}
      </h2>
      {theme.parent !== null && <h3>{themes.path(theme.parent)}</h3>}
      {said.length === 0 && <p>{theme.number === "" ? "An open code: it waits for its place in the framework." : "Nothing is said yet of what belongs here."}</p>}
      {said.map(([field, label]) => (
        <div key={field}>
          <h3>{label}</h3>
          <p>{theme[field]}</p>
        </div>
      ))}
    </section>
  );
}
