import { Button, Group, NumberInput, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";

import { Answered, Empty } from "@/shared/page/States";
import { Changing, OnlyNow } from "@/shared/page/past";
import { counted } from "@/shared/page/when";

import type { Grid, Table } from "../model/types";
import { useQuotas } from "../model/useSample";

const FIXED = 3;
const NEVER = "-";

function whereOf(table: Table, row: Table["values"][number]): Record<string, string> {
  const pairs = table.columns.slice(0, -FIXED).map((name, at) => [name, row[at]] as const);
  return Object.fromEntries(pairs.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}

function NewQuota({ grid, onSet }: { grid: Grid; onSet: (where: Record<string, string>, target: number | null, exists: boolean) => void }) {
  const sorted = grid.attributes.filter((attribute) => attribute.levels.length > 0);
  const [where, setWhere] = useState<Record<string, string>>({});
  const [target, setTarget] = useState<number | string>("");
  const chosen = Object.fromEntries(Object.entries(where).filter(([, value]) => value !== ""));
  const ready = Object.keys(chosen).length > 0;
  return (
    <OnlyNow><Group align="flex-end" gap="sm" role="group" aria-label="A quota">
      {sorted.map((attribute) => (
        <Select key={attribute.k} size="xs" w={170} label={attribute.name} placeholder="any" data={attribute.levels} value={where[attribute.name] || null} onChange={(value) => { setWhere({ ...where, [attribute.name]: value ?? "" }); }} clearable />
      ))}
      <NumberInput size="xs" w={90} label="Target" min={0} allowDecimal={false} value={target} onChange={setTarget} />
      <Button size="xs" variant="default" disabled={!ready || target === ""} onClick={() => { onSet(chosen, Number(target), true); }}>Set the quota</Button>
      <Button size="xs" variant="subtle" disabled={!ready} onClick={() => { onSet(chosen, null, false); }}>There can be nobody</Button>
    </Group></OnlyNow>
  );
}

/** One target, kept on leaving its field. */
function Target({ label, value, onKeep }: { label: string; value: number; onKeep: (target: number) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = (): void => {
    if (typed !== null && /^\d+$/.test(typed) && Number(typed) !== value) onKeep(Number(typed));
    setTyped(null);
  };
  return (
    <input
      className="small-select quota-target"
      style={{ width: "3.5rem", textAlign: "right" }}
      inputMode="numeric"
      aria-label={label}
      value={typed ?? String(value)}
      onChange={(event) => { setTyped(event.currentTarget.value); }}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === "Enter") keep();
        if (event.key === "Escape") setTyped(null);
      }}
    />
  );
}

/** The sampling frame: each quota with its target, what has been reached and what is missing. */
export default function QuotasView({ study, grid }: { study: string; grid: Grid }) {
  const { query, set, remove } = useQuotas(study);
  return (
    <Answered query={query} what="Counting quotas">
      {(table) => {
        const [target, reached, missing] = [-FIXED, 1 - FIXED, 2 - FIXED].map((from) => table.columns.length + from) as [number, number, number];
        const lacking = table.values.reduce((sum, row) => sum + Number(row[missing] ?? 0), 0);
        return (
          <Stack gap="lg">
            {table.values.length === 0 ? (
              <Empty title="No sampling frame yet"><Text>Say below how many of each sort you set out to hear, or bring a table in with “trellis sample import”.</Text></Empty>
            ) : (
              <>
                <Text>{lacking === 0 ? "Every quota is reached." : `${counted(lacking, "person", "people")} still missing.`} <Text component="span" c="dimmed">{table.note}</Text></Text>
                <table className="quiet-table short">
                  <thead>
                    <tr>
                      {table.columns.map((name, at) => <th key={name} scope="col" className={at >= target ? "number" : undefined}>{name}</th>)}
                      <th scope="col"><span className="vh">Remove</span></th>
                    </tr>
                  </thead>
                  <tbody>
                    {table.values.map((row) => {
                      const where = whereOf(table, row);
                      const name = Object.values(where).join(", ");
                      const aim = row[target];
                      return (
                        <tr key={name}>
                          {table.columns.slice(0, target).map((head, at) => <td key={head}>{row[at] ?? "any"}</td>)}
                          <td className="number">{typeof aim === "number" ? <Changing><Target label={`Target for ${name}`} value={aim} onKeep={(to) => { set.mutate({ where, target: to, exists: true }); }} /></Changing> : aim === NEVER ? NEVER : ""}</td>
                          <td className="number">{row[reached]}</td>
                          <td className="number">{Number(row[missing] ?? 0) > 0 ? <span className="missing">{row[missing]}</span> : row[missing]}</td>
                          <td><OnlyNow><Button size="compact-xs" variant="subtle" aria-label={`Remove the quota for ${name}`} onClick={() => { remove.mutate(where); }}>Remove</Button></OnlyNow></td>
                        </tr>
                      );
                    })}
                  </tbody>
                </table>
              </>
            )}
            <NewQuota grid={grid} onSet={(where, to, exists) => { set.mutate({ where, target: to, exists }); }} />
          </Stack>
        );
      }}
    </Answered>
  );
}
