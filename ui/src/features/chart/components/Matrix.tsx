import { useEffect, useMemo, useRef, useState, type RefObject } from "react";
import { useNavigate } from "react-router";

import { useCommands } from "@/shared/commands/commands";
import { draftAt, keepDraft } from "@/shared/drafts/drafts";
import { useFilters } from "@/shared/filters/useFilters";
import { useRestingPlace } from "@/shared/filters/useRestingPlace";
import { Empty } from "@/shared/page/States";

import { fromAddress, gapInWords, gapOf, glimpse, headingOf, inAddress, movedPast, nextEmpty, placeOf, placesBetween, slotOf, spotOf, type Arrangement, type Gap, type GridColumn, type Line, type Spot } from "../model/grid";
import type { Narrowed } from "../model/arrange";
import type { Place, Skeleton } from "../model/types";
import { useCell } from "../model/useChart";
import { CellPanel } from "./CellPanel";
import { CellsDeeds } from "./CellsDeeds";
import { Grid, type Height } from "./Grid";
import { whereOf, type After } from "./NewStatement";

const STEP: Readonly<Record<"down" | "right", string>> = { down: "ArrowDown", right: "ArrowRight" };

/** The cursor: where it was put, following its cell when rows change their order; inside the chart, off the heads. */
function useCursor(skeleton: Skeleton, chart: Arrangement) {
  const { value } = useFilters();
  const [asked, setAsked] = useState<{ spot: Spot; place: Place | null } | null>(null);
  const named = value("cell");
  const start = useMemo(() => {
    const place = asked === null ? fromAddress(named) : asked.place;
    const spot = asked?.spot ?? { line: 0, column: 0 };
    if (place === null) return spot;
    const there = placeOf(skeleton, chart.lines[spot.line], chart.columns[spot.column]);
    if (there !== null && inAddress(there) === inAddress(place)) return spot;
    return spotOf(skeleton, place, chart) ?? spot;
  }, [asked, named, skeleton, chart]);
  const last = { line: chart.lines.length - 1, column: chart.columns.length - 1 };
  const inside = { line: Math.min(start.line, last.line), column: Math.min(start.column, last.column) };
  const isHead = chart.lines[inside.line]?.kind === "group";
  const spot = isHead ? { ...inside, line: Math.min(inside.line + 1, last.line) } : inside;
  const setSpot = (to: Spot): void => {
    setAsked({ spot: to, place: placeOf(skeleton, chart.lines[to.line], chart.columns[to.column]) });
  };
  return { spot: useSame(spot), setSpot, isMoved: asked !== null };
}

/** The same object as long as the spot is the same. */
function useSame({ line, column }: Spot): Spot {
  return useMemo(() => ({ line, column }), [line, column]);
}

/** The cell at the cursor, for what leads away from it, and in the address. */
function usePlaceInAddress(place: Place | null, atRef: RefObject<Place | null>): void {
  useEffect(() => {
    if (place !== null) atRef.current = place;
  });
  useRestingPlace("cell", place === null ? "" : inAddress(place));
}

/** What brought the cursor to its cell: writing on from another, or asking (so many times) why the cell is empty. */
interface Purpose {
  writing: boolean;
  asked: number;
  /** Asked from the field: once it is said, one writes on in the next empty cell. */
  onwards: boolean;
}

const LOOKING: Purpose = { writing: false, asked: 0, onwards: false };
const WRITING: Purpose = { writing: true, asked: 0, onwards: false };

