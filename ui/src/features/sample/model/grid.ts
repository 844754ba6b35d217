import type { Attribute, Case, Grid, HowKnown, Value } from "./types";

/** A column of the grid: what every case has, or an attribute. */
export type Column = { kind: "name" | "kind" | "status" } | { kind: "attribute"; attribute: Attribute };

export interface Spot {
  row: number;
  column: number;
}

export const KINDS = ["person", "pair", "group", "team", "site", "organisation", "document"] as const;
export const STATUSES = ["approached", "agreed", "took part", "declined", "withdrew"] as const;
export const TYPES = ["text", "whole number", "decimal", "true/false", "date", "category", "ordered category"] as const;
export const HOW: readonly HowKnown[] = ["told", "recorded", "estimated"];
const PAGE_ROWS = 12;
const BOOLEAN: Readonly<Record<string, string>> = { true: "yes", false: "no" };

export function columnsOf(grid: Grid): Column[] {
  return [{ kind: "name" }, { kind: "kind" }, { kind: "status" }, ...grid.attributes.map((attribute) => ({ kind: "attribute" as const, attribute }))];
}

export function headOf(column: Column): string {
  return column.kind === "attribute" ? column.attribute.name : { name: "Case", kind: "Kind", status: "Recruitment" }[column.kind];
}

/** Wide enough for what a column holds, in pixels. */
export function widthOf(column: Column): number {
  if (column.kind === "name") return 168;
  if (column.kind !== "attribute") return 116;
  const { type, levels, name } = column.attribute;
  const longest = Math.max(name.length + 3, ...levels.map((level) => level.length));
  if (type === "text") return 210;
  return Math.min(250, Math.max(type === "date" ? 116 : 92, longest * 7.2 + 30));
}

export type Values = ReadonlyMap<string, Value>;

export function placeOf(attribute: number, owner: number, wave: number): string {
  return [attribute, owner, wave].join(" ");
}

export function valuesOf(grid: Grid): Values {
  return new Map(grid.values.map((value) => [placeOf(value.attribute, value.owner, value.wave), value]));
}

/** The wave that a value is kept under: 0 unless the attribute varies by wave. */
export function waveOf(attribute: Attribute, wave: number): number {
  return attribute.per_wave ? wave : 0;
}

export function valueAt(values: Values, row: Case, attribute: Attribute, wave: number): Value | undefined {
  return values.get(placeOf(attribute.k, row.k, waveOf(attribute, wave)));
}

/** What a cell holds, as it is edited. */
export function textAt(values: Values, row: Case, column: Column, wave: number): string {
  if (column.kind === "attribute") return valueAt(values, row, column.attribute, wave)?.value ?? "";
  if (column.kind === "name") return row.name;
  return column.kind === "kind" ? row.kind : (row.status ?? "");
}

/** The same as a person reads it. */
export function readable(text: string, column: Column): string {
  return column.kind === "attribute" && column.attribute.type === "true/false" ? (BOOLEAN[text] ?? text) : text;
}

/** What can be chosen in a cell; null where it is typed. */
export function choicesOf(column: Column): readonly { value: string; label: string }[] | null {
  const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  if (column.kind === "status") return same(STATUSES);
  if (column.kind !== "attribute") return null;
  const { type, levels } = column.attribute;
  if (type === "true/false") return [{ value: "", label: "" }, { value: "true", label: "yes" }, { value: "false", label: "no" }];
  return type === "category" || type === "ordered category" ? [{ value: "", label: "" }, ...same(levels)] : null;
}

/** Why a cell takes no value, "" if it does. */
export function closed(row: Case, column: Column, wave: number): string {
  if (column.kind === "kind") return "The kind of a case stays as it was added.";
  if (column.kind === "status" && row.status === null) return `“${row.name}” is a ${row.kind} and no participant.`;
  if (column.kind === "attribute" && column.attribute.per_wave && wave === 0) return `“${column.attribute.name}” varies by wave; add a wave first.`;
  return "";
}

/** Where a key leads, null if it leads nowhere. */
export function moved(spot: Spot, key: string, ctrl: boolean, rows: number, columns: number): Spot | null {
  const last = { row: rows - 1, column: columns - 1 };
  const to: Readonly<Record<string, Spot>> = {
    ArrowUp: { ...spot, row: ctrl ? 0 : spot.row - 1 },
    ArrowDown: { ...spot, row: ctrl ? last.row : spot.row + 1 },
    ArrowLeft: { ...spot, column: ctrl ? 0 : spot.column - 1 },
    ArrowRight: { ...spot, column: ctrl ? last.column : spot.column + 1 },
    PageUp: { ...spot, row: spot.row - PAGE_ROWS },
    PageDown: { ...spot, row: spot.row + PAGE_ROWS },
    Home: { row: ctrl ? 0 : spot.row, column: 0 },
    End: { row: ctrl ? last.row : spot.row, column: last.column },
  };
  const found = to[key];
  if (found === undefined) return null;
  return { row: Math.max(0, Math.min(last.row, found.row)), column: Math.max(0, Math.min(last.column, found.column)) };
}

/** Cases that fit what is chosen: a kind, and for each attribute one of its values ("-" for none). */
export function fitting(grid: Grid, values: Values, chosen: (name: string) => readonly string[], wave: number): Case[] {
  const kinds = chosen("kind");
  const asked = grid.attributes.map((attribute) => ({ attribute, wanted: chosen(`a${String(attribute.k)}`) })).filter(({ wanted }) => wanted.length > 0);
  return grid.cases.filter(
    (row) =>
      (kinds.length === 0 || kinds.includes(row.kind)) &&
      asked.every(({ attribute, wanted }) => wanted.includes(valueAt(values, row, attribute, wave)?.value ?? "-")),
  );
}

export interface PastedValue {
  case: number;
  attribute: number;
  wave: number;
  value: string;
}

export interface PastedBlock {
  values: PastedValue[];
  /** Texts that fell beside the grid or on columns that are not attributes. */
  outside: number;
}

/** Lines and cells of what a spreadsheet puts on the clipboard; cells in quotes may hold line ends. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const cell = found[1]?.replaceAll('""', '"') ?? found[2] ?? "";
    rows.at(-1)?.push(cell.trim());
    if (found[3] === "") break;
    if (found[3] !== "\t") rows.push([]);
  }
  const last = rows.at(-1);
  if (rows.length > 1 && last?.length === 1 && last[0] === "") rows.pop();
  return rows;
}

/** A block of text as values from an active cell on, over the cases that are shown. */
export function blockAt(text: string, spot: Spot, rows: readonly Case[], columns: readonly Column[], wave: number): PastedBlock {
  const values: PastedValue[] = [];
  let outside = 0;
  cellsOf(text).forEach((line, down) => {
    line.forEach((value, across) => {
      if (value === "") return;
      const row = rows[spot.row + down];
      const column = columns[spot.column + across];
      if (row === undefined || column?.kind !== "attribute") outside += 1;
      else values.push({ case: row.k, attribute: column.attribute.k, wave: waveOf(column.attribute, wave), value });
    });
  });
  return { values, outside };
}
