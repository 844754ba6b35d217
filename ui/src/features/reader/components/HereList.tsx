import { hueStyle } from "@/shared/colour/hue";

import { shortened } from "@/shared/text/shortened";

import { useReaderStore } from "../hooks/store";
import type { Mark } from "../model/marks";
import type { ReadText } from "@/shared/text/transcript";
import type { Themes } from "@/shared/themes/themes";

/** The codings that the selection touches; each opens its menu. */
export function HereList({ marks, chosen, text, themes, coders }: {
  marks: readonly Mark[];
  chosen: number | null;
  text: ReadText;
  themes: Themes;
  coders: ReadonlyMap<number, string>;
}) {
  const store = useReaderStore();
  if (marks.length === 0) {
    return (
      <div className="side-block">
        <h2>Indexed here</h2>
        <p>Nothing yet. Select words and type theme numbers, such as 2.3 4.1, then Enter.</p>
      </div>
    );
  }
  return (
    <section className="side-block" aria-label="Indexed here">
      <h2>Indexed here</h2>
      <ul className="side-list">
        {marks.map((mark) => (
          <li key={mark.k} className="hue" style={{ ...hueStyle(themes.hue(mark.coding.theme)), borderColor: mark.k === chosen ? "var(--hue-bar)" : undefined }}>
            <button
              type="button"
              className="linkish"
              aria-pressed={mark.k === chosen}
              onClick={() => { store.set({ chosen: mark.k === chosen ? null : mark.k }); }}
              onPointerEnter={() => { store.set({ lit: mark.k }); }}
              onPointerLeave={() => { store.set({ lit: null }); }}
            >
              <span className="hue-dot" aria-hidden /> <b>{themes.label(mark.coding.theme)}</b>
            </button>
            <span className="quotation">“{shortened(text.words(mark), 110)}”</span>
            <span style={{ color: "var(--mantine-color-dimmed)", fontSize: "0.8125rem" }}>
              {coders.get(mark.coding.coder) ?? "you"}
              {mark.coding.note !== "" && ` · ${mark.coding.note}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
