import { Group, Select, Stack, Text, Title } from "@mantine/core";

import { api } from "@/api/client";
import { useFilters } from "@/shared/filters/useFilters";
import { QuietTable } from "@/shared/page/QuietTable";
import { Answered, Empty } from "@/shared/page/States";

const NOW = "as it is now";

function Compared({ study, before, after }: { study: string; before: string; after: string }) {
  const query = api.useQuery("get", "/api/studies/{study}/framework/comparison", {
    params: { path: { study }, query: { before, after: after === NOW ? "" : after } },
  });
  return <Answered query={query}>{(table) => (table.values.length === 0 ? <Text c="dimmed">No theme differs between the two.</Text> : <QuietTable table={table} />)}</Answered>;
}

/** The named versions, two of them side by side, and every operation between them. */
export function Versions({ study }: { study: string }) {
  const versions = api.useQuery("get", "/api/studies/{study}/framework/versions", { params: { path: { study } } });
  const operations = api.useQuery("get", "/api/studies/{study}/framework/operations", { params: { path: { study } } });
  const filters = useFilters();
  return (
    <Answered query={versions}>
      {({ names, table }) => {
        const before = filters.value("before") || names[0];
        const after = filters.value("after") || NOW;
        if (before === undefined) {
          return (
            <Empty title="No version kept yet">
              <Text>Keep one when the framework is first agreed, and again before each round of indexing: what changed between them is then a table.</Text>
            </Empty>
          );
        }
        return (
          <Stack gap="xl" className="framework-scroll">
            <section aria-labelledby="versions">
              <Title order={2} id="versions" mb="xs">Versions</Title>
              <QuietTable table={table} />
            </section>
            <section aria-labelledby="comparison">
              <Group align="end" mb="xs">
                <Title order={2} id="comparison">What became of each theme</Title>
                <Select size="xs" label="Between" data={names} value={before} onChange={(value) => { filters.set("before", value ?? ""); }} allowDeselect={false} />
                <Select
                  size="xs"
                  label="and"
                  data={[NOW, ...names]}
                  value={after}
                  onChange={(value) => { filters.set("after", value === NOW ? "" : (value ?? "")); }}
                  allowDeselect={false}
                />
              </Group>
              <Compared study={study} before={before} after={after} />
            </section>
            <section aria-labelledby="operations">
              <Title order={2} id="operations" mb="xs">Every operation</Title>
              <Answered query={operations}>{(made) => <QuietTable table={made} />}</Answered>
            </section>
          </Stack>
        );
      }}
    </Answered>
  );
}
