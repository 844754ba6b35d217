import type { Evidence, Finding, Group, Output, Place, Side, Stance, Status } from "./types";

export const OUTPUTS: readonly Output[] = ["concept", "range and nature", "typology", "association", "explanation", "recommendation"];
export const STATUSES: readonly Status[] = ["draft", "ready", "dropped"];
export const STANCES: readonly Stance[] = ["holds", "with qualification", "contrary", "not asked", "silent"];
export const SIDES: readonly { side: Side; label: string; head: string }[] = [
  { side: "for", label: "For", head: "For it" },
  { side: "qualifies", label: "Qualifies", head: "Qualify it" },
  { side: "against", label: "Against", head: "Against it" },
];
/** The five lists, always shown; the others only where somebody stands in them. */
export const LISTS: readonly Group[] = ["holds", "with qualification", "contrary", "not asked", "silent"];
const OTHERS: readonly Group[] = ["to be placed", "not charted yet", "not applicable"];

/** The cases that the finding speaks of, list by list: what is to be placed first, since it asks for a person. */
export function listsOf(places: readonly Place[]): { group: Group; places: Place[] }[] {
  const inside = places.filter((place) => place.in_scope);
  const of = (group: Group): Place[] => inside.filter((place) => place.group === group);
  const others = OTHERS.map((group) => ({ group, places: of(group) })).filter((list) => list.places.length > 0);
  const [waiting, rest] = [others.filter((list) => list.group === "to be placed"), others.filter((list) => list.group !== "to be placed")];
  return [...waiting, ...LISTS.map((group) => ({ group, places: of(group) })), ...rest];
}

/** The cases that were charted and do not carry the claim: contrary, to be placed, silent. */
export function counterOf(places: readonly Place[]): Place[] {
  const wanted: readonly Group[] = ["contrary", "to be placed", "silent"];
  return wanted.flatMap((group) => places.filter((place) => place.in_scope && place.group === group));
}

/** The evidence that points one way. */
export function evidenceOn(finding: Finding, side: Side): Evidence[] {
  return finding.evidence.filter((one) => one.side === side);
}

/** The pieces of a statement, those that say how many marked. Positions count code points. */
export function marked(statement: string, quantifiers: readonly { start: number; end: number }[]): { words: string; says: boolean }[] {
  const points = Array.from(statement);
  const pieces: { words: string; says: boolean }[] = [];
  let at = 0;
  for (const { start, end } of quantifiers) {
    if (start > at) pieces.push({ words: points.slice(at, start).join(""), says: false });
    pieces.push({ words: points.slice(start, end).join(""), says: true });
    at = end;
  }
  if (at < points.length) pieces.push({ words: points.slice(at).join(""), says: false });
  return pieces;
}

/** Attributes with the values that a finding speaks of, from its links and the names of the attributes. */
export function whereOf(finding: Finding, nameOf: (attribute: number) => string | undefined): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { kind, about, value } of finding.speaks_of) {
    const name = kind === "attribute" ? nameOf(about) : undefined;
    if (name !== undefined) (found[name] ??= []).push(value);
  }
  return found;
}
