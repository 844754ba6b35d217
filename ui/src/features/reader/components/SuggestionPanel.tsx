import { Button, Group } from "@mantine/core";
import { useEffect, useRef } from "react";

import { hueStyle } from "@/shared/colour/hue";
import { OnlyNow } from "@/shared/page/past";

import { shortened } from "@/shared/text/shortened";

import type { MarginWrites } from "../hooks/useMemos";
import type { Suggestion } from "../hooks/useSource";
import type { ReadText, Stretch } from "@/shared/text/transcript";
import type { Themes } from "@/shared/themes/themes";

/** What rules found in this source: it waits, and is nobody's coding, until somebody takes it. */
export function SuggestionPanel({ suggestions, text, themes, writes, onShow }: {
  suggestions: readonly Suggestion[];
  text: ReadText;
  themes: Themes;
  writes: MarginWrites;
  onShow: (stretch: Stretch) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  /** Which of them was settled last: the cursor goes on to the one that takes its place. */
  const settled = useRef<number | null>(null);
  useEffect(() => {
    if (settled.current === null) return;
    const rows = list.current?.children;
    const next = rows?.item(Math.min(settled.current, rows.length - 1));
    settled.current = null;
    const accept = next?.querySelector<HTMLElement>("button:not(.linkish)");
    (accept ?? document.querySelector<HTMLElement>('.reader-side [role="tab"][aria-selected="true"]'))?.focus();
  }, [suggestions.length]);
  if (suggestions.length === 0) return <div className="side-block"><p>No rule suggests anything in this source. Rules are made on the search screen.</p></div>;
  return (
    <div className="side-block">
      <p>Found by rules. Nothing is indexed until you take it.</p>
      <ul className="side-list" ref={list}>
        {suggestions.map((one, n) => {
          const stretch = text.toUtf16(one.start, one.end);
          const settle = (accept: boolean): void => { settled.current = n; writes.settle.mutate({ rule: one.rule_key, suggestions: [one.k], accept }); };
          return (
            <li key={one.k} className="hue" style={hueStyle(themes.hue(one.theme))}>
              <b>{themes.label(one.theme)}</b>
              <button type="button" className="linkish quotation" onClick={() => { onShow(stretch); }}>
                {text.place(stretch)}: “{shortened(text.words(stretch), 160)}”
              </button>
              <span style={{ color: "var(--mantine-color-dimmed)", fontSize: "0.8125rem" }}>Rule: {one.rule}</span>
              <OnlyNow><Group gap={6}>
                <Button size="compact-sm" variant="default" onClick={() => { settle(true); }}>Accept</Button>
                <Button size="compact-sm" variant="subtle" color="gray" onClick={() => { settle(false); }}>Reject</Button>
              </Group></OnlyNow>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
