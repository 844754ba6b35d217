import { memo, useCallback, useEffect, useRef } from "react";

import { hueStyle } from "@/shared/colour/hue";

import type { Themes } from "@/shared/themes/themes";

/** So many stand in the list at most; the others are found by typing. */
const MOST_LISTED = 150;

/** The framework to look at while reading; a theme that is pressed indexes what is selected. */
export function ThemeList({ themes, onCode }: { themes: Themes; onCode: (theme: number) => void }) {
  const newest = useRef(onCode);
  useEffect(() => {
    newest.current = onCode;
  });
  const code = useCallback((theme: number) => { newest.current(theme); }, []);
  return <Listed themes={themes} onCode={code} />;
}

/** Drawn again only when the framework changes, not at every step of the cursor. */
const Listed = memo(function Listed({ themes, onCode }: { themes: Themes; onCode: (theme: number) => void }) {
  const listed = themes.choices.slice(0, MOST_LISTED);
  if (listed.length === 0) return null;
  return (
    <section className="side-block" aria-label="Themes to index under">
      <h2>Framework</h2>
      <ul className="theme-list">
        {listed.map((theme) => (
          <li key={theme.k}>
            <button
              type="button"
              className="hue"
              data-main={theme.number !== null && !theme.number.includes(".")}
              style={hueStyle(themes.hue(theme.k))}
              title={themes.get(theme.k)?.definition ?? ""}
              // The selection in the text stays as it is.
              onPointerDown={(event) => { event.preventDefault(); }}
              onClick={() => { onCode(theme.k); }}
            >
              <span className="number">{theme.number ?? "code"}</span> {theme.name}
            </button>
          </li>
        ))}
      </ul>
      {themes.choices.length > listed.length && <p>{themes.choices.length - listed.length} more are found by typing.</p>}
    </section>
  );
});
