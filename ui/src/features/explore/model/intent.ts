import type { components } from "@/api/schema";

export type Intent = components["schemas"]["IntentShown"];
export type Row = components["schemas"]["ProvisionShown"];
export type Told = components["schemas"]["ToldShown"];
export type Piece = components["schemas"]["ToldPieceShown"];
export type Experienced = components["schemas"]["Experienced"];
export type Side = components["schemas"]["Side"];
/** Words of a source, by where they stand or as they stand there. */
export type WordsGiven = Pick<components["schemas"]["ToldWordsGiven"], "source" | "start" | "end" | "quote">;

export const EXPERIENCED: readonly Experienced[] = ["as intended", "diluted", "exceeded", "contradicted", "unknown to staff"];
export const SIDES: readonly { value: Side; label: string }[] = [
  { value: "for", label: "For it" },
  { value: "against", label: "Against it" },
  { value: "qualifies", label: "Qualifies it" },
];

/** What a group tells of a provision, null for nothing. */
export function toldBy(chart: Intent, provision: number, group: string): Told | null {
  const row = chart.rows.find((each) => each.k === provision);
  return row?.cells[chart.groups.indexOf(group)] ?? null;
}

/** The chart with what a group tells put in its cell; null takes it out. What it rests on stays. */
export function withTold(chart: Intent, provision: number, group: string, said: { value: Experienced; text: string } | null): Intent {
  const at = chart.groups.indexOf(group);
  const put = (cell: Told | null): Told | null => (said === null ? null : { k: 0, rev: 0, evidence: [], ...cell, ...said });
  return { ...chart, rows: chart.rows.map((row) => (row.k === provision ? { ...row, cells: row.cells.map((cell, n) => (n === at ? put(cell) : cell)) } : row)) };
}

/** The chart with the revision that a cell got when the server answered. */
export function withToldRev(chart: Intent, provision: number, group: string, rev: number): Intent {
  const told = toldBy(chart, provision, group);
  if (told === null) return chart;
  const at = chart.groups.indexOf(group);
  return { ...chart, rows: chart.rows.map((row) => (row.k === provision ? { ...row, cells: row.cells.map((cell, n) => (n === at ? { ...told, rev } : cell)) } : row)) };
}

/** A cell in a sentence, to be held beside another one. */
export function toldInWords(told: { value: string; text: string } | null): string {
  if (told === null) return "nothing said";
  return told.text === "" ? told.value : `${told.value}: ${told.text}`;
}