/** The grid with a cell's panel beside it. `arrange` lays the skeleton out. */
export function Matrix({ study, skeleton, arrange, label, height, panel, onPanel, slot, kept, at, onCase }: {
  study: string;
  skeleton: Skeleton;
  arrange: (skeleton: Skeleton, narrowed: Narrowed) => Arrangement;
  label: string;
  height: Height;
  panel: boolean;
  /** Sets the cell beside the grid, for who begins to write while it is hidden. */
  onPanel: () => void;
  /** Where the head has its place for the menu of cells. */
  slot: HTMLElement | null;
  kept: readonly string[];
  /** Told where the cursor is once it was moved. */
  at: RefObject<Place | null>;
  /** Goes to the chart of one case, with the cell at which the cursor is. */
  onCase: ((place: Place) => void) | null;
}) {
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const wanted = kept.join("\n");
  const chart = useMemo(
    () => arrange(skeleton, { folded, kept: new Set(wanted === "" ? [] : wanted.split("\n")) }),
    [arrange, skeleton, folded, wanted],
  );
  const { spot, setSpot, isMoved } = useCursor(skeleton, chart);
  const [line, column] = [chart.lines[spot.line], chart.columns[spot.column]];
  const place = placeOf(skeleton, line, column);
  usePlaceInAddress(isMoved ? place : null, at);
  const deeds = useCell(study, panel ? place : null);
  const field = useRef<HTMLTextAreaElement>(null);
  const grid = useRef<HTMLDivElement>(null);

  const [purpose, setPurpose] = useState(LOOKING);
  const [anchor, setAnchor] = useState<Spot | null>(null);
  const go = (to: Spot, why = LOOKING): void => {
    setPurpose(why);
    setSpot(to);
    setAnchor(null);
  };
  const choose = (to: Spot): void => {
    setPurpose(LOOKING);
    setSpot(to);
    setAnchor(anchor ?? spot);
  };
  const chooseRow = (): void => {
    setSpot({ line: spot.line, column: chart.columns.length - 1 });
    setAnchor({ line: spot.line, column: 0 });
  };
  const sayWhy = (): void => { setPurpose({ writing: false, asked: purpose.asked + 1, onwards: false }); };

  const toGrid = (): void => { grid.current?.querySelector<HTMLElement>('[role="grid"]')?.focus(); };
  const empty = (why = LOOKING): boolean => {
    const next = nextEmpty(skeleton, chart, spot);
    if (next !== null) go(next, why);
    return next !== null;
  };
  const leave = (to: After): void => {
    if (to === "grid") toGrid();
    if (to === "why") setPurpose({ ...purpose, asked: purpose.asked + 1, onwards: true });
    if (to === "empty" && !empty(WRITING)) toGrid();
    if (to !== "down" && to !== "right") return;
    const next = movedPast(spot, STEP[to], false, chart);
    if (next === null || (next.line === spot.line && next.column === spot.column)) toGrid();
    else go(next, WRITING);
  };
  const navigate = useNavigate();
  useCommands(
    [
      { id: "chart.choose", label: "Choose several cells", group: "Chart", keys: "Shift+Arrows", sheetOnly: true, run: () => undefined },
      { id: "chart.row", label: "Choose the row", group: "Chart", keys: "Shift+Space", sheetOnly: true, run: chooseRow },
      { id: "chart.next", label: "Next empty cell", group: "Chart", keys: "Alt+KeyN", run: () => { empty(); } },
      { changes: true, id: "chart.begin", label: "Begin a statement with its first letter", group: "Chart", keys: "a…z", sheetOnly: true, run: () => undefined },
      { changes: true, id: "chart.write", label: "Write in the cell", group: "Chart", keys: "Enter", sheetOnly: true, run: () => field.current?.focus() },
      { id: "chart.back", label: "From the cell back to the grid", group: "Chart", keys: "Escape", sheetOnly: true, run: toGrid },
      { changes: true, id: "chart.why", label: "Say why the cell is empty, from the grid or the empty field", group: "Chart", keys: "-", sheetOnly: true, run: sayWhy },
      { changes: true, id: "chart.rests", label: "Rest the statement on all that is coded here", group: "Chart", keys: "Alt+A", sheetOnly: true, run: () => undefined },
      { changes: true, id: "chart.tick", label: "Tick what the statement rests on, one by one", group: "Chart", keys: "Alt+↓", sheetOnly: true, run: () => undefined },
      { changes: true, id: "chart.layers", label: "Summary, verbatim, comment", group: "Chart", keys: "Alt+1…3", sheetOnly: true, run: () => undefined },
      { id: "chart.worksheet", label: "The worksheet of this column", group: "Chart", keys: "Alt+KeyW", run: () => { if (place !== null) void navigate(`/s/${encodeURIComponent(study)}/worksheet/${String(place.theme)}`); } },
      ...(onCase === null
        ? []
        : [{ id: "chart.case", label: "The chart of this case", group: "Chart", keys: "Alt+KeyC", run: () => { if (place !== null) onCase(place); } }]),
    ],
    [onCase === null],
  );
  if (chart.lines.length === 0) {
    return (
      <div style={{ padding: "1.5rem" }}>
        <Empty title="No row has such a cell">Take the filter off to see all of them.</Empty>
      </div>
    );
  }
  const shown = deeds.query.data;
  const heading = place === null ? null : headingOf(skeleton, place);
  const about = {
    place,
    chosen: anchor === null ? (place === null ? [] : [place]) : placesBetween(skeleton, chart, spot, anchor),
    row: placesBetween(skeleton, chart, spot, spot, true),
    cellName: heading === null ? "no cell" : `${heading.row}, ${heading.column}`,
    rowName: line?.kind === "theme" ? (heading?.column ?? "") : (heading?.row ?? ""),
    caseName: heading?.row ?? "",
  };
  return (
    <>
      <CellsDeeds study={study} slot={slot} about={about} onMark={(cells, state) => { deeds.markAll.mutate({ cells: [...cells], state }); }} onDone={toGrid} />
      <div ref={grid} style={{ minWidth: 0, minHeight: 0 }}>
        <Grid
          study={study}
          skeleton={skeleton}
          chart={chart}
          label={label}
          spot={spot}
          height={height}
          anchor={anchor}
          deeds={{
            go: (to, also = false) => { if (also) choose(to); else go(to); },
            row: chooseRow,
            sayWhy,
            write: (typed) => {
              const box = field.current;
              if (box === null) {
                if (place === null) return;
                const where = whereOf(study, place);
                keepDraft(where, draftAt(where) + typed);
                setPurpose(WRITING);
                onPanel();
                return;
              }
              box.focus();
              if (typed !== "") box.ownerDocument.execCommand("insertText", false, typed);
            },
            fold: (theme) => {
              setFolded((known) => {
                const next = new Set(known);
                if (!next.delete(theme)) next.add(theme);
                return next;
              });
            },
          }}
        />
      </div>
      {panel && (
        <aside className="panel" aria-label="The cell">
          {place === null ? (
            <NoCell gap={gapOf(line, column)} />
          ) : (
            <CellPanel
              key={inAddress(place)}
              study={study}
              heading={heading ?? { row: "", column: "" }}
              cell={shown?.case === place.case && shown.theme === place.theme && shown.wave === place.wave ? shown : null}
              glimpsed={statementsAt(skeleton, line, column)}
              place={place}
              deeds={deeds}
              field={field}
              begin={purpose.writing}
              asked={purpose.asked}
              onwards={purpose.onwards}
              onLeave={leave}
            />
          )}
        </aside>
      )}
    </>
  );
}

function statementsAt(skeleton: Skeleton, line: Line | undefined, column: GridColumn | undefined): number {
  const slot = slotOf(line, column);
  return slot === null ? 0 : glimpse(skeleton, slot).statements;
}

function NoCell({ gap }: { gap: Gap | null }) {
  if (gap === null) return <Empty title="No cell">This theme is folded; open it by its head.</Empty>;
  return <Empty title="No cell">The case has no source in this wave ({gapInWords(gap)}), and nothing is charted for it.</Empty>;
}
