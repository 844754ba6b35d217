import { Button, SegmentedControl, Select, Text } from "@mantine/core";
import { ClipboardPaste, Columns3, Plus } from "lucide-react";
import { useMemo, useState } from "react";

import { firstMade } from "@/api/made";
import { Problem, wordsOf } from "@/api/problem";
import { useCommands } from "@/shared/commands/commands";
import { FilterChips, type Facet } from "@/shared/filters/FilterChips";
import { useFilters } from "@/shared/filters/useFilters";
import { Empty } from "@/shared/page/States";
import { Changing, OnlyNow, useReadsPast } from "@/shared/page/past";
import { tell } from "@/shared/page/tell";
import { counted } from "@/shared/page/when";

import { choicesOf, closed, columnsOf, fitting, headOf, HOW, KINDS, moved, textAt, valueAt, valuesOf, waveOf, type Column, type Spot } from "../model/grid";
import type { Case, Grid, HowKnown, Value } from "../model/types";
import type { CaseDeeds } from "../model/useCases";
import { CaseGrid, cellId, type RefusedText } from "./CaseGrid";
import type { Leave } from "./CellEditor";
import { SampleDialog, type Dialog } from "./dialogs";
import { PasteDialog } from "./PasteDialog";

const STEP: Readonly<Record<Exclude<Leave, "stay">, string>> = { down: "ArrowDown", right: "ArrowRight", left: "ArrowLeft" };

function facetsOf(grid: Grid, rows: readonly Case[]): Facet[] {
  const kinds = KINDS.filter((kind) => grid.cases.some((each) => each.kind === kind));
  const sorted = grid.attributes.filter((attribute) => attribute.levels.length > 0 || attribute.type === "true/false");
  return [
    { name: "kind", label: "Kind", choices: kinds.map((kind) => ({ value: kind, label: kind, count: rows.filter((row) => row.kind === kind).length })) },
    ...sorted.map((attribute) => ({
      name: `a${String(attribute.k)}`,
      label: attribute.name,
      choices: [...(choicesOf({ kind: "attribute", attribute }) ?? []).filter((choice) => choice.value !== ""), { value: "-", label: "not recorded" }],
    })),
  ];
}

/** What a person is told of a refusal beside the cell; what somebody else wrote meanwhile is shown with it. */
function wordsBeside(error: unknown): string {
  if (!(error instanceof Problem) || error.status !== 412) return wordsOf(error);
  const now = error.current as Partial<Value & Case> | null;
  const there = now?.value ?? now?.name;
  return there === undefined ? "Meanwhile this was taken away by somebody else; Enter twice keeps yours." : `Meanwhile somebody else wrote “${there}”; Enter twice keeps yours in its place.`;
}

function useEditing(deeds: CaseDeeds, place: { row: Case; column: Column } | null, values: ReadonlyMap<string, Value>, wave: number) {
  const [opened, setOpened] = useState<string | null>(null);
  const [refused, setRefused] = useState<ReadonlyMap<string, RefusedText>>(new Map());
  const mark = (id: string, told: RefusedText | null): void => {
    setRefused((known) => {
      const next = new Map(known);
      if (told === null) next.delete(id);
      else next.set(id, told);
      return next;
    });
  };
  const write = (row: Case, column: Column, text: string, how?: HowKnown): void => {
    const id = cellId(row, column, wave);
    const answer = { onSuccess: () => { mark(id, null); }, onError: (error: unknown) => { mark(id, { text, words: wordsBeside(error) }); } };
    if (column.kind === "name") deeds.rename.mutate({ row, name: text }, answer);
    if (column.kind === "status") deeds.setStatus.mutate({ row, status: text as NonNullable<Case["status"]> }, answer);
    if (column.kind !== "attribute") return;
    const before = valueAt(values, row, column.attribute, wave);
    const edit = { case: row.k, attribute: column.attribute.k, wave: waveOf(column.attribute, wave), value: text };
    deeds.setValue.mutate({ ...edit, how: how ?? before?.how_known ?? "recorded", rev: before?.rev ?? null }, answer);
  };
  const stands = place === null ? "" : textAt(values, place.row, place.column, wave);
  const keep = (text: string): void => {
    setOpened(null);
    if (place === null) return;
    if (text.trim() === stands) mark(cellId(place.row, place.column, wave), null);
    else write(place.row, place.column, text);
  };
  const open = (begin: string | null): void => {
    if (place === null) return;
    const why = closed(place.row, place.column, wave);
    if (why !== "") { tell(why); return; }
    const typed = choicesOf(place.column) === null ? begin : null;
    setOpened(typed ?? refused.get(cellId(place.row, place.column, wave))?.text ?? stands);
  };
  const drop = (): void => {
    setOpened(null);
    if (place !== null) mark(cellId(place.row, place.column, wave), null);
  };
  const clear = (): void => { if (place?.column.kind === "attribute" && stands !== "") write(place.row, place.column, ""); };
  return { opened, refused, open, keep, drop, clear, write };
}

function focusGrid(): void {
  document.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
}

