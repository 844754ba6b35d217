import "./reader.css";

import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";

import { usePast } from "@/api/past";
import type { components } from "@/api/schema";
import { useFilters } from "@/shared/filters/useFilters";
import { usePageTitle } from "@/shared/page/Page";
import { useRounds, type Round } from "@/shared/rounds/useRounds";
import { useThemesOf } from "@/shared/themes/useThemes";

import { deedsOf } from "../hooks/useDeeds";
import { useFindIn } from "../hooks/useFindIn";
import { useIndexing } from "../hooks/useIndexing";
import { keysOn, useReaderCommands, type KeyDeeds } from "../hooks/useKeys";
import { useMargin } from "../hooks/useMemos";
import { Pane } from "../hooks/pane";
import { usePlaceInAddress } from "../hooks/usePlaceInAddress";
import { useNames } from "../hooks/useNames";
import { useOriginTitle, wordsInHand } from "../hooks/useOrigin";
import { turnInView, useTurnOf } from "../hooks/turnInView";
import { meant, useSelection } from "../hooks/useSelection";
import { useReaderStore } from "../hooks/store";
import { BACK_MS, Tape } from "../hooks/tape";
import { useRecording } from "../hooks/useRecording";
import { useMarks, useReadText, type Beside, type Opened, type OwnChanges } from "../hooks/useSource";
import { Layouts, type Grouping } from "../model/layout";
import { memosByRow } from "../model/memos";
import { MOST_LANES } from "../model/lanes";
import { shown } from "../model/marks";
import type { Caret } from "@/shared/text/steps";
import type { ReadText, Stretch } from "@/shared/text/transcript";
import { recentThemes } from "@/shared/themes/quickcode";
import { DensityStrip } from "./DensityStrip";
import { FastListDialog } from "./FastListDialog";
import { FindBar } from "./FindBar";
import { Handles } from "./Handles";
import { LANE } from "./Margin";
import { Player } from "./Player";
import { QuickCode } from "./QuickCode";
import { ReaderHead } from "./ReaderHead";
import { SidePanel, type Tab } from "./SidePanel";
import { MOST_WORDS_IN_PAGE, Transcript } from "./Transcript";

const NameDialog = lazy(() => import("./NameDialog"));
const CorrectDialog = lazy(() => import("./CorrectDialog"));
const ParentWords = lazy(() => import("./ParentWords"));

const WORD_CHARACTERS = 6;

