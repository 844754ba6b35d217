import type { CaseType, Cell, Dimension, Place, PlacedCase } from "./types";

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
