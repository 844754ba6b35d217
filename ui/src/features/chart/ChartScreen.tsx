import { Button, Select, SegmentedControl, Title } from "@mantine/core";
import { PanelRight } from "lucide-react";
import { useMemo, useRef, useState } from "react";

import { api } from "@/api/client";
import { useCommands } from "@/shared/commands/commands";
import { FilterChips } from "@/shared/filters/FilterChips";
import { useFilters } from "@/shared/filters/useFilters";
import { usePageTitle } from "@/shared/page/Page";
import { Answered, Empty, Waiting } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";

import { CellPanel } from "./components/CellPanel";
import { ExportMenu } from "./components/ExportMenu";
import { Grid, type Height } from "./components/Grid";
import type { After } from "./components/NewStatement";
import { columnsOf, linesOf, moved, nextEmpty, placeAt, type Kept, type Spot } from "./model/grid";
import type { Skeleton } from "./model/types";
import { useCell, useSkeleton } from "./model/useChart";

const STEP: Readonly<Record<"down" | "right", string>> = { down: "ArrowDown", right: "ArrowRight" };

const KEPT: readonly Kept[] = ["draft", "charted", "returned", "reviewed", "look again"];

function useCursor(skeleton: Skeleton, folded: ReadonlySet<number>, kept: readonly string[]) {
  const wanted = kept.join("\n");
  const lines = useMemo(() => linesOf(skeleton, new Set(wanted === "" ? [] : wanted.split("\n"))), [skeleton, wanted]);
  const columns = useMemo(() => columnsOf(skeleton, folded), [skeleton, folded]);
  const [asked, setAsked] = useState<Spot>({ line: 0, column: 0 });
  const inside = { line: Math.min(asked.line, lines.length - 1), column: Math.min(asked.column, columns.length - 1) };
  const isHead = lines[inside.line]?.kind === "group";
  const spot = isHead ? { ...inside, line: Math.min(inside.line + 1, lines.length - 1) } : inside;
  return { lines, columns, spot, setSpot: setAsked };
}