/** The cases of the study and what is known of them, to be read, narrowed, edited and pasted into. */
export function CasesView({ study, grid, deeds }: { study: string; grid: Grid; deeds: CaseDeeds }) {
  const isPast = useReadsPast();
  const filters = useFilters();
  const [asked, setAsked] = useState<Spot>({ row: 0, column: 0 });
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [pasted, setPasted] = useState<string | null>(null);
  const wave = Number(filters.value("wave") || (grid.waves[0]?.k ?? 0));
  const varying = grid.waves.length > 0 && grid.attributes.some((attribute) => attribute.per_wave);
  const values = useMemo(() => valuesOf(grid), [grid]);
  const columns = useMemo(() => columnsOf(grid), [grid]);
  const rows = fitting(grid, values, filters.values, wave);
  const made = firstMade(deeds.addCase.data, "kase");
  const [seen, setSeen] = useState(made);
  const madeAt = made === seen ? -1 : rows.findIndex((each) => each.k === made);
  if (madeAt >= 0) {
    // A case that was added is where one goes on.
    setSeen(made);
    setAsked({ row: madeAt, column: 0 });
  }
  const spot = { row: Math.max(0, Math.min(asked.row, rows.length - 1)), column: Math.min(asked.column, columns.length - 1) };
  const row = rows[spot.row];
  const column = columns[spot.column];
  const place = row === undefined || column === undefined ? null : { row, column };
  const editing = useEditing(deeds, place, values, wave);
  const attribute = column?.kind === "attribute" ? column.attribute : null;
  const value = row === undefined || attribute === null ? undefined : valueAt(values, row, attribute, wave);

  useCommands(
    [
      { id: "sample.case", label: "Add a case", group: "Sample", changes: true, run: () => { setDialog({ kind: "case" }); } },
      { id: "sample.attribute", label: "Add an attribute", group: "Sample", changes: true, run: () => { setDialog({ kind: "attribute" }); } },
      { id: "sample.paste", label: "Paste from a spreadsheet", group: "Sample", keys: "Ctrl+V", sheetOnly: true, changes: true, run: () => { setPasted(""); } },
      { id: "sample.edit", label: "Edit the cell", group: "Sample", keys: "Enter", sheetOnly: true, changes: true, run: () => { editing.open(null); } },
      { id: "sample.clear", label: "Empty the cell", group: "Sample", keys: "Delete", sheetOnly: true, changes: true, run: editing.clear },
    ],
    [],
  );
  const keep = (text: string, leave: Leave | null): void => {
    editing.keep(text);
    if (leave === null) return;
    focusGrid();
    const next = leave === "stay" ? null : moved(spot, STEP[leave], false, rows.length, columns.length);
    if (next !== null) setAsked(next);
  };
  return (
    <>
      <div className="sample-bar">
        <FilterChips facets={facetsOf(grid, grid.cases)} />
        {varying && (
          <Select size="xs" w={160} aria-label="Wave of values that vary" data={grid.waves.map((each) => ({ value: String(each.k), label: each.name }))} value={String(wave)} onChange={(chosen) => { filters.set("wave", chosen ?? ""); }} allowDeselect={false} />
        )}
        <div className="end"><OnlyNow>
          <Button size="compact-sm" variant="default" leftSection={<Plus size={14} aria-hidden />} onClick={() => { setDialog({ kind: "case" }); }}>Add a case</Button>
          <Button size="compact-sm" variant="default" leftSection={<Columns3 size={14} aria-hidden />} onClick={() => { setDialog({ kind: "attribute" }); }}>Add an attribute</Button>
          <Button size="compact-sm" variant="default" leftSection={<ClipboardPaste size={14} aria-hidden />} disabled={attribute === null && grid.attributes.length === 0} onClick={() => { setPasted(""); }}>Paste a block</Button>
        </OnlyNow></div>
      </div>
      {rows.length === 0 ? (
        <div style={{ padding: "0 1.25rem" }}>
          <Empty title={grid.cases.length === 0 ? "No cases yet" : "No case fits the filters"}>
            <Text>{grid.cases.length === 0 ? "Cases come with the sources, or are added here." : "Take a filter off to see more."}</Text>
          </Empty>
        </div>
      ) : (
        <CaseGrid
          rows={rows}
          columns={columns}
          values={values}
          wave={wave}
          spot={spot}
          opened={editing.opened}
          refused={editing.refused}
          deeds={{
            go: (to) => { setAsked(to); },
            open: isPast ? () => undefined : editing.open,
            keep,
            drop: () => { editing.drop(); focusGrid(); },
            clear: isPast ? () => undefined : editing.clear,
            paste: isPast ? () => undefined : setPasted,
          }}
        />
      )}
      {place !== null && (
        <div className="sample-bar" role="group" aria-label="The active cell">
          <Text size="sm"><strong>{place.row.name}</strong> · {headOf(place.column)}{attribute === null ? "" : `, ${attribute.type}`}</Text>
          {attribute !== null && (
            <Changing><SegmentedControl
              size="xs"
              aria-label="How the value is known"
              data={HOW.map((how) => ({ value: how, label: how }))}
              value={value?.how_known ?? "recorded"}
              disabled={value === undefined}
              onChange={(how) => { if (value !== undefined && row !== undefined && column !== undefined) editing.write(row, column, value.value, how as HowKnown); }}
            /></Changing>
          )}
          <div className="end">
            <Text size="sm" c="dimmed">{counted(rows.length, "case")}{rows.length < grid.cases.length ? ` of ${String(grid.cases.length)}` : ""}</Text>
            <OnlyNow>
              {attribute !== null && <Button size="compact-sm" variant="subtle" onClick={() => { setDialog({ kind: "edit", attribute }); }}>Edit “{attribute.name}”</Button>}
              <Button size="compact-sm" variant="subtle" onClick={() => { deeds.removeCase.mutate(place.row); }}>Remove “{place.row.name}”</Button>
            </OnlyNow>
          </div>
        </div>
      )}
      <SampleDialog dialog={dialog} deeds={deeds} onClose={() => { setDialog(null); }} />
      {pasted !== null && <PasteDialog study={study} begin={pasted} spot={spot} rows={rows} columns={columns} wave={wave} deeds={deeds} onClose={() => { setPasted(null); }} />}
    </>
  );
}
