import { Group, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";

import { useFilters } from "@/shared/filters/useFilters";
import { Answered, Empty, Waiting } from "@/shared/page/States";
import { ThemePicker } from "@/shared/themes/ThemePicker";
import { useThemes } from "@/shared/themes/useThemes";

import type { Asked, Grid } from "../model/types";
import { AttributePick, attributeOf, Files, useTable } from "./Asked";
import { Counts } from "./Counts";
import { Words } from "./Words";

/** Themes by the values of an attribute; each count opens its words beside it. */
export default function CrosstabView({ study, grid }: { study: string; grid: Grid }) {
  const filters = useFilters();
  const themes = useThemes(study);
  const [open, setOpen] = useState<{ at: string; query: Asked; title: string } | null>(null);
  const attribute = attributeOf(grid, filters.value("attribute"));
  const theme = Number(filters.value("theme")) || null;
  const count = filters.value("count") === "segments" ? ("segments" as const) : ("cases" as const);
  const asked: Asked = { attribute, count, ...(theme === null ? {} : { theme }) };
  const query = useTable(study, "crosstab", asked, attribute !== "");
  if (attribute === "") return <Empty title="Nothing to count by"><Text>A crosstab sets themes against an attribute of cases; add one under Sample.</Text></Empty>;
  const byNumber = new Map(themes.choices.map((one) => [one.number, one.k]));
  return (
    <div className="with-words">
      <Stack gap="md">
        <Group gap="sm" align="flex-end">
          <AttributePick grid={grid} label="Columns" />
          <ThemePicker size="xs" label="Rows" placeholder="all main themes" themes={themes} clearable value={theme === null ? null : String(theme)} onPick={(k) => { setOpen(null); filters.set("theme", k === null ? "" : String(k)); }} w={260} />
          <Select size="xs" label="Count" data={["cases", "segments"]} value={count} allowDeselect={false} onChange={(value) => { filters.set("count", value === "segments" ? value : ""); }} w={120} />
        </Group>
        <Answered query={query} what="Counting">
          {/* A count opens its words by the theme of its row, so the themes are read before it can be pressed. */}
          {(table) => (table.values.length > 0 && byNumber.size === 0 ? <Waiting what="Counting" /> : (
            <>
              <Counts table={table} label="Themes by attribute" chosen={open?.at ?? ""} open={(row, column) => {
                const under = byNumber.get(String(table.values[row]?.[0]));
                const value = table.columns[column] ?? "";
                const isTotal = column === table.columns.length - 1;
                if (under === undefined) return;
                setOpen({ at: `${String(row)} ${String(column)}`, title: `${themes.label(under)}${isTotal ? "" : `, ${value}`}`, query: { theme: under, ...(isTotal ? {} : { attribute, value }) } });
              }} />
              {table.note !== "" && <Text size="sm" c="dimmed">{table.note}</Text>}
              <Files study={study} kind="crosstab" query={asked} />
            </>
          ))}
        </Answered>
      </Stack>
      {open !== null && <Words study={study} kind="words" query={open.query} title={open.title} onClose={() => { setOpen(null); }} />}
    </div>
  );
}
