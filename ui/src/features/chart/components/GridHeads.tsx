import { Columns3 } from "lucide-react";
import { Link } from "react-router";

import { hueOfNumber, hueStyle } from "@/shared/colour/hue";
import { useStudy } from "@/shared/page/useStudyName";

import { gapInWords, type Arrangement, type GridColumn } from "../model/grid";
import type { MainTheme, Skeleton } from "../model/types";

/** Heights of the rows of heads. */
export const MAIN_PX = 30;
export const SUB_PX = 36;
export const WAVE_PX = 24;
export const CASE_WAVE_PX = 46;

/** How high the heads of an arrangement are together. */
export function headsHeight(chart: Arrangement): number {
  const first = chart.columns.find((column) => column.kind !== "folded");
  if (first?.kind === "wave") return CASE_WAVE_PX;
  return MAIN_PX + SUB_PX + (first?.waveName === undefined || first.waveName === "" ? 0 : WAVE_PX);
}

/** Whether waves stand beside each other under each sub-theme. */
function isBeside(chart: Arrangement): boolean {
  return chart.columns.some((column) => column.kind === "column" && column.waveName !== "");
}

/** How many rows of heads there are. */
export function headRows(chart: Arrangement): number {
  if (chart.columns.some((column) => column.kind === "wave")) return 1;
  return isBeside(chart) ? 3 : 2;
}

interface Drawn {
  index: number;
  start: number;
  size: number;
}

interface Run {
  key: string;
  start: number;
  end: number;
  column: GridColumn;
}

/** Runs of neighbouring columns that have the same key. */
function runsOf(columns: readonly GridColumn[], drawn: readonly Drawn[], keyOf: (column: GridColumn) => string): Run[] {
  const runs: Run[] = [];
  for (const { index, start, size } of drawn) {
    const column = columns[index];
    if (column === undefined) continue;
    const key = keyOf(column);
    const last = runs.at(-1);
    if (last?.key === key) last.end = start + size;
    else runs.push({ key, start, end: start + size, column });
  }
  return runs;
}

function mainOf(column: GridColumn): string {
  return column.kind === "wave" ? "" : String(column.main);
}

function MainHead({ theme, run, left, onFold }: { theme: MainTheme; run: Run; left: number; onFold: (theme: number) => void }) {
  const folded = run.column.kind === "folded";
  return (
    <div
      role="columnheader"
      className="grid-main-head hue"
      style={{ ...hueStyle(hueOfNumber(theme.number)), left: left + run.start, width: run.end - run.start }}
    >
      <button type="button" tabIndex={-1} onClick={() => { onFold(theme.theme); }} aria-expanded={!folded} title={folded ? "Show its columns" : "Fold its columns"}>
        {theme.number}
        {folded ? "" : ` ${theme.name}`}
      </button>
    </div>
  );
}

/** The heads of a theme chart: main themes over sub-themes, over waves where these stand side by side. */
function ThemeHeads({ skeleton, chart, drawn, left, onFold }: HeadsProps) {
  const { columns } = chart;
  const study = useStudy();
  const subs = runsOf(columns, drawn, (column) => (column.kind === "column" ? String(column.column.theme) : `folded ${mainOf(column)}`));
  return (
    <>
      <div role="row" aria-rowindex={1} className="grid-main-heads">
        <div role="columnheader" className="grid-corner" style={{ width: left, height: headsHeight(chart) }} aria-rowspan={headRows(chart)}>
          Case
        </div>
        {runsOf(columns, drawn, mainOf).map((run) => {
          const theme = skeleton.themes.find((each) => String(each.theme) === run.key);
          return theme === undefined ? null : <MainHead key={run.key} theme={theme} run={run} left={left} onFold={onFold} />;
        })}
      </div>
      <div role="row" aria-rowindex={2}>
        {subs.map(({ key, start, end, column }) => (
          <div
            key={key}
            role="columnheader"
            className="grid-head"
            style={{ top: MAIN_PX, height: SUB_PX, left: left + start, width: end - start }}
            title={column.kind === "column" ? column.column.definition : undefined}
          >
            <span className="grid-head-words">
              {column.kind === "column" && `${column.column.number} ${column.column.name}`}
              {column.kind === "folded" && `${String(column.count)} folded`}
            </span>
            {column.kind === "column" && (
              <Link className="grid-head-link" tabIndex={-1} to={`/s/${encodeURIComponent(study)}/worksheet/${String(column.column.theme)}`} aria-label={`Worksheet of ${column.column.number}`} title="Its worksheet: data, elements, categories">
                <Columns3 size={14} aria-hidden />
              </Link>
            )}
          </div>
        ))}
      </div>
      {isBeside(chart) && (
        <div role="row" aria-rowindex={3}>
          {drawn.map(({ index, start, size }) => {
            const column = columns[index];
            return (
              <div
                key={index}
                role="columnheader"
                aria-colindex={index + 2}
                className="grid-head grid-wave-head"
                style={{ top: MAIN_PX + SUB_PX, height: WAVE_PX, left: left + start, width: size }}
              >
                {column?.kind === "column" ? column.waveName : ""}
              </div>
            );
          })}
        </div>
      )}
    </>
  );
}

/** The heads of the chart of one case: its waves, with what is known of it in each. */
function CaseHeads({ chart, drawn, left }: HeadsProps) {
  return (
    <div role="row" aria-rowindex={1}>
      <div role="columnheader" className="grid-corner" style={{ width: left, height: CASE_WAVE_PX }}>
        Theme
      </div>
      {drawn.map(({ index, start, size }) => {
        const column = chart.columns[index];
        if (column?.kind !== "wave") return null;
        return (
          <div
            key={index}
            role="columnheader"
            aria-colindex={index + 2}
            className="grid-head"
            style={{ top: 0, height: CASE_WAVE_PX, left: left + start, width: size }}
          >
            {column.name === "" ? "All that was said" : column.name}
            <span className="grid-row-about grid-head-about" title={column.why === null ? column.about : gapInWords(column.why)}>{column.why === null ? column.about : gapInWords(column.why)}</span>
          </div>
        );
      })}
    </div>
  );
}

export interface HeadsProps {
  skeleton: Skeleton;
  chart: Arrangement;
  /** The columns near the window, as the virtualizer places them. */
  drawn: readonly Drawn[];
  /** Where the columns begin: how wide the heads of rows are. */
  left: number;
  onFold: (theme: number) => void;
}

/** The heads of the columns near the window. */
export function GridHeads(props: HeadsProps) {
  return headRows(props.chart) === 1 ? <CaseHeads {...props} /> : <ThemeHeads {...props} />;
}
