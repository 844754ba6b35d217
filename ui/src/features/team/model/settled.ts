import type { components } from "@/api/schema";

export type Disagreement = components["schemas"]["DisagreementShown"];
export type Settling = components["schemas"]["DisagreementSettled"];

/** The disagreements in one state; all of them for "". */
export function inState(items: readonly Disagreement[], state: string): Disagreement[] {
  if (state === "") return [...items];
  return items.filter((item) => (state === "open" ? item.standing !== "settled" : item.standing === state));
}

/** The number of those that wait to be settled. */
export function waiting(items: readonly Disagreement[]): number {
  return inState(items, "open").length;
}

/** The next disagreement that waits behind one, round to the first; null if none does. */
export function nextWaiting(items: readonly Disagreement[], after: string): Disagreement | null {
  const at = items.findIndex((item) => item.item === after);
  const order = [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))];
  return order.find((item) => item.standing !== "settled") ?? null;
}
