import { Checkbox, Group, NumberInput, Stack, Text } from "@mantine/core";

import { useFilters } from "@/shared/filters/useFilters";
import { QuietTable } from "@/shared/page/QuietTable";
import { Answered } from "@/shared/page/States";

import { Drawn, Files, useTable } from "./Asked";

/** Where new interviews stop bringing new themes: base, run, threshold, and what other orders would have shown. */
export function SaturationView({ study }: { study: string }) {
  const filters = useFilters();
  const number = (name: string, usual: number): number => Number(filters.value(name) || usual);
  const asked = { base: number("base", 4), run: number("run", 2), threshold: filters.value("threshold") || "5", apart: filters.value("apart") === "yes", seed: number("seed", 1) };
  const query = useTable(study, "saturation", asked);
  const field = (label: string, name: string, usual: number, most: number) => (
    <NumberInput size="xs" label={label} min={name === "threshold" ? 0 : 1} max={most} value={number(name, usual)} onChange={(value) => { filters.set(name, String(value) === String(usual) ? "" : String(value)); }} w={130} />
  );
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end">
        {field("Base (interviews)", "base", 4, 50)}
        {field("Run (interviews)", "run", 2, 20)}
        {field("Threshold (%)", "threshold", 5, 100)}
        {field("Seed of the orders", "seed", 1, 1_000_000)}
        <Checkbox size="xs" mb={6} label="Runs follow each other" checked={asked.apart} onChange={(event) => { filters.set("apart", event.currentTarget.checked ? "yes" : ""); }} />
      </Group>
      <Answered query={query} what="Counting">
        {(table) => (
          <>
            <Text className="said">{table.note}</Text>
            <Drawn study={study} kind="saturation" query={asked} alt="Themes seen after each interview, in the order of their dates, with the band in which nine of ten other orders lie. The table below has the numbers." height={320} />
            <Files study={study} kind="saturation" query={asked} picture="saturation" />
            <details><summary>Interview by interview</summary><QuietTable table={{ ...table, note: "" }} /></details>
            <Text size="sm" c="dimmed" maw="46rem">After Guest, Namey and Chen 2020. Documents are no interviews and do not count. That no new codes come says nothing of whether all that they mean was heard.</Text>
          </>
        )}
      </Answered>
    </Stack>
  );
}
