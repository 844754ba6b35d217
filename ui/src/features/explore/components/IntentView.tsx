import { Code, Stack, Text } from "@mantine/core";

import { QuietTable } from "@/shared/page/QuietTable";
import { Answered, Empty } from "@/shared/page/States";

import { Files, useTable } from "./Asked";

/** What documents intend beside what each group tells of it. */
export default function IntentView({ study }: { study: string }) {
  const query = useTable(study, "intent", {});
  return (
    <Answered query={query} what="Reading the documents">
      {(table) => table.values.length === 0 ? (
        <Empty title="No provisions yet">
          <Text>A provision is what a document says is to happen, with its words; beside it stands how each group tells it. They are written with <Code>trellis intent</Code>, or come in from a file of findings.</Text>
        </Empty>
      ) : (
        <Stack gap="md"><div className="table-frame" tabIndex={0} role="region" aria-label="Intent and experience"><QuietTable table={table} /></div><Files study={study} kind="intent" query={{}} /></Stack>
      )}
    </Answered>
  );
}
