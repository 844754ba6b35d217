import { Group, SegmentedControl, Select, Stack, Text } from "@mantine/core";

import { useFilters } from "@/shared/filters/useFilters";
import { QuietTable } from "@/shared/page/QuietTable";
import { SearchedSelect } from "@/shared/page/SearchedSelect";
import { Answered, Empty } from "@/shared/page/States";
import { ThemePicker } from "@/shared/themes/ThemePicker";
import { useThemes } from "@/shared/themes/useThemes";

import type { Asked, Grid } from "../model/types";
import { Files, useTable } from "./Asked";
import { Longitudinal } from "./Longitudinal";

const SHOWN = [
  { value: "cases", label: "Many cases" },
  { value: "case", label: "One case" },
  { value: "changes", label: "How many changed" },
];

/** Waves beside each other: many cases from wave to wave, one case in the order of time, changes counted. */
export default function WavesView({ study, grid }: { study: string; grid: Grid }) {
  const filters = useFilters();
  const themes = useThemes(study);
  const shown = filters.value("as") || "cases";
  const theme = Number(filters.value("theme")) || null;
  const who = Number(filters.value("case")) || (grid.cases.find((one) => one.kind === "person")?.k ?? 0);
  const [earlier, later] = [filters.value("from") || (grid.waves[0]?.name ?? ""), filters.value("to") || (grid.waves.at(-1)?.name ?? "")];
  const asked: Asked = { ...(theme === null ? {} : { theme }), ...(shown === "case" ? { case: who } : { earlier, later }) };
  const kind = shown === "case" ? "case" : shown === "changes" ? "changes" : "waves";
  const query = useTable(study, kind, asked, grid.waves.length > 1);
  if (grid.waves.length < 2) return <Empty title="One wave only"><Text>A study that hears people again has waves; sources are put into them as they come in, or with “trellis cases wave”. Then what changed for each case stands here.</Text></Empty>;
  const wave = (label: string, name: string, value: string) => <Select size="xs" label={label} data={grid.waves.map((one) => one.name)} value={value} allowDeselect={false} onChange={(chosen) => { filters.set(name, chosen ?? ""); }} w={170} />;
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end">
        <SegmentedControl size="xs" aria-label="What is shown" data={SHOWN} value={shown} onChange={(value) => { filters.set("as", value === "cases" ? "" : value); }} />
        <ThemePicker size="xs" label="Themes" placeholder="all" themes={themes} clearable value={theme === null ? null : String(theme)} onPick={(k) => { filters.set("theme", k === null ? "" : String(k)); }} w={260} />
        {shown === "case" ? <SearchedSelect size="xs" label="Case" data={grid.cases.map((one) => ({ value: String(one.k), label: one.name }))} value={String(who)} allowDeselect={false} onChange={(value) => { filters.set("case", value ?? ""); }} w={200} /> : <>{wave("From", "from", earlier)}{wave("To", "to", later)}</>}
      </Group>
      <Answered query={query} what="Reading the waves">
        {(table) => (
          <>
            {kind === "waves" ? <Longitudinal study={study} grid={grid} table={table} query={asked} /> : <div className="table-frame" tabIndex={0} role="region" aria-label={table.title}><QuietTable table={table} caption /></div>}
            <Files study={study} kind={kind} query={asked} />
          </>
        )}
      </Answered>
    </Stack>
  );
}