/** The transcript with its margin, the quick-code field under it, and the panel beside it. */
export function Reader({ study, opened, beside, framework, own, round, isNamed, turn, onView }: {
  study: string;
  opened: Opened;
  beside: Beside;
  framework: components["schemas"]["FrameworkShown"];
  own: OwnChanges;
  /** Key of the round that is indexed in, null for the study's index. */
  round: number | null;
  /** Whether this is the identified text behind the pseudonymised one: for reading, with the codings in their places. */
  isNamed: boolean;
  /** Number of the turn to begin at, in another view of the text. */
  turn: number | null;
  onView: (turn: number | null) => void;
}) {
  usePageTitle(opened.name);
  const store = useReaderStore();
  const filters = useFilters();
  const text = useReadText(opened);
  const themes = useThemesOf(framework);
  const marks = useMarks(text, opened.is_current || isNamed ? beside.codings : NOTHING);
  const indexing = useIndexing(study, opened.k, own, round, opened.version_key);
  const margin = useMargin(study, opened.k, own, opened.version_key);
  const coders = useMemo(() => new Map(beside.coders.map((coder) => [coder.k, coder.name])), [beside.coders]);
  const [layouts] = useState(() => new Layouts());
  const grouping = (filters.value("by") || "place") as Grouping;
  const wanted = filters.values("theme").join();
  const who = filters.values("coder").join();
  const visible = useMemo(() => shown(marks, { themes: numbers(wanted), coders: numbers(who) }, themes.below), [marks, wanted, who, themes]);
  const layout = useMemo(
    () => layouts.next(text.turns, visible, grouping, (mark) => Number.parseInt(themes.get(mark.coding.theme)?.number ?? "0", 10) || 0),
    [layouts, text, visible, grouping, themes],
  );
  const recent = useMemo(() => recentThemes(marks.map((mark) => mark.coding).filter((coding) => themes.get(coding.theme) !== undefined)), [marks, themes]);

  const past = usePast(study);
  const rounds = useRounds(study).data ?? NO_ROUNDS;
  const inRound = rounds.find((each) => (round === null ? each.adopted : each.k === round));
  const canIndex = past === null && opened.is_current && inRound?.closed !== true;
  const [pane] = useState(() => new Pane());
  const [tape] = useState(() => new Tape());
  const recordings = useRecording(study, opened.k, own);
  const [instead, setInstead] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const [tab, setTab] = useState<Tab>("index");
  const [isListing, setListing] = useState(false);
  const [isCorrecting, setCorrecting] = useState(false);
  useEffect(() => { pane.onPlace((at) => text.turnAt(at)); }, [pane, text]);
  useSelection(pane, text, visible);
  const find = useFindIn(text, pane);
  usePlaceInAddress(text, store, pane);
  useTurnOf(turn, text, pane);
  const names = useNames(study, own);
  const [name, setName] = useState<string | null>(null);
  const origin = useOriginTitle(study);
  const [around, setAround] = useState<Stretch | null>(null);

  const deeds = deedsOf({ text, marks: visible, themes, store, indexing, pane, canIndex });
  const recode = (): void => {
    const chosen = visible.find((mark) => mark.k === store.get().chosen);
    if (chosen === undefined) return;
    pane.begin();
    setInstead(`Move ${text.place(chosen)} from ${themes.label(chosen.coding.theme)} to …`);
    pane.toField();
  };
  const toMemo = useCallback(() => { flushSync(() => { setTab("memos"); }); pane.toMemo(); }, [pane]);
  const fastList = useCallback(() => { setListing(true); }, []);
  const askName = useCallback(() => { setName(wordsOf(text, store.get().caret)); }, [text, store]);
  const askParent = origin === null || !opened.is_current || isNamed ? null : (): void => { setAround(wordsInHand(text, visible, store)); };
  const toView = useCallback(() => { onView(turnInView(pane, text)); }, [onView, pane, text]);
  const keys: KeyDeeds = {
    ...deeds,
    type: (begun) => {
      setTyped(begun);
      pane.toField();
    },
    last: () => { if (recent[0] !== undefined) deeds.code([recent[0]]); },
    recent: (place) => { const theme = recent[place]; if (theme !== undefined) deeds.code([theme]); },
    note: () => { flushSync(() => { setTab("index"); }); pane.toNote(); },
    recode,
    memo: toMemo,
    find: find.open,
    fastList,
    play: tape.toggle,
    back: () => { tape.step(-BACK_MS); },
    faster: tape.faster,
    name: askName,
    parent: askParent,
    read: () => { if (past === null) margin.log.mutate({ how: "whole", turn: text.turns[text.turnAt(store.get().caret?.focus ?? 0)]?.n ?? null }); },
    escape: () => { store.set(store.get().chosen === null ? { caret: null } : { chosen: null }); },
    moved: () => { const { caret } = store.get(); if (caret !== null) pane.bring({ start: Math.max(0, caret.focus - (caret.focus > caret.anchor ? 1 : 0)), end: caret.focus }); },
  };
  useReaderCommands(keys);
  const memoRows = useMemo(() => memosByRow(text, opened.is_current || isNamed ? beside.memos : []), [text, opened.is_current, isNamed, beside.memos]);
  const openMemo = useCallback((memo: { k: number }) => {
    flushSync(() => { setTab("memos"); });
    document.getElementById(`memo-${String(memo.k)}`)?.focus();
  }, []);
  const canPlay = recordings.recording?.can_play === true;
  const speakers = useMemo(() => speakerWidth(text), [text]);
  const drawing = useMemo(() => ({ themes, coders, onPlay: canPlay ? tape.playFrom : null, memos: memoRows, onMemo: openMemo }), [themes, coders, canPlay, tape, memoRows, openMemo]);

  return (
    <div className="reader" style={{ "--speaker-width": speakers, "--lanes-width": `${String(Math.max(2, Math.min(MOST_LANES, layout.width)) * LANE + 6)}px` } as React.CSSProperties}>
      <ReaderHead study={study} opened={opened} beside={beside} text={text} themes={themes} coders={coders} onFind={find.open} onFastList={fastList} onMemo={toMemo} onName={canIndex && names.standing?.may_replace === true ? askName : null} onView={toView} isNamed={isNamed} rounds={rounds} round={inRound ?? null} shownCount={visible.length} />
      <div className="reader-main">
        <div>{recordings.recording !== null && <Player study={study} source={opened.k} recording={recordings.recording} tape={tape} text={text} pane={pane} />}</div>
        <Transcript
          text={text}
          rows={layout.rows}
          lanes={layout.laneRows}
          drawing={drawing}
          pane={pane}
          isLong={opened.text.length > MOST_WORDS_IN_PAGE * WORD_CHARACTERS}
          label={`Text of ${opened.name}`}
          onKeyDown={keysOn(text, store, keys)}
        >
          <Handles text={text} marks={visible} pane={pane} onBounds={deeds.bounds} />
        </Transcript>
        <FindBar find={find} study={study} onLeave={pane.toText} />
        <DensityStrip text={text} marks={visible} onGo={pane.bring} />
        {canIndex && <QuickCode
          text={text}
          themes={themes}
          recent={recent}
          field={pane.setField}
          typed={typed}
          onType={setTyped}
          onCode={deeds.code}
          onNew={deeds.codeNew}
          onLeave={() => { pane.end(); setInstead(null); pane.toText(); }}
          instead={instead}
        />}
      </div>
      <SidePanel
        tab={tab}
        onTab={setTab}
        study={study}
        opened={opened}
        beside={beside}
        text={text}
        marks={visible}
        themes={themes}
        coders={coders}
        indexing={indexing}
        margin={margin}
        deeds={deeds}
        onRecode={recode}
        onCorrect={() => { setCorrecting(true); }}
        own={own}
        pane={pane}
        recordings={recordings}
        onParent={askParent}
      />
      <Suspense>{isCorrecting && <CorrectDialog study={study} opened={opened} own={own} isOpen={isCorrecting} onClose={() => { setCorrecting(false); }} />}</Suspense>
      <Suspense>{name !== null && <NameDialog study={study} names={names} name={name} onClose={() => { setName(null); pane.toText(); }} />}</Suspense>
      <Suspense>{around !== null && origin !== null && <ParentWords study={study} source={opened.k} text={text} stretch={around} title={origin} onClose={() => { setAround(null); pane.toText(); }} />}</Suspense>
      <FastListDialog study={study} source={opened.k} own={own} opened={isListing} onClose={() => { setListing(false); pane.toText(); }} />
    </div>
  );
}

const NO_ROUNDS: readonly Round[] = [];
const NOTHING: Beside["codings"] = [];

/** The words that are selected, nothing for a cursor: what the name that goes may be. */
function wordsOf(text: ReadText, caret: Caret | null): string {
  const stretch = caret === null || caret.anchor === caret.focus ? null : meant(text, caret);
  const words = stretch === null ? "" : text.words(stretch).trim();
  return words.length <= MOST_NAME && !words.includes("\n") ? words : "";
}

const MOST_NAME = 60;

function numbers(joined: string): number[] {
  return joined === "" ? [] : joined.split(",").map(Number);
}

/** Room for the longest speaker's name, within reason; a longer one goes on in a second line. */
function speakerWidth(text: ReadText): string {
  const longest = Math.max(0, ...new Set(text.turns.map((turn) => Math.max(...(turn.speaker ?? "").split(/\s+/).map((word) => word.length)))));
  return `${String(Math.max(5, Math.min(12, longest + 1)) * 0.62)}rem`;
}
