import { Tooltip } from "@mantine/core";
import { memo, useEffect, useState, type RefObject } from "react";

import { hueStyle } from "@/shared/colour/hue";

import { useReaderStore, usePointing } from "../hooks/store";
import { MOST_LANES } from "../model/lanes";
import type { Mark } from "../model/marks";
import { placeNames } from "../model/names";
import type { Turn } from "@/shared/text/transcript";
import type { Themes } from "@/shared/themes/themes";

export const LANE = 10;
const NAME_LINE = 20;

/** Where a coding's bracket runs beside a row; null: it goes on above or below. */
interface Run {
  k: number;
  top: number | null;
  bottom: number | null;
}

function measured(words: Element, turn: Turn, marks: readonly Mark[]): { runs: Run[]; height: number } {
  const origin = words.getBoundingClientRect();
  const pieces = [...words.querySelectorAll<HTMLElement>("[data-from]")];
  const starts = new Map(pieces.map((piece) => [Number(piece.dataset["from"]), piece]));
  const ends = new Map(pieces.map((piece) => [Number(piece.dataset["from"]) + (piece.textContent?.length ?? 0), piece]));
  const runs = marks.map((mark) => {
    const first = mark.start >= turn.start ? starts.get(mark.start) : undefined;
    const last = mark.end <= turn.end ? ends.get(mark.end) : undefined;
    const bottoms = last?.getClientRects();
    return {
      k: mark.k,
      top: first === undefined ? null : (first.getClientRects()[0]?.top ?? origin.top) - origin.top,
      bottom: bottoms === undefined ? null : (bottoms[bottoms.length - 1]?.bottom ?? origin.bottom) - origin.top,
    };
  });
  return { runs, height: origin.height };
}

/** The brackets of a row's codings, and beside them the names of those that begin here. Kept out of what is copied. */
export function Margin({ turn, marks, lanes, themes, coders, words }: {
  turn: Turn;
  marks: readonly Mark[];
  lanes: readonly number[];
  themes: Themes;
  coders: ReadonlyMap<number, string>;
  words: RefObject<HTMLElement | null>;
}) {
  const [{ runs, height }, setPlaces] = useState<{ runs: Run[]; height: number }>({ runs: [], height: 0 });
  useEffect(() => {
    const element = words.current?.querySelector(".words");
    if (element === null || element === undefined) return undefined;
    // Told at once and whenever the lines break anew, before the next paint.
    const watching = new ResizeObserver(() => { setPlaces(measured(element, turn, marks)); });
    watching.observe(element);
    return () => { watching.disconnect(); };
  }, [words, turn, marks]);
  const byKey = new Map(marks.map((mark) => [mark.k, mark]));
  const laneOf = new Map(marks.map((mark, n) => [mark.k, lanes[n] ?? 0]));
  const starting = runs.flatMap((run) => (run.top === null || !byKey.has(run.k) ? [] : [{ k: run.k, top: run.top }]));
  const names = placeNames(starting, Math.max(height, NAME_LINE), NAME_LINE);
  return (
    <div className="margin">
      <div className="lanes" aria-hidden>
        {runs.map((run) => {
          const mark = byKey.get(run.k);
          const lane = laneOf.get(run.k) ?? 0;
          return mark === undefined || lane >= MOST_LANES ? null : <Bracket key={run.k} run={run} lane={lane} hue={themes.hue(mark.coding.theme)} />;
        })}
      </div>
      <div className="names">
        {names.shown.map(({ k, top }) => {
          const mark = byKey.get(k);
          return mark === undefined ? null : <Name key={k} mark={mark} top={top} themes={themes} coders={coders} />;
        })}
        {names.more !== null && <More keys={names.more.keys} top={names.more.top} marks={byKey} themes={themes} />}
      </div>
    </div>
  );
}

function Bracket({ run, lane, hue }: { run: Run; lane: number; hue: number | null }) {
  const store = useReaderStore();
  const isLit = usePointing(({ lit, chosen }) => (lit ?? chosen) === run.k);
  return (
    <div
      className="bracket hue"
      data-lit={isLit}
      data-begins={run.top !== null}
      data-ends={run.bottom !== null}
      style={{ ...hueStyle(hue), left: lane * LANE, top: run.top ?? 0, ...(run.bottom === null ? { bottom: 0 } : { height: run.bottom - (run.top ?? 0) }) }}
      onPointerEnter={() => { store.set({ lit: run.k }); }}
      onPointerLeave={() => { store.set({ lit: null }); }}
      onClick={() => { store.set({ chosen: run.k }); }}
    />
  );
}

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

function about(mark: Mark, themes: Themes, coders: ReadonlyMap<number, string>): string {
  const who = coders.get(mark.coding.coder) ?? "you, just now";
  const when = mark.coding.at === 0 ? "" : `, ${DAY.format(mark.coding.at)}`;
  return `${themes.path(mark.coding.theme)} · ${who}${when}${mark.coding.note === "" ? "" : ` · “${mark.coding.note}”`}`;
}

/** Drawn anew only if its coding or its place changed: its tooltip is what costs most beside a row. */
const Name = memo(function Name({ mark, top, themes, coders }: { mark: Mark; top: number; themes: Themes; coders: ReadonlyMap<number, string> }) {
  const store = useReaderStore();
  const isChosen = usePointing(({ chosen }) => chosen === mark.k);
  const light = (): void => { store.set({ lit: mark.k }); };
  const dim = (): void => { store.set({ lit: null }); };
  return (
    <Tooltip label={about(mark, themes, coders)} multiline maw={320} openDelay={350} events={{ hover: true, focus: true, touch: false }}>
      <button
        type="button"
        className="name hue"
        data-coding={mark.k}
        aria-pressed={isChosen}
        style={{ ...hueStyle(themes.hue(mark.coding.theme)), top }}
        onClick={() => { store.set({ chosen: isChosen ? null : mark.k }); }}
        onPointerEnter={light}
        onPointerLeave={dim}
        onFocus={light}
        onBlur={dim}
      >
        {themes.label(mark.coding.theme)}
        {mark.coding.note !== "" && <span aria-label=", with a note"> ✎</span>}
      </button>
    </Tooltip>
  );
});

function More({ keys, top, marks, themes }: { keys: readonly number[]; top: number; marks: ReadonlyMap<number, Mark>; themes: Themes }) {
  const store = useReaderStore();
  const listed = keys.flatMap((k) => marks.get(k) ?? []);
  const names = listed.map((mark) => themes.label(mark.coding.theme)).join("; ");
  return (
    <Tooltip label={names} multiline maw={320}>
      <button
        type="button"
        className="name more"
        style={{ top }}
        aria-label={`${String(keys.length)} more here: ${names}`}
        onClick={() => { store.set({ chosen: keys[0] ?? null }); }}
      >
        +{keys.length}
      </button>
    </Tooltip>
  );
}
