import type { CaseType, Cell, Dimension, Place, PlacedCase, Typology } from "./types";

/** What names a case in its wave. */
export function unitOf(one: { case: number; wave: number }): string {
  return `${String(one.case)} ${String(one.wave)}`;
}

/** The cases, those that are not placed once on every dimension first; else in their order. */
export function openFirst(cases: readonly PlacedCase[]): PlacedCase[] {
  return [...cases.filter((one) => one.open), ...cases.filter((one) => !one.open)];
}

/** The cases in an order that was shown before; those that it does not know come last. */
export function inOrder(cases: readonly PlacedCase[], shown: readonly string[]): PlacedCase[] {
  const at = new Map(shown.map((unit, n) => [unit, n]));
  return [...cases].sort((a, b) => (at.get(unitOf(a)) ?? shown.length) - (at.get(unitOf(b)) ?? shown.length));
}

type Unit = Pick<PlacedCase, "case" | "wave">;

/** The typology with a case put on a value of a dimension, null: on none; what follows from it the server says. */
export function withPlaced(now: Typology, unit: Unit, dimension: number, value: number | null): Typology {
  return withPlace(now, unit, dimension, { values: value === null ? [] : [value], why: value === null ? "not placed" : null });
}

/** The typology with the revision that a place got when the server answered. */
export function withRev(now: Typology, unit: Unit, dimension: number, rev: number): Typology {
  return withPlace(now, unit, dimension, { rev });
}

function withPlace(now: Typology, unit: Unit, dimension: number, news: Partial<Place>): Typology {
  const put = (place: Place): Place => (place.dimension === dimension ? { ...place, ...news } : place);
  const cases = now.cases.map((one) => {
    if (one.case !== unit.case || one.wave !== unit.wave) return one;
    const places = one.places.map(put);
    return { ...one, places, open: places.some((place) => place.why !== null) };
  });
  return { ...now, cases };
}

/** Where a case stands on a dimension, in words. */
export function standing(dimension: Dimension, values: readonly number[]): string {
  return values.length === 0 ? "not placed" : named(dimension, values, "and");
}

/** The names of values, joined by a word. */
export function named(dimension: Dimension, values: readonly number[], word: string): string {
  return dimension.values.filter((value) => values.includes(value.k)).map((value) => value.name).join(` ${word} `);
}

/** What is to be known about a place beside the value itself; "" for nothing. */
export function remark(dimension: Dimension, place: Place): string {
  if (place.values.length > 1) return `placed twice: ${named(dimension, place.values, "and")}`;
  return place.values.length === 0 && place.said.length > 0 ? `elements speak for: ${named(dimension, place.said, "or")}` : "";
}

/** The cell of a crossing at a pair of values. */
export function cellAt(cells: readonly Cell[], row: number, column: number): Cell | undefined {
  return cells.find((cell) => cell.values[0] === row && cell.values[1] === column);
}

/** What a type asks for, in words. */
export function requirement(type: CaseType, dimensions: readonly Dimension[]): string {
  return dimensions
    .map((dimension) => ({ name: dimension.name, values: named(dimension, type.admits, "or") }))
    .filter((one) => one.values !== "")
    .map((one) => `${one.name}: ${one.values}`)
    .join("; ");
}

/** Whether a type also asks for something on dimensions that are not crossed, so that a cell is in it in part. */
export function asksMore(type: CaseType, dimensions: readonly Dimension[], crossed: readonly number[]): boolean {
  return dimensions.some((dimension) => !crossed.includes(dimension.k) && dimension.values.some((value) => type.admits.includes(value.k)));
}
