import { shade } from "../model/longitudinal";
import type { Table } from "../model/types";

/** A table of counts: each count above nothing is a button that opens its words. The first two columns name the row. */
export function Counts({ table, label, open, chosen }: { table: Table; label: string; open: (row: number, column: number) => void; chosen: string }) {
  const isTotalled = table.columns.at(-1) === "total";
  const most = Math.max(0, ...table.values.flatMap((row) => row.slice(2, isTotalled ? -1 : undefined).filter((value): value is number => typeof value === "number")));
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={label}>
      <table className="quiet-table counts">
        <thead><tr>{table.columns.map((name, at) => <th key={name} scope="col" className={at < 2 ? undefined : "number"}>{name}</th>)}</tr></thead>
        <tbody>
          {table.values.map((row, n) => (
            <tr key={String(row[0])}>
              <td>{row[0]}</td>
              <th scope="row">{row[1]}</th>
              {row.slice(2).map((value, at) => (
                <td key={table.columns[at + 2]} className="number" data-shade={isTotalled && at === row.length - 3 ? 0 : shade(value, most)}>
                  {typeof value === "number" && value > 0 ? (
                    <button type="button" className="count-open" aria-pressed={chosen === `${String(n)} ${String(at + 2)}`} aria-label={`${String(row[1])}, ${table.columns[at + 2] ?? ""}: ${String(value)}, open the words`} onClick={() => { open(n, at + 2); }}>{value}</button>
                  ) : (value === null ? "" : String(value))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
