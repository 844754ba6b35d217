import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { Fragment, useState } from "react";
import { Link } from "react-router";

import { api } from "@/api/client";
import { Answered } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";

import { asksMore, cellAt, requirement } from "../model/placing";
import type { CaseType, Cell, Dimension, Typology } from "../model/types";
import type { Working } from "../model/useTypology";

interface Props {
  study: string;
  now: Typology;
  working: Working;
  reading: boolean;
}

/** Two dimensions crossed, the cases in the cells; and the types with what they require. */
export function CrossingTable({ study, now, working, reading }: Props) {
  const [chosen, setChosen] = useState<{ rows: number | null; columns: number | null }>({ rows: null, columns: null });
  const [first, second] = now.dimensions;
  const rows = now.dimensions.find((one) => one.k === chosen.rows) ?? first;
  const columns = now.dimensions.find((one) => one.k === chosen.columns && one.k !== rows?.k) ?? (rows?.k === second?.k ? first : second);
  if (rows === undefined || columns === undefined) return null;
  const choices = now.dimensions.map((one) => ({ value: String(one.k), label: one.name }));
  return (
    <>
      {now.dimensions.length > 2 && (
        <Group gap="sm" mb="xs">
          <NativeSelect size="xs" label="Down" data={choices} value={String(rows.k)} onChange={(event) => { setChosen({ rows: Number(event.currentTarget.value), columns: columns.k }); }} />
          <NativeSelect size="xs" label="Across" data={choices.filter((one) => one.value !== String(rows.k))} value={String(columns.k)} onChange={(event) => { setChosen({ rows: rows.k, columns: Number(event.currentTarget.value) }); }} />
        </Group>
      )}
      <Crossed study={study} now={now} working={working} reading={reading} rows={rows} columns={columns} />
      <Types now={now} working={working} reading={reading} />
    </>
  );
}

function Crossed({ study, now, working, reading, rows, columns }: Props & { rows: Dimension; columns: Dimension }) {
  const query = api.useQuery("get", "/api/studies/{study}/typologies/{typology}/crossing", { params: { path: { study, typology: now.k }, query: { rows: rows.k, columns: columns.k } } });
  return (
    <Answered query={query} what="Crossing the dimensions">
      {({ cells }) => (
        <div className="ty-scroll" tabIndex={0} role="region" aria-label={`${rows.name} by ${columns.name}`}>
          <table className="ty-crossing">
            <thead>
              <tr><th scope="col">{rows.name} ↓ {columns.name} →</th>{columns.values.map((value) => <th key={value.k} scope="col">{value.name}</th>)}</tr>
            </thead>
            <tbody>
              {rows.values.map((row) => (
                <tr key={row.k}>
                  <th scope="row">{row.name}</th>
                  {columns.values.map((column) => {
                    const cell = cellAt(cells, row.k, column.k);
                    const values = [{ dimension: rows.k, value: row.k }, { dimension: columns.k, value: column.k }];
                    return cell === undefined ? <td key={column.k} /> : <CrossedCell key={column.k} called={`${row.name}, ${column.name}`} values={values} cell={cell} now={now} working={working} reading={reading} />;
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Answered>
  );
}

function CrossedCell({ called, values, cell, now, working, reading }: { called: string; values: { dimension: number; value: number }[]; cell: Cell; now: Typology; working: Working; reading: boolean }) {
  const [name, setName] = useState<string | null>(null);
  const types = now.types.filter((one) => cell.types.includes(one.k));
  const crossed = values.map((one) => one.dimension);
  const whole = types.filter((one) => !asksMore(one, now.dimensions, crossed));
  return (
    <td data-empty={cell.cases.length === 0}>
      {types.map((one) => <TypeName key={one.k} type={one} part={!whole.includes(one)} />)}
      {whole.length > 1 && <p className="ty-mark">in {whole.length} types; a case belongs to one only</p>}
      <p className="ty-who">{cell.cases.length === 0 ? "empty" : <Cases now={now} names={cell.cases} />}</p>
      {!reading && whole.length === 0 && name === null && <Button size="compact-xs" variant="subtle" aria-label={`Name the type at ${called}`} onClick={() => { setName(""); }}>Name the type</Button>}
      {name !== null && (
        <form className="ty-name" onSubmit={(event) => { event.preventDefault(); if (name.trim() !== "") working.nameType.mutate({ name, values }, { onSuccess: () => { setName(null); } }); }}>
          <TextInput size="xs" autoFocus aria-label={`Name of the type at ${called}`} value={name} onChange={(event) => { setName(event.currentTarget.value); }} onKeyDown={(event) => { if (event.key === "Escape") setName(null); }} />
          <Button size="compact-sm" type="submit" disabled={name.trim() === ""}>Name it</Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => { setName(null); }}>Not now</Button>
        </form>
      )}
    </td>
  );
}

/** Cases by name, each leading to its row of the chart and from there to its words. */
function Cases({ now, names }: { now: Typology; names: readonly string[] }) {
  const study = useStudy();
  const keys = new Map(now.cases.map((one) => [one.name, one.case]));
  return (
    <>
      {names.length}:{" "}
      {names.map((name, n) => {
        const k = keys.get(name);
        return <Fragment key={name}>{n > 0 && ", "}{k === undefined ? name : <Link to={`/s/${encodeURIComponent(study)}/chart/case/${String(k)}`}>{name}</Link>}</Fragment>;
      })}
    </>
  );
}

function TypeName({ type, part }: { type: CaseType; part: boolean }) {
  return (
    <p className="ty-type">
      {type.name}{part && <span className="ty-said"> in part</span>} {type.single && <span className="ty-mark">one case only</span>}
    </p>
  );
}

function Types({ now, working, reading }: { now: Typology; working: Working; reading: boolean }) {
  if (now.types.length === 0) return <p className="ty-facts">No type is named yet. A type is a combination with a name.</p>;
  return (
    <section aria-label="Types">
      <h2>Types</h2>
      <table className="quiet-table">
        <thead><tr><th scope="col">Type</th><th scope="col">Requires</th><th scope="col">Cases</th></tr></thead>
        <tbody>
          {now.types.map((one) => (
            <tr key={one.k}>
              <td><b>{one.name}</b> {one.single && <span className="ty-mark">one case only</span>}</td>
              <td>{requirement(one, now.dimensions)}</td>
              <td>
                {one.cases.length === 0 ? "none" : <Cases now={now} names={one.cases} />}{" "}
                {!reading && <Button size="compact-xs" variant="subtle" color="gray" aria-label={`Take the name away: ${one.name}`} onClick={() => { working.removeType.mutate(one.k); }}>Take the name away</Button>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
