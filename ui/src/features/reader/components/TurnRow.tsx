import { Tooltip } from "@mantine/core";
import { StickyNote, Volume2 } from "lucide-react";
import { memo, use, useEffect, useRef, useState, type CSSProperties } from "react";

import { clock } from "@/shared/text/clock";
import { shortened } from "@/shared/text/shortened";

import { usePointing, useReaderStore } from "../hooks/store";
import { NearContext } from "../hooks/near";
import type { Memo } from "../hooks/useSource";
import type { Mark } from "../model/marks";
import type { Turn } from "@/shared/text/transcript";
import type { Themes } from "@/shared/themes/themes";
import { Margin } from "./Margin";
import { CodedWords, PlainWords } from "./Words";

const CHARACTERS_A_LINE = 72;
const LINE_PX = 26;

/** What every row needs to draw its codings. */
export interface Drawing {
  themes: Themes;
  coders: ReadonlyMap<number, string>;
  onPlay: ((ms: number) => void) | null;
  /** Memos by the row that they begin in. */
  memos: ReadonlyMap<number, readonly Memo[]>;
  onMemo: (memo: Memo) => void;
}

/** One turn: its number, speaker and time in the gutter, its words, its brackets. Coded only when near the view. */
export const TurnRow = memo(function TurnRow({ turn, marks, lanes, drawing, always = false }: {
  turn: Turn;
  marks: readonly Mark[];
  /** The lane of each of the marks. */
  lanes: readonly number[];
  drawing: Drawing;
  /** Drawn in full at once: where only the rows in view are mounted. */
  always?: boolean;
}) {
  const row = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  const watch = use(NearContext);
  useEffect(() => {
    if (always || row.current === null || watch === null) return undefined;
    return watch(row.current, setSeen);
  }, [always, watch]);
  const near = always || seen;
  const lines = Math.ceil(turn.words.length / CHARACTERS_A_LINE);
  return (
    <div
      ref={row}
      className="turn"
      data-role={turn.role ?? "none"}
      data-kind={turn.kind}
      style={{ "--estimate": `${String(lines * LINE_PX + 8)}px` } as CSSProperties}
    >
      <Gutter turn={turn} onPlay={drawing.onPlay} />
      {near && marks.length > 0 ? <CodedWords turn={turn} marks={marks} themes={drawing.themes} /> : <PlainWords turn={turn} />}
      {near && marks.length > 0 ? (
        <Margin turn={turn} marks={marks} lanes={lanes} themes={drawing.themes} coders={drawing.coders} words={row} />
      ) : (
        <div className="margin" />
      )}
      <MemoMarks memos={drawing.memos.get(turn.index) ?? NONE} onMemo={drawing.onMemo} />
    </div>
  );
});

const NONE: readonly Memo[] = [];

/** Beside the words: a sign for each memo that begins here; it opens the memo. */
function MemoMarks({ memos, onMemo }: { memos: readonly Memo[]; onMemo: (memo: Memo) => void }) {
  if (memos.length === 0) return null;
  return (
    <div className="memo-marks">
      {memos.map((memo) => (
        <Tooltip key={memo.k} label={`${memo.by}: ${shortened(memo.text, 300)}`} multiline maw={320} openDelay={300} events={{ hover: true, focus: true, touch: false }}>
          <button type="button" aria-label={`Memo by ${memo.by}: ${shortened(memo.text, 60)}`} onClick={() => { onMemo(memo); }}><StickyNote size={16} aria-hidden /></button>
        </Tooltip>
      ))}
    </div>
  );
}

function Gutter({ turn, onPlay }: { turn: Turn; onPlay: ((ms: number) => void) | null }) {
  const store = useReaderStore();
  const isHere = usePointing(({ caret }) => caret !== null && Math.min(caret.anchor, caret.focus) <= turn.end && Math.max(caret.anchor, caret.focus) >= turn.start);
  const isSpoken = usePointing(({ spoken }) => spoken === turn.index);
  const { fromMs } = turn;
  return (
    <div className="gutter" data-here={isHere} data-spoken={isSpoken} aria-current={isSpoken ? "time" : undefined}>
      {turn.n !== null && (
        <button type="button" className="turn-number" aria-label={`Select turn ${String(turn.n)}`} onClick={() => { store.set({ caret: { anchor: turn.start, focus: turn.end } }); }}>
          {turn.n}
        </button>
      )}
      <span className="speaker">{turn.speaker}</span>
      {isSpoken && <Volume2 className="spoken-sign" size={15} role="img" aria-label="being spoken" />}
      {fromMs !== null &&
        (onPlay === null ? (
          <span className="time">{clock(fromMs)}</span>
        ) : (
          <button type="button" className="time" aria-label={`Play from ${clock(fromMs)}`} onClick={() => { onPlay(fromMs); }}>
            {clock(fromMs)}
          </button>
        ))}
    </div>
  );
}
