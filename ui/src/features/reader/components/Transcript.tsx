import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useState, type KeyboardEvent } from "react";

import { NearContext, useNear } from "../hooks/near";
import type { Pane } from "../hooks/pane";
import type { Mark } from "../model/marks";
import type { ReadText } from "@/shared/text/transcript";
import { TurnRow, type Drawing } from "./TurnRow";

/** Words above which only the rows near the view are kept in the page; the browser's own find no longer sees all. */
export const MOST_WORDS_IN_PAGE = 60_000;

/** Of a row without codings; always the same, so that the row stays as it is. */
const NONE: readonly never[] = [];

interface Shown {
  text: ReadText;
  rows: readonly (readonly Mark[])[];
  lanes: readonly (readonly number[])[];
  drawing: Drawing;
  pane: Pane;
}

/** The text, scrolled by its own pane. Keys go to `onKeyDown`. */
export function Transcript({ text, rows, lanes, drawing, pane, isLong, label, onKeyDown, children }: Shown & {
  isLong: boolean;
  label: string;
  onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
  children?: React.ReactNode;
}) {
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const watch = useNear(isLong ? null : element);
  const found = useCallback(
    (scroller: HTMLDivElement | null) => {
      pane.setScroller(scroller);
      setElement(scroller);
    },
    [pane],
  );
  return (
    <div
      ref={found}
      className="transcript"
      tabIndex={0}
      role="region"
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {children}
      {isLong ? (
        element !== null && <Windowed text={text} rows={rows} lanes={lanes} drawing={drawing} scroller={element} pane={pane} />
      ) : (
        <NearContext value={watch}>
          <Whole text={text} rows={rows} lanes={lanes} drawing={drawing} scroller={element} pane={pane} />
        </NearContext>
      )}
    </div>
  );
}

type Rows = Shown & { scroller: HTMLDivElement | null };

/** Every turn in the page, as plain text until it comes near the view. */
function Whole({ text, rows, lanes, drawing, scroller, pane }: Rows) {
  useEffect(() => {
    pane.onRow((index) => scroller?.querySelector(`[data-row="${String(index)}"]`)?.closest(".turn")?.scrollIntoView({ block: "nearest" }));
  }, [scroller, pane]);
  return (
    <>
      {text.turns.map((turn) => (
        <TurnRow key={turn.index} turn={turn} marks={rows[turn.index] ?? NONE} lanes={lanes[turn.index] ?? NONE} drawing={drawing} />
      ))}
    </>
  );
}

const A_ROW_PX = 110;

/** Only the rows near the view, for very long texts. */
function Windowed({ text, rows, lanes, drawing, scroller, pane }: Rows) {
  // Its functions change with every scroll; the rows are memoised by themselves.
  const virtual = useVirtualizer({
    count: text.turns.length,
    getScrollElement: () => scroller,
    estimateSize: (index) => Math.max(32, Math.ceil((text.turns[index]?.words.length ?? 0) / 72) * 26 + 8) || A_ROW_PX,
    overscan: 12,
    scrollPaddingStart: 90,
    scrollPaddingEnd: 140,
  });
  useEffect(() => {
    pane.onRow((index) => {
      virtual.scrollToIndex(index, { align: "auto" });
    });
  }, [virtual, pane]);
  return (
    <div style={{ height: virtual.getTotalSize(), position: "relative" }}>
      {virtual.getVirtualItems().map(({ index, start }) => {
        const turn = text.turns[index];
        return turn === undefined ? null : (
          <div key={index} data-index={index} ref={virtual.measureElement} style={{ position: "absolute", top: 0, left: 0, right: 0, transform: `translateY(${String(start)}px)` }}>
            <TurnRow turn={turn} marks={rows[index] ?? NONE} lanes={lanes[index] ?? NONE} drawing={drawing} always />
          </div>
        );
      })}
    </div>
  );
}