function Matrix({ study, skeleton, height, panel, kept }: {
  study: string;
  skeleton: Skeleton;
  height: Height;
  panel: boolean;
  kept: readonly string[];
}) {
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const { lines, columns, spot, setSpot } = useCursor(skeleton, folded, kept);
  const place = placeAt(spot, lines, columns);
  const deeds = useCell(study, panel ? place : null);
  const field = useRef<HTMLTextAreaElement>(null);
  const grid = useRef<HTMLDivElement>(null);

  const toGrid = (): void => { grid.current?.querySelector<HTMLElement>('[role="grid"]')?.focus(); };
  const leave = (to: After): void => {
    if (to === "grid") toGrid();
    if (to !== "down" && to !== "right") return;
    const next = moved(spot, STEP[to], false, lines, columns.length);
    if (next !== null) setSpot(next);
  };
  const empty = (): void => {
    const next = nextEmpty(skeleton, lines, columns, spot);
    if (next !== null) setSpot(next);
  };
  useCommands(
    [
      { id: "chart.next", label: "Next empty cell", group: "Chart", keys: "n", sheetOnly: true, run: empty },
      { id: "chart.write", label: "Write in the cell", group: "Chart", keys: "Enter", sheetOnly: true, run: () => field.current?.focus() },
      { id: "chart.back", label: "From the cell back to the grid", group: "Chart", keys: "Escape", sheetOnly: true, run: toGrid },
      { id: "chart.layers", label: "Summary, verbatim, comment", group: "Chart", keys: "Alt+1…3", sheetOnly: true, run: () => undefined },
    ],
    [],
  );
  if (lines.length === 0) {
    return (
      <div style={{ padding: "1.5rem" }}>
        <Empty title="No row has such a cell">Take the filter off to see all of them.</Empty>
      </div>
    );
  }
  return (
    <>
      <div ref={grid} style={{ minWidth: 0, minHeight: 0 }}>
        <Grid
          study={study}
          skeleton={skeleton}
          lines={lines}
          columns={columns}
          spot={spot}
          height={height}
          deeds={{
            go: setSpot,
            write: (typed) => {
              const box = field.current;
              if (box === null) return;
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
            nextEmpty: empty,
          }}
        />
      </div>
      {panel && (
        <aside className="panel" aria-label="The cell">
          {place === null ? (
            <Empty title="No cell">This theme is folded; open it by its head.</Empty>
          ) : deeds.query.data !== undefined && deeds.query.data.case === place.case && deeds.query.data.theme === place.theme ? (
            <CellPanel
              key={`${String(place.case)} ${String(place.wave)} ${String(place.theme)}`}
              study={study}
              cell={deeds.query.data}
              place={place}
              deeds={deeds}
              field={field}
              onLeave={leave}
            />
          ) : (
            <Waiting what="Reading the cell" />
          )}
        </aside>
      )}
    </>
  );
}

/** The framework matrix: cases by sub-themes, a cell's words beside it. */
export default function ChartScreen() {
  const study = useStudy();
  const filters = useFilters();
  const themes = filters.values("theme").map(Number);
  const group = filters.values("group");
  const query = useSkeleton(study, { themes, group, sort: filters.values("sort") });
  const whole = useSkeleton(study, { themes: [], group: [], sort: [] });
  const [height, setHeight] = useState<Height>("middle");
  const [panel, setPanel] = useState(true);
  usePageTitle("Chart");
  const facets = useMemo(
    () => [
      {
        name: "theme",
        label: "Themes",
        choices: (whole.data?.themes ?? []).map((theme) => ({ value: String(theme.theme), label: `${theme.number} ${theme.name}` })),
      },
      { name: "state", label: "Rows with", choices: KEPT.map((value) => ({ value, label: value })) },
    ],
    [whole.data],
  );
  const known = api.useQuery("get", "/api/studies/{study}/attributes", { params: { path: { study } } });
  const attributes = (known.data ?? []).map((attribute) => attribute.name);
  return (
    <div className="chart" data-panel={panel}>
      <header className="chart-head">
        <Title order={1}>Chart</Title>
        <FilterChips facets={facets} />
        <Select
          size="xs"
          aria-label="Group rows by"
          placeholder="Group rows by …"
          data={attributes}
          value={group[0] ?? null}
          onChange={(value) => { filters.set("group", value ?? ""); }}
          clearable
          w={170}
        />
        <Select
          size="xs"
          aria-label="Sort rows by"
          placeholder="Sort rows by …"
          data={attributes}
          value={filters.value("sort") || null}
          onChange={(value) => { filters.set("sort", value ?? ""); }}
          clearable
          w={160}
        />
        <SegmentedControl
          size="xs"
          aria-label="Height of rows"
          data={[
            { value: "low", label: "Low" },
            { value: "middle", label: "Middle" },
            { value: "high", label: "High" },
          ]}
          value={height}
          onChange={(value) => { setHeight(value as Height); }}
        />
        <span style={{ marginLeft: "auto" }} />
        <ExportMenu study={study} themes={themes} group={group} />
        <Button size="compact-sm" variant="default" aria-pressed={panel} onClick={() => { setPanel(!panel); }} leftSection={<PanelRight size={15} aria-hidden />}>
          {panel ? "Hide the words" : "Show the words"}
        </Button>
      </header>
      <Answered query={query} what="Reading the chart">
        {(skeleton) =>
          skeleton.rows.length === 0 || skeleton.themes.length === 0 ? (
            <div style={{ padding: "1.5rem" }}>
              <Empty title="No matrix yet">It needs cases for its rows and themes for its columns.</Empty>
            </div>
          ) : (
            <Matrix study={study} skeleton={skeleton} height={height} panel={panel} kept={filters.values("state")} />
          )
        }
      </Answered>
    </div>
  );
}
