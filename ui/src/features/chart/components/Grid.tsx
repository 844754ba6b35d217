import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, type KeyboardEvent } from "react";

import { hueOfNumber, hueStyle } from "@/shared/colour/hue";

import { glimpse, moved, type GridColumn, type Line, type Spot } from "../model/grid";
import type { Place, Skeleton } from "../model/types";
import { useWindows } from "../model/useChart";
import { CellBox } from "./CellBox";
import "./chart.css";

const ROW_HEAD_PX = 168;
const COLUMN_PX = 212;
const FOLDED_PX = 76;
const GROUP_PX = 32;
/** Heights of a row: one line of text, five, nine. */
export const HEIGHTS = { low: 46, middle: 118, high: 206 } as const;
export type Height = keyof typeof HEIGHTS;

export interface GridDeeds {
  go: (spot: Spot) => void;
  /** Enter, F2 or a letter on a cell: go and write. */
  write: (typed: string) => void;
  fold: (theme: number) => void;
  nextEmpty: () => void;
}

const HEAD_PX = 66;

function useGridScroll(lines: readonly Line[], columns: readonly GridColumn[], height: number, spot: Spot) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (lines[at]?.kind === "group" ? GROUP_PX : height),
    overscan: 4,
    scrollPaddingStart: 0,
    scrollPaddingEnd: HEAD_PX,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (columns[at]?.kind === "folded" ? FOLDED_PX : COLUMN_PX),
    overscan: 2,
    scrollPaddingEnd: ROW_HEAD_PX,
  });
  useEffect(() => {
    rows.measure();
    across.measure();
  }, [rows, across, height, columns, lines]);
  useEffect(() => {
    rows.scrollToIndex(spot.line);
    across.scrollToIndex(spot.column);
  }, [rows, across, spot]);
  return { scroller, rows, across };
}

function RowHead({ line, top, height }: { line: Extract<Line, { kind: "row" }>; top: number; height: number }) {
  const about = [line.row.wave_name, ...line.row.header].filter((value) => value !== "").join(" · ");
  return (
    <div role="rowheader" className="grid-row-head" style={{ top, height, width: ROW_HEAD_PX }}>
      <strong>{line.row.name}</strong>
      <span className="grid-row-about">{about}</span>
    </div>
  );
}

/** A run of neighbouring columns under one main theme, as the upper row of heads draws it. */
function mainHeads(skeleton: Skeleton, columns: readonly GridColumn[], places: readonly { index: number; start: number; size: number }[]) {
  const heads: { theme: Skeleton["themes"][number]; start: number; end: number; folded: boolean }[] = [];
  for (const place of places) {
    const column = columns[place.index];
    const theme = skeleton.themes.find((each) => each.theme === column?.main);
    if (column === undefined || theme === undefined) continue;
    const last = heads.at(-1);
    if (last !== undefined && last.theme.theme === theme.theme) last.end = place.start + place.size;
    else heads.push({ theme, start: place.start, end: place.start + place.size, folded: column.kind === "folded" });
  }
  return heads;
}

