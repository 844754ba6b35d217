import { Group, Stack, Text } from "@mantine/core";

import { useFilters } from "@/shared/filters/useFilters";
import { QuietTable } from "@/shared/page/QuietTable";
import { Answered } from "@/shared/page/States";
import { ThemePicker } from "@/shared/themes/ThemePicker";
import { useThemes } from "@/shared/themes/useThemes";

import type { Grid } from "../model/types";
import { AttributePick, attributeOf, Files, useTable } from "./Asked";

/** A theme across groups: whose cells say something, who is silent, who was not asked; and the whole range of it. */
export default function GroupsView({ study, grid }: { study: string; grid: Grid }) {
  const filters = useFilters();
  const themes = useThemes(study);
  const first = themes.choices.find((one) => one.number?.includes(".") === true)?.k ?? 0;
  const theme = Number(filters.value("theme")) || first;
  const attribute = attributeOf(grid, filters.value("attribute"));
  const compared = useTable(study, "compare", { theme, attribute }, theme !== 0 && attribute !== "");
  const range = useTable(study, "range", { theme }, theme !== 0);
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end">
        <ThemePicker size="xs" label="Theme" themes={themes} value={theme === 0 ? null : String(theme)} onPick={(k) => { filters.set("theme", k === null ? "" : String(k)); }} w={280} />
        <AttributePick grid={grid} label="Groups" />
      </Group>
      {theme === 0 ? <Text c="dimmed">Choose a theme.</Text> : (
        <>
          <Answered query={compared} what="Comparing">{(table) => <><QuietTable table={table} /><Files study={study} kind="compare" query={{ theme, attribute }} /></>}</Answered>
          <Answered query={range} what="Reading the column">{(table) => <details><summary>Every case’s cell ({table.values.length})</summary><QuietTable table={table} /><Files study={study} kind="range" query={{ theme }} /></details>}</Answered>
        </>
      )}
    </Stack>
  );
}
