import { Text, Title } from "@mantine/core";

import { api } from "@/api/client";
import { QuietTable } from "@/shared/page/QuietTable";
import { inFull } from "@/shared/page/when";

/** Of a study that was made from part of another one: from which, what for, and how much of each case came along. */
export function Origin({ study }: { study: string }) {
  const asked = api.useQuery("get", "/api/studies/{study}/origin", { params: { path: { study } } });
  const origin = asked.data?.origin ?? null;
  if (origin === null) return null;
  const chosen = [...origin.themes, ...origin.cases, ...origin.waves].join(", ");
  return (
    <section aria-labelledby="origin" className="origin">
      <Title order={2} id="origin" mb="xs">Made from “{origin.title}”</Title>
      <Text size="sm">{origin.purpose}</Text>
      <Text size="sm" c="dimmed">
        {origin.kind} analysis, made {inFull(origin.at)}{chosen === "" ? "" : `, of ${chosen}`}. {origin.whole ? "Texts came whole." : "What was not chosen stands as blocks of the same length."} {origin.consent}
      </Text>
      <details>
        <summary>How much of each case came along</summary>
        <QuietTable table={origin.coverage} />
      </details>
    </section>
  );
}
