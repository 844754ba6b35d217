import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, type KeyboardEvent } from "react";

import { choicesOf, closed, headOf, moved, readable, textAt, valueAt, widthOf, type Column, type Spot, type Values } from "../model/grid";
import type { Case } from "../model/types";
import { CellEditor, type Leave } from "./CellEditor";

const ROW_PX = 34;
/** Below the last row, for what is said about a cell of it. */
const ROOM_PX = 72;
const NUMBERS = new Set(["whole number", "decimal"]);
const HOW_SHOWN: Readonly<Record<string, string>> = { told: "told", estimated: "est." };

/** Text that the server refused, still standing in its cell, and why. */
export interface RefusedText {
  text: string;
  words: string;
}

export interface GridDeeds {
  go: (spot: Spot) => void;
  open: (begin: string | null) => void;
  keep: (text: string, leave: Leave | null) => void;
  drop: () => void;
  clear: () => void;
  paste: (text: string) => void;
}

export function cellId(row: Case, column: Column, wave: number): string {
  const where = column.kind === "attribute" ? `${String(column.attribute.k)} ${String(wave)}` : column.kind;
  return `${String(row.k)} ${where}`;
}

/** Cases by attributes as an ARIA grid: one stop for Tab, arrows inside, Enter or F2 or a letter opens a cell. */
export function CaseGrid({ rows, columns, values, wave, spot, opened, refused, deeds }: {
  rows: readonly Case[];
  columns: readonly Column[];
  values: Values;
  wave: number;
  spot: Spot;
  /** What the active cell was opened with, null while it is closed. */
  opened: string | null;
  refused: ReadonlyMap<string, RefusedText>;
  deeds: GridDeeds;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    scrollPaddingEnd: ROW_PX,
  });
  const widths = columns.map(widthOf);
  const template = widths.map((width) => `${String(Math.round(width))}px`).join(" ");
  const across = widths.reduce((sum, width) => sum + Math.round(width), 0);

  useEffect(() => { down.scrollToIndex(spot.row); }, [down, spot.row]);
  useEffect(() => {
    const box = scroller.current;
    const cell = box?.querySelector<HTMLElement>('[data-active="true"]');
    const name = widths[0] ?? 0;
    if (box === null || cell === null || cell === undefined || spot.column === 0) return;
    if (cell.offsetLeft < box.scrollLeft + name) box.scrollLeft = cell.offsetLeft - name;
    else if (cell.offsetLeft + cell.offsetWidth > box.scrollLeft + box.clientWidth) box.scrollLeft = cell.offsetLeft + cell.offsetWidth - box.clientWidth;
  }, [spot, widths]);
  useEffect(() => {
    const mine = () => document.activeElement === scroller.current;
    const onPaste = (event: ClipboardEvent): void => {
      if (!mine()) return;
      event.preventDefault();
      deeds.paste(event.clipboardData?.getData("text/plain") ?? "");
    };
    const onCopy = (event: ClipboardEvent): void => {
      const row = rows[spot.row];
      const column = columns[spot.column];
      if (!mine() || row === undefined || column === undefined) return;
      event.preventDefault();
      event.clipboardData?.setData("text/plain", readable(textAt(values, row, column, wave), column));
    };
    document.addEventListener("paste", onPaste);
    document.addEventListener("copy", onCopy);
    return () => {
      document.removeEventListener("paste", onPaste);
      document.removeEventListener("copy", onCopy);
    };
  }, [deeds, rows, columns, values, wave, spot]);

  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const next = moved(spot, event.key, ctrl, rows.length, columns.length);
    if (next !== null) deeds.go(next);
    else if (event.key === "Enter" || event.key === "F2") deeds.open(null);
    else if (event.key === "Delete" || event.key === "Backspace") deeds.clear();
    else if (event.key.length === 1 && !ctrl && event.key !== " " && event.key !== "?") deeds.open(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={scroller}
      className="case-scroller"
      role="grid"
      aria-label="Cases by attributes"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={`case-${String(spot.row)}-${String(spot.column)}`}
      tabIndex={0}
      onKeyDown={onKey}
    >
      <div role="presentation" style={{ position: "relative", width: across, height: down.getTotalSize() + ROW_PX + ROOM_PX }}>
        <div role="row" aria-rowindex={1} className="case-heads" style={{ gridTemplateColumns: template, width: across }}>
          {columns.map((column, at) => (
            <div key={column.kind === "attribute" ? column.attribute.k : column.kind} role="columnheader" aria-colindex={at + 1} title={column.kind === "attribute" ? `${column.attribute.name}: ${column.attribute.type}` : undefined}>
              {headOf(column)}
            </div>
          ))}
        </div>
        {down.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const open = item.index === spot.row && opened !== null;
          return (
            <div key={row.k} role="row" aria-rowindex={item.index + 2} className="case-line" style={{ top: item.start + ROW_PX, gridTemplateColumns: template, width: across, zIndex: open ? 2 : undefined }}>
              {columns.map((column, at) => (
                <Cell
                  key={column.kind === "attribute" ? column.attribute.k : column.kind}
                  row={row}
                  side={at > columns.length / 2 ? "end" : "start"}
                  column={column}
                  at={{ row: item.index, column: at }}
                  values={values}
                  wave={wave}
                  active={item.index === spot.row && at === spot.column}
                  opened={item.index === spot.row && at === spot.column ? opened : null}
                  refused={refused.get(cellId(row, column, wave))}
                  deeds={deeds}
                  onFocus={() => { scroller.current?.focus({ preventScroll: true }); }}
                />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Cell({ row, side, column, at, values, wave, active, opened, refused, deeds, onFocus }: {
  row: Case;
  /** Towards which edge of the cell what is said about it stands. */
  side: "start" | "end";
  column: Column;
  at: Spot;
  values: Values;
  wave: number;
  active: boolean;
  opened: string | null;
  refused: RefusedText | undefined;
  deeds: GridDeeds;
  onFocus: () => void;
}) {
  const attribute = column.kind === "attribute" ? column.attribute : null;
  const how = attribute === null ? undefined : HOW_SHOWN[valueAt(values, row, attribute, wave)?.how_known ?? ""];
  const text = refused?.text ?? readable(textAt(values, row, column, wave), column);
  return (
    <div
      id={`case-${String(at.row)}-${String(at.column)}`}
      role={column.kind === "name" ? "rowheader" : "gridcell"}
      aria-colindex={at.column + 1}
      aria-selected={active}
      aria-readonly={closed(row, column, wave) !== ""}
      className="case-cell"
      data-side={side}
      data-name={column.kind === "name"}
      data-number={attribute !== null && NUMBERS.has(attribute.type)}
      data-closed={closed(row, column, wave) !== ""}
      data-active={active}
      data-open={opened !== null || (active && refused !== undefined)}
      data-refused={refused !== undefined && opened === null}
      style={active && refused !== undefined && opened === null ? { padding: "0.36rem 0.6rem" } : undefined}
      title={opened === null && refused === undefined ? text : undefined}
      onMouseDown={(event) => {
        if (opened !== null) return;
        event.preventDefault();
        deeds.go(at);
        onFocus();
      }}
      onDoubleClick={() => { if (opened === null) deeds.open(null); }}
    >
      {opened === null ? (
        <>
          {text}
          {how !== undefined && refused === undefined && <span className="how">{how}</span>}
          {active && refused !== undefined && <span className="case-words" role="alert">{refused.words}</span>}
        </>
      ) : (
        <CellEditor
          label={`${headOf(column)} of ${row.name}`}
          begin={opened}
          choices={choicesOf(column)}
          words={refused?.words ?? ""}
          onKeep={deeds.keep}
          onDrop={deeds.drop}
        />
      )}
    </div>
  );
}
