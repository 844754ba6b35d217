import { Group, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";

import { useFilters } from "@/shared/filters/useFilters";
import { Answered, Waiting } from "@/shared/page/States";
import { ThemePicker } from "@/shared/themes/ThemePicker";
import { useThemes } from "@/shared/themes/useThemes";

import type { Asked } from "../model/types";
import { Files, useTable } from "./Asked";
import { Counts } from "./Counts";
import { Words } from "./Words";

/** Themes by themes: in how many cases words stand under both; each count opens these words. */
export default function TogetherView({ study }: { study: string }) {
  const filters = useFilters();
  const themes = useThemes(study);
  const [open, setOpen] = useState<{ at: string; kind: "words" | "together"; query: Asked; title: string } | null>(null);
  const theme = Number(filters.value("theme")) || null;
  const count = filters.value("count") === "segments" ? ("segments" as const) : ("cases" as const);
  const asked: Asked = { count, ...(theme === null ? {} : { theme }) };
  const query = useTable(study, "cooccurrence", asked);
  const byNumber = new Map(themes.choices.map((one) => [one.number, one.k]));
  return (
    <div className="with-words">
      <Stack gap="md">
        <Group gap="sm" align="flex-end">
          <ThemePicker size="xs" label="Themes" placeholder="all main themes" themes={themes} clearable value={theme === null ? null : String(theme)} onPick={(k) => { setOpen(null); filters.set("theme", k === null ? "" : String(k)); }} w={260} />
          <Select size="xs" label="Count" data={["cases", "segments"]} value={count} allowDeselect={false} onChange={(value) => { filters.set("count", value === "segments" ? value : ""); }} w={120} />
        </Group>
        <Answered query={query} what="Counting">
          {/* A count opens its words by the theme of its row, so the themes are read before it can be pressed. */}
          {(table) => (table.values.length > 0 && byNumber.size === 0 ? <Waiting what="Counting" /> : (
            <>
              <Counts table={table} label="Themes by themes" chosen={open?.at ?? ""} open={(row, column) => {
                const one = byNumber.get(String(table.values[row]?.[0]));
                const other = byNumber.get(table.columns[column] ?? "");
                if (one === undefined || other === undefined) return;
                const at = `${String(row)} ${String(column)}`;
                if (one === other) setOpen({ at, kind: "words", query: { theme: one }, title: themes.label(one) });
                else setOpen({ at, kind: "together", query: { theme: one, other }, title: `${themes.label(one)} with ${themes.label(other)}` });
              }} />
              {table.note !== "" && <Text size="sm" c="dimmed">{table.note}</Text>}
              <Files study={study} kind="cooccurrence" query={asked} />
            </>
          ))}
        </Answered>
      </Stack>
      {open !== null && <Words study={study} kind={open.kind} query={open.query} title={open.title} onClose={() => { setOpen(null); }} />}
    </div>
  );
}
