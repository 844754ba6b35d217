import { Text, Title } from "@mantine/core";

import { Empty } from "@/shared/page/States";

import { unitName } from "../model/picture";
import type { Lens } from "../model/types";

/** What each outcome depends on by itself: a case, a site, a source or a judge without which another would come out. */
export function RestsView({ lens }: { lens: Lens }) {
  const resting = lens.units.filter((unit) => unit.rests.length > 0);
  const firm = lens.units.filter((unit) => unit.rests.length === 0);
  if (lens.units.length === 0) return <Empty title="Nothing is judged yet"><Text>What outcomes rest on shows once there are some.</Text></Empty>;
  return (
    <div className="rests">
      <Text size="sm" c="dimmed" mb="md" maw="46rem">Each case, site, source and judge is left out in turn. Told is what would then come out otherwise; what a unit is itself is not left out.</Text>
      {resting.map((unit) => (
        <section key={`${unit.unit} ${unitName(unit)}`} aria-label={unitName(unit)}>
          <Title order={2} size="h5">{unitName(unit)}: {unit.outcome}</Title>
          <ul>{unit.rests.map((each) => <li key={each}>{each}</li>)}</ul>
        </section>
      ))}
      {firm.length > 0 && (
        <section aria-label="Outcomes that depend on nothing by itself">
          <Title order={2} size="h5">Would come out the same without any one of them</Title>
          <Text size="sm">{firm.map((unit) => `${unitName(unit)} (${unit.outcome})`).join("; ")}</Text>
        </section>
      )}
    </div>
  );
}
