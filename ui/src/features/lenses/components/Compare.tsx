import { Group, Select, Stack, Text, Title } from "@mantine/core";

import { api } from "@/api/client";
import { useFilters } from "@/shared/filters/useFilters";
import { QuietTable } from "@/shared/page/QuietTable";
import { Answered } from "@/shared/page/States";

import { useLenses } from "../model/useLens";
import type { Lens } from "../model/types";

function ATable({ study, lens, table, title, none }: { study: string; lens: string; table: "agreement" | "waves"; title: string; none: string }) {
  const query = api.useQuery("get", "/api/studies/{study}/lenses/{lens}/tables/{table}", { params: { path: { study, lens, table } } });
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mb="xs">{title}</Title>
      <Answered query={query}>{(found) => (found.values.length === 0 ? <Text size="sm" c="dimmed">{none}</Text> : <QuietTable table={found} />)}</Answered>
    </section>
  );
}

function Crossed({ study, lens, across, down }: { study: string; lens: string; across: string; down: string }) {
  const query = api.useQuery("get", "/api/studies/{study}/lenses/{lens}/cross", { params: { path: { study, lens }, query: { with: across, down } } });
  return <Answered query={query} what="Crossing">{(table) => <div className="table-frame" tabIndex={0} role="region" aria-label={table.title}><QuietTable table={table} /></div>}</Answered>;
}

/** How far judges agree, how outcomes run from wave to wave, and this lens crossed with another one. */
export function Compare({ study, lens }: { study: string; lens: Lens }) {
  const filters = useFilters();
  const others = useLenses(study).query.data ?? [];
  const across = filters.value("with");
  const down = filters.value("by");
  return (
    <Stack gap="xl">
      <ATable study={study} lens={lens.card.ident} table="agreement" title="Judges" none="No unit was judged by two people on one dimension." />
      <ATable study={study} lens={lens.card.ident} table="waves" title="Wave by wave" none="No unit was judged wave by wave." />
      <section aria-label="Crossed with another lens">
        <Title order={2} size="h4" mb="xs">Crossed with another lens</Title>
        <Group gap="sm" mb="sm">
          <Select size="xs" label="Down" w={220} data={[{ value: "", label: "its outcome" }, ...lens.lens.dimensions.map((each) => ({ value: each.id, label: each.name }))]} value={down} allowDeselect={false} onChange={(value) => { filters.set("by", value ?? ""); }} />
          <Select size="xs" label="Across" w={260} placeholder="choose a lens" data={others.map((each) => ({ value: each.ident, label: each.title }))} value={across === "" ? null : across} onChange={(value) => { filters.set("with", value ?? ""); }} />
        </Group>
        {across === "" ? <Text size="sm" c="dimmed">A unit of this lens meets the same unit of the other, or the group it belongs to.</Text> : <Crossed study={study} lens={lens.card.ident} across={across} down={down} />}
      </section>
    </Stack>
  );
}
