import { Group, Select, Stack } from "@mantine/core";

import { useFilters } from "@/shared/filters/useFilters";
import { QuietTable } from "@/shared/page/QuietTable";
import { Answered } from "@/shared/page/States";

import type { Grid } from "../model/types";
import { AttributePick, attributeOf, Drawn, Files, useTable } from "./Asked";

const OF = [
  { value: "findings", label: "what findings rest on" },
  { value: "printed", label: "starred in findings" },
  { value: "starred", label: "every star, in the chart too" },
] as const;

/** Who is quoted how often, and of whom nobody is. */
export default function VoicesView({ study, grid }: { study: string; grid: Grid }) {
  const filters = useFilters();
  const attribute = attributeOf(grid, filters.value("attribute"), true);
  const of = OF.find((one) => one.value === filters.value("of"))?.value ?? "starred";
  const asked = { of, ...(attribute === "" ? {} : { attribute }) };
  const query = useTable(study, "voices", asked);
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end">
        <Select size="xs" label="Quotations" data={[...OF]} value={of} allowDeselect={false} onChange={(value) => { filters.set("of", value ?? ""); }} w={220} />
        <AttributePick grid={grid} label="Group people by" none="nobody: person by person" />
      </Group>
      <Answered query={query} what="Counting">
        {(table) => (
          <>
            <Drawn study={study} kind="voices" query={asked} alt="Quotations, a bar for each. The table below has the numbers." height={58 + 24 * table.values.length} />
            <Files study={study} kind="voices" query={asked} picture="voices" />
            <QuietTable table={table} />
          </>
        )}
      </Answered>
    </Stack>
  );
}
