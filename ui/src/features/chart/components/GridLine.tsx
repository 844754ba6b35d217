import { Link } from "react-router";

import { hueOfNumber, hueStyle } from "@/shared/colour/hue";

import { gapOf, glimpse, isBetween, placeOf, slotOf, type Arrangement, type Line, type Spot } from "../model/grid";
import type { Place, Skeleton } from "../model/types";
import type { Shown } from "../model/useChart";
import { CellBox } from "./CellBox";
import type { GridDeeds, Height } from "./Grid";

export interface LineProps {
  study: string;
  skeleton: Skeleton;
  chart: Arrangement;
  line: Line;
  /** Which of the chart's lines it is. */
  index: number;
  /** How many rows of heads stand above the lines. */
  above: number;
  top: number;
  height: number;
  width: number;
  /** Where the columns begin. */
  left: number;
  drawn: readonly { index: number; start: number; size: number }[];
  spot: Spot;
  anchor: Spot | null;
  size: Height;
  statements: (place: Place) => Shown[] | undefined;
  deeds: GridDeeds;
}

function GroupHead({ line, index, above, top, height, width, deeds, folded }: LineProps & { line: Extract<Line, { kind: "group" }>; folded: boolean }) {
  const { theme, label, count } = line;
  return (
    <div role="row" aria-rowindex={index + above + 1} className="grid-group" style={{ top, height, width }}>
      {theme === null ? (
        <span role="rowheader">{label} <span className="grid-row-about">{count}</span></span>
      ) : (
        <span role="rowheader" className="grid-group-theme hue" style={hueStyle(hueOfNumber(theme.number))}>
          <button type="button" tabIndex={-1} aria-expanded={!folded} onClick={() => { deeds.fold(theme.theme); }} title={folded ? "Show its sub-themes" : "Fold its sub-themes"}>
            {label} <span className="grid-row-about">{folded ? `${String(count)} folded` : ""}</span>
          </button>
        </span>
      )}
    </div>
  );
}

function RowHead({ study, line, height, width }: { study: string; line: Exclude<Line, { kind: "group" }>; height: number; width: number }) {
  if (line.kind === "theme") {
    return (
      <div role="rowheader" className="grid-row-head" style={{ height, width }} title={line.column.definition}>
        <strong>{line.column.number} {line.column.name}</strong>
        <span className="grid-row-about">{line.column.definition}</span>
      </div>
    );
  }
  const about = [line.row.wave_name, ...line.row.header].filter((value) => value !== "").join(" · ");
  return (
    <div role="rowheader" className="grid-row-head" style={{ height, width }}>
      <Link className="grid-row-name" tabIndex={-1} to={`/s/${encodeURIComponent(study)}/chart/case/${String(line.row.case)}`} title={`The chart of ${line.row.name}`}>
        {line.row.name}
      </Link>
      <span className="grid-row-about">{about}</span>
    </div>
  );
}

interface Box {
  index: number;
  start: number;
  size: number;
  /** How many columns it goes across. */
  wide: number;
}

/** Where the cells of a line are drawn: one to a column, or one across the waves of each sub-theme. */
function boxesOf(chart: Arrangement, line: Line, drawn: LineProps["drawn"]): Box[] {
  const boxes: Box[] = [];
  for (const { index, start, size } of drawn) {
    const column = chart.columns[index];
    const wide = line.kind === "row" && line.spans && column?.kind === "column" ? line.at.length : 1;
    const before = wide === 1 || column?.kind !== "column" ? 0 : column.wave;
    if (boxes.at(-1)?.index !== index - before || before === 0) boxes.push({ index: index - before, start: start - before * size, size: size * wide, wide });
  }
  return boxes;
}

/** One line of the grid: a head over a group, or a row with its cells near the window. */
export function GridLine(props: LineProps) {
  const { study, skeleton, chart, line, index, above, top, height, width, left, drawn, spot, anchor, size, statements, deeds } = props;
  if (line.kind === "group") {
    const next = chart.lines[index + 1];
    return <GroupHead {...props} line={line} folded={next === undefined || next.kind === "group"} />;
  }
  return (
    <div role="row" aria-rowindex={index + above + 1} className="grid-row" style={{ top, height, width }}>
      <RowHead study={study} line={line} height={height} width={left} />
      {boxesOf(chart, line, drawn).map((across) => {
        const column = chart.columns[across.index];
        if (column === undefined) return null;
        const isActive = spot.line === index && spot.column >= across.index && spot.column < across.index + across.wide;
        const slot = slotOf(line, column);
        const place = placeOf(skeleton, line, column);
        return (
          <CellBox
            key={across.index}
            id={`cell-${String(index)}-${String(isActive ? spot.column : across.index)}`}
            colindex={across.index + 2}
            at={{ left: left + across.start, width: across.size, height }}
            wide={across.wide}
            active={isActive}
            chosen={anchor !== null && isBetween({ line: index, column: across.index }, spot, anchor)}
            seen={slot === null ? null : glimpse(skeleton, slot)}
            gap={gapOf(line, column)}
            statements={place === null ? undefined : statements(place)}
            height={size}
            onGo={(also) => { deeds.go({ line: index, column: across.index }, also); }}
            onWrite={() => { deeds.write(""); }}
          />
        );
      })}
    </div>
  );
}