/** The framework matrix: rows and heads stay in view, and only cells near the window are in the page. */
export function Grid({ study, skeleton, lines, columns, spot, height, deeds }: {
  study: string;
  skeleton: Skeleton;
  lines: readonly Line[];
  columns: readonly GridColumn[];
  spot: Spot;
  height: Height;
  deeds: GridDeeds;
}) {
  const { scroller, rows, across } = useGridScroll(lines, columns, HEIGHTS[height], spot);
  const seenRows = rows.getVirtualItems();
  const seenColumns = across.getVirtualItems();
  const near = seenRows.map((item) => lines[item.index]).filter((line) => line?.kind === "row");
  const themes = seenColumns.map((item) => columns[item.index]).flatMap((column) => (column?.kind === "column" ? [column.main] : []));
  const wanted = skeleton.themes.filter((theme) => themes.includes(theme.theme)).flatMap((theme) => theme.columns.map((column) => column.theme));
  const statements = useWindows(study, skeleton.rows, near[0]?.at ?? 0, near.at(-1)?.at ?? 0, wanted);

  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const next = moved(spot, event.key, ctrl, lines, columns.length);
    if (next !== null) deeds.go(next);
    else if (event.key === "Enter" || event.key === "F2") deeds.write("");
    else if (event.key === "n" && !ctrl) deeds.nextEmpty();
    else if (event.key.length === 1 && !ctrl && event.key !== " " && event.key !== "?" && event.key !== "g") deeds.write(event.key);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      className="grid-scroller"
      role="grid"
      aria-label="Framework matrix"
      aria-rowcount={lines.length + 2}
      aria-colcount={columns.length + 1}
      aria-activedescendant={`cell-${String(spot.line)}-${String(spot.column)}`}
      tabIndex={0}
      onKeyDown={onKey}
      data-testid="matrix"
    >
      <div role="presentation" style={{ position: "relative", height: rows.getTotalSize() + HEAD_PX, width: across.getTotalSize() + ROW_HEAD_PX }}>
        <div role="rowgroup" className="grid-heads" style={{ height: HEAD_PX, width: across.getTotalSize() + ROW_HEAD_PX }}>
          <div role="row" aria-rowindex={1} className="grid-main-heads">
            <div role="columnheader" className="grid-corner" style={{ width: ROW_HEAD_PX, height: HEAD_PX }} aria-rowspan={2}>
              Case
            </div>
            {mainHeads(skeleton, columns, seenColumns).map(({ theme, start, end, folded }) => (
              <div
                key={theme.theme}
                role="columnheader"
                className="grid-main-head hue"
                style={{ ...hueStyle(hueOfNumber(theme.number)), left: ROW_HEAD_PX + start, width: end - start }}
              >
                <button type="button" tabIndex={-1} onClick={() => { deeds.fold(theme.theme); }} aria-expanded={!folded} title={folded ? "Show its columns" : "Fold its columns"}>
                  {theme.number}
                  {folded ? "" : ` ${theme.name}`}
                </button>
              </div>
            ))}
          </div>
          <div role="row" aria-rowindex={2}>
            {seenColumns.map((item) => {
              const column = columns[item.index];
              if (column === undefined) return null;
              return (
                <div
                  key={item.key}
                  role="columnheader"
                  aria-colindex={item.index + 2}
                  className="grid-head"
                  style={{ left: ROW_HEAD_PX + item.start, width: item.size }}
                  title={column.kind === "column" ? column.column.definition : column.name}
                >
                  {column.kind === "column" ? `${column.column.number} ${column.column.name}` : `${String(column.count)} folded`}
                </div>
              );
            })}
          </div>
        </div>
        {seenRows.map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          const top = item.start + HEAD_PX;
          if (line.kind === "group") {
            return (
              <div key={item.key} role="row" aria-rowindex={item.index + 3} className="grid-group" style={{ top, height: GROUP_PX, width: across.getTotalSize() + ROW_HEAD_PX }}>
                <span role="rowheader">{line.label} <span className="grid-row-about">{line.count}</span></span>
              </div>
            );
          }
          return (
            <div key={item.key} role="row" aria-rowindex={item.index + 3} className="grid-row" style={{ top, height: item.size, width: across.getTotalSize() + ROW_HEAD_PX }}>
              <RowHead line={line} top={0} height={item.size} />
              {seenColumns.map((across_) => {
                const column = columns[across_.index];
                if (column === undefined) return null;
                const at = { left: ROW_HEAD_PX + across_.start, width: across_.size, height: item.size };
                const id = `cell-${String(item.index)}-${String(across_.index)}`;
                const isActive = spot.line === item.index && spot.column === across_.index;
                const place: Place | null =
                  column.kind === "column" ? { case: line.row.case, wave: line.row.wave, theme: column.column.theme } : null;
                return (
                  <CellBox
                    key={across_.key}
                    id={id}
                    colindex={across_.index + 2}
                    at={at}
                    active={isActive}
                    seen={column.kind === "column" ? glimpse(skeleton, line.at, column.at) : null}
                    statements={place === null ? undefined : statements(place)}
                    height={height}
                    onGo={() => {
                      deeds.go({ line: item.index, column: across_.index });
                      scroller.current?.focus({ preventScroll: true });
                    }}
                    onWrite={() => { deeds.write(""); }}
                  />
                );
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}
