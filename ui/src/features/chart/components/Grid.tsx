import { useElementSize } from "@mantine/hooks";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, type KeyboardEvent } from "react";

import { useReadsPast } from "@/shared/page/past";

import { movedPast, type Arrangement, type Spot } from "../model/grid";
import type { Skeleton } from "../model/types";
import { useWindows } from "../model/useChart";
import "./chart.css";
import { GridHeads, headRows, headsHeight } from "./GridHeads";
import { GridLine } from "./GridLine";

const ROW_HEAD_PX = 168;
const THEME_HEAD_PX = 232;
const COLUMN_PX = 212;
const BESIDE_PX = 196;
const FOLDED_PX = 76;
const GROUP_PX = 32;
/** How wide a wave of one case's chart is: its share of the window within these bounds. */
const CASE_COLUMN = { least: 260, most: 620 } as const;
/** Heights of a row: one line of text, five, nine. */
export const HEIGHTS = { low: 46, middle: 118, high: 206 } as const;
export type Height = keyof typeof HEIGHTS;

export interface GridDeeds {
  /** Puts the cursor there; `also`: what lies between it and where the choice began is chosen with it. */
  go: (spot: Spot, also?: boolean) => void;
  /** Chooses the whole row at the cursor. */
  row: () => void;
  /** Enter, F2 or a letter on a cell: go and write. */
  write: (typed: string) => void;
  fold: (theme: number) => void;
  /** Asks why the cell is empty. */
  sayWhy: () => void;
}

/** Where the columns of an arrangement begin, and how wide each is in a window of a width. */
function widths(chart: Arrangement, window: number): { left: number; of: (at: number) => number } {
  if (chart.columns[0]?.kind === "wave") {
    const share = (window - THEME_HEAD_PX - 2) / chart.columns.length;
    const width = Math.round(Math.max(CASE_COLUMN.least, Math.min(CASE_COLUMN.most, share)));
    return { left: THEME_HEAD_PX, of: () => width };
  }
  return {
    left: ROW_HEAD_PX,
    of: (at) => {
      const column = chart.columns[at];
      if (column?.kind === "folded") return FOLDED_PX;
      return column?.kind === "column" && column.waveName !== "" ? BESIDE_PX : COLUMN_PX;
    },
  };
}

function useGridScroll(chart: Arrangement, height: number, spot: Spot) {
  const { lines, columns } = chart;
  const scroller = useRef<HTMLDivElement>(null);
  const frame = useElementSize();
  const { left, of } = widths(chart, frame.width);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (lines[at]?.kind === "group" ? GROUP_PX : height),
    overscan: 4,
    scrollPaddingStart: 0,
    scrollPaddingEnd: headsHeight(chart),
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: of,
    overscan: 2,
    scrollPaddingEnd: left,
  });
  useEffect(() => {
    rows.measure();
    across.measure();
  }, [rows, across, height, columns, lines, frame.width]);
  useEffect(() => {
    rows.scrollToIndex(spot.line);
    across.scrollToIndex(spot.column);
  }, [rows, across, spot]);
  return { scroller, frame: frame.ref, rows, across, left };
}

/** The skeleton's rows and main themes that the window shows cells of. */
function inWindow(skeleton: Skeleton, chart: Arrangement, seenRows: readonly number[], seenColumns: readonly number[]) {
  const lines = seenRows.flatMap((at) => chart.lines[at] ?? []);
  const columns = seenColumns.flatMap((at) => chart.columns[at] ?? []);
  const shown = new Set([
    ...columns.flatMap((column) => (column.kind === "column" ? [column.column.theme] : [])),
    ...lines.flatMap((line) => (line.kind === "theme" ? [line.column.theme] : [])),
  ]);
  const themes = skeleton.themes
    .filter((theme) => theme.columns.some((column) => shown.has(column.theme)))
    .flatMap((theme) => theme.columns.map((column) => column.theme));
  const rows = [
    ...lines.flatMap((line) => (line.kind === "row" ? line.at : [])),
    ...columns.flatMap((column) => (column.kind === "wave" ? [column.at] : [])),
  ].filter((at) => at >= 0);
  return { themes, from: Math.min(...rows, skeleton.rows.length), to: Math.max(...rows, 0) };
}

/** The framework matrix: rows and heads stay in view, and only cells near the window are in the page. */
export function Grid({ study, skeleton, chart, label, spot, anchor, height, deeds }: {
  study: string;
  skeleton: Skeleton;
  chart: Arrangement;
  label: string;
  spot: Spot;
  /** Where the choice of cells begins that ends at the cursor; null: the cursor's cell alone. */
  anchor: Spot | null;
  height: Height;
  deeds: GridDeeds;
}) {
  const { lines, columns } = chart;
  const { scroller, frame, rows, across, left } = useGridScroll(chart, HEIGHTS[height], spot);
  const drawn = across.getVirtualItems();
  const seen = inWindow(skeleton, chart, rows.getVirtualItems().map((item) => item.index), drawn.map((item) => item.index));
  const statements = useWindows(study, skeleton.rows, seen.from, seen.to, seen.themes);
  const width = across.getTotalSize() + left;
  const headsPx = headsHeight(chart);

  const isPast = useReadsPast();
  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const next = movedPast(spot, event.key, ctrl, chart);
    if (next !== null) deeds.go(next, event.shiftKey);
    else if (event.key === "Escape" && anchor !== null) deeds.go(spot);
    else if (isPast) return;
    else if (event.key === " " && event.shiftKey) deeds.row();
    else if (event.key === "Enter" || event.key === "F2") deeds.write("");
    else if (event.key === "-" && !ctrl) deeds.sayWhy();
    else if (event.key.length === 1 && !ctrl && event.key !== " " && event.key !== "?") deeds.write(event.key);
    else return;
    event.preventDefault();
  };
  const go = (to: Spot, also?: boolean): void => {
    deeds.go(to, also);
    scroller.current?.focus({ preventScroll: true });
  };

  return (
    <div ref={frame} className="grid-frame">
      <div
        ref={scroller}
        className="grid-scroller"
        role="grid"
        aria-label={label}
        aria-rowcount={lines.length + headRows(chart)}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-activedescendant={`cell-${String(spot.line)}-${String(spot.column)}`}
        tabIndex={0}
        onKeyDown={onKey}
        data-testid="matrix"
      >
        <div role="presentation" style={{ position: "relative", height: rows.getTotalSize() + headsPx, width }}>
          <div role="rowgroup" className="grid-heads" style={{ height: headsPx, width }}>
            <GridHeads skeleton={skeleton} chart={chart} drawn={drawn} left={left} onFold={deeds.fold} />
          </div>
          {rows.getVirtualItems().map((item) => {
            const line = lines[item.index];
            if (line === undefined) return null;
            return (
              <GridLine
                key={item.key}
                study={study}
                skeleton={skeleton}
                chart={chart}
                line={line}
                index={item.index}
                above={headRows(chart)}
                top={item.start + headsPx}
                height={line.kind === "group" ? GROUP_PX : item.size}
                width={width}
                left={left}
                drawn={drawn}
                spot={spot}
                anchor={anchor}
                size={height}
                statements={statements}
                deeds={{ ...deeds, go }}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
