import { Text } from "@mantine/core";

import type { components } from "@/api/schema";

type Table = components["schemas"]["TableShown"];

/** A day, which would be broken at its hyphens. */
const UNBROKEN = /^\d{4}-\d\d-\d\d( \d\d:\d\d)?$/;

function lay(words: string): string | undefined {
  if (UNBROKEN.test(words)) return "unbroken";
  return words.includes("\n") ? "lines" : undefined;
}

/** A table of results as the engine gives it: its columns, rows and the note that a reader must know. */
export function QuietTable({ table, caption = false }: { table: Table; caption?: boolean }) {
  const numeric = table.columns.map((_name, at) => table.values.every((row) => row[at] === null || typeof row[at] === "number"));
  return (
    <>
      <table className="quiet-table">
        {caption && table.title !== "" && <caption style={{ textAlign: "left" }}>{table.title}</caption>}
        <thead>
          <tr>
            {table.columns.map((name, at) => (
              <th key={name} scope="col" className={numeric[at] === true ? "number" : undefined}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.values.map((row, n) => (
            // A table of results has no keys; its rows never move.
            <tr key={n}>
              {row.map((value, at) => (
                <td key={table.columns[at]} className={numeric[at] === true ? "number" : typeof value === "string" ? lay(value) : undefined}>{value === null ? "" : String(value)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.note !== "" && <Text size="sm" c="dimmed" mt="xs">{table.note}</Text>}
    </>
  );
}
