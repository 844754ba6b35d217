import "./suggestions.css";

import { Button, Group } from "@mantine/core";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { Link } from "react-router";

import { hueStyle } from "@/shared/colour/hue";
import { FilterChips, type Facet } from "@/shared/filters/FilterChips";
import { useFilters } from "@/shared/filters/useFilters";
import { Page } from "@/shared/page/Page";
import { OnlyNow, useReadsPast } from "@/shared/page/past";
import { Answered, Empty } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";
import { wordsWay } from "@/shared/text/ways";
import type { Themes } from "@/shared/themes/themes";
import { useThemes } from "@/shared/themes/useThemes";

import { useSuggestions, type Waits } from "./useSuggestions";

/** How many are drawn at once; more are asked for. */
const SHOWN = 100;

/** Every suggestion that waits, over all sources: taken or refused one by one. */
export default function SuggestionsScreen() {
  const study = useStudy();
  const suggestions = useSuggestions(study);
  return (
    <Page title="Suggestions that wait" about="Found by rules and searches. Nothing is indexed until somebody takes it.">
      <Answered query={suggestions.query} what="Looking at what waits">
        {(waiting) => (waiting.length === 0 ? <Empty title="No suggestion waits">Rules are made, and finds coded as suggestions, on the search screen.</Empty> : <Listed study={study} waiting={waiting} onSettle={(one, accept) => { suggestions.settle.mutate({ one, accept }); }} />)}
      </Answered>
    </Page>
  );
}

function facetsOf(waiting: readonly Waits[], themes: Themes): Facet[] {
  const tally = (pick: (one: Waits) => [string, string]) => {
    const found = new Map<string, { label: string; count: number }>();
    for (const one of waiting) {
      const [value, label] = pick(one);
      found.set(value, { label, count: (found.get(value)?.count ?? 0) + 1 });
    }
    return [...found].map(([value, rest]) => ({ value, ...rest }));
  };
  return [
    { name: "theme", label: "Theme", choices: tally((one) => [String(one.theme), themes.label(one.theme)]) },
    { name: "source", label: "Source", choices: tally((one) => [String(one.source), one.source_name]) },
  ];
}

function Listed({ study, waiting, onSettle }: { study: string; waiting: readonly Waits[]; onSettle: (one: Waits, accept: boolean) => void }) {
  const themes = useThemes(study);
  const filters = useFilters();
  const isPast = useReadsPast();
  const [most, setMost] = useState(SHOWN);
  const list = useRef<HTMLUListElement>(null);
  /** Which of them was settled last: the cursor goes on to the one that takes its place. */
  const settled = useRef<number | null>(null);
  const keeps = (name: string, value: number): boolean => filters.values(name).length === 0 || filters.values(name).includes(String(value));
  const fitting = waiting.filter((one) => keeps("theme", one.theme) && keeps("source", one.source));
  const shown = fitting.slice(0, most);
  const go = (n: number): void => { (list.current?.children.item(Math.max(0, Math.min(n, shown.length - 1))) as HTMLElement | null)?.focus(); };
  useEffect(() => {
    if (settled.current === null) return;
    go(settled.current);
    settled.current = null;
  });
  const settle = (n: number, accept: boolean): void => {
    const one = shown[n];
    if (one === undefined || isPast) return;
    settled.current = n;
    onSettle(one, accept);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const n = [...(list.current?.children ?? [])].findIndex((row) => row.contains(document.activeElement));
    if (n === -1) return;
    const deeds: Record<string, () => void> = { ArrowDown: () => { go(n + 1); }, ArrowUp: () => { go(n - 1); }, a: () => { settle(n, true); }, r: () => { settle(n, false); } };
    const run = deeds[event.key];
    if (run === undefined) return;
    event.preventDefault();
    run();
  };
  return (
    <>
      <div className="chips"><FilterChips facets={facetsOf(waiting, themes)} /></div>
      <p className="suggestion-facts" role="status">
        {fitting.length === waiting.length ? `${String(waiting.length)} wait.` : `${String(fitting.length)} of ${String(waiting.length)} fit.`} ↓↑ go on{isPast ? "." : ", A accepts, R rejects."}
      </p>
      <ul className="suggestions" ref={list} onKeyDown={onKeyDown}>
        {shown.map((one, n) => (
          <li key={one.k} className="hue" style={hueStyle(themes.hue(one.theme))} tabIndex={n === 0 ? 0 : -1} aria-label={`${themes.label(one.theme)}, ${one.source_name}`}>
            <div className="suggestion-head">
              <b><span className="hue-dot" aria-hidden /> {themes.label(one.theme)}</b>
              <Link to={`/s/${encodeURIComponent(study)}/${wordsWay(one)}`}>{one.source_name}{one.part !== null && `, turn ${String(one.part)}`}</Link>
              {one.speaker !== "" && <span>{one.speaker}</span>}
              <span>{one.rule}</span>
            </div>
            <blockquote>{one.words}</blockquote>
            <OnlyNow><Group gap={6}>
              <Button size="compact-sm" variant="default" onClick={() => { settle(n, true); }}>Accept</Button>
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => { settle(n, false); }}>Reject</Button>
            </Group></OnlyNow>
          </li>
        ))}
      </ul>
      {fitting.length > shown.length && <Button mt="md" variant="default" onClick={() => { setMost(most + SHOWN); }}>Show more</Button>}
    </>
  );
}
