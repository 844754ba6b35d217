import type { components } from "./schema";

/** The key of the first record that a write made in a table; null where it made none, or nothing was written yet. */
export function firstMade(written: components["schemas"]["Written"] | undefined, table: string): number | null {
  const k = written?.made.find((one) => one.table === table)?.key[0];
  return typeof k === "number" ? k : null;
}
