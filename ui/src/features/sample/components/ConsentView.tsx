import { Select, Stack, Text } from "@mantine/core";
import { useState } from "react";

import type { components } from "@/api/schema";
import { Answered, Empty } from "@/shared/page/States";
import { Changing } from "@/shared/page/past";

import type { Grid } from "../model/types";
import { useConsents } from "../model/useSample";

type Scope = components["schemas"]["ConsentScope"];

const SCOPES: readonly Scope[] = ["take part", "quote", "archive", "secondary use", "contact"];

/** What each participant agreed to, for all waves or one; what was not asked stays open. */
export default function ConsentView({ study, grid }: { study: string; grid: Grid }) {
  const { query, record } = useConsents(study);
  const [wave, setWave] = useState("");
  const people = grid.cases.filter((row) => row.status !== null);
  if (people.length === 0) return <Empty title="No participants yet"><Text>Consent is recorded for people who take part.</Text></Empty>;
  return (
    <Answered query={query} what="Reading consents">
      {(table) => {
        const found = new Map(table.values.filter((row) => row[1] === wave).map((row) => [`${String(row[0])}: ${String(row[2])}`, row]));
        return (
          <Stack gap="md">
            <Text c="dimmed" maw="60rem">
              Consent to be quoted is enforced wherever words leave the study, once anybody has been asked. Withdrawal has steps of its own and is not done here.
            </Text>
            {grid.waves.length > 0 && (
              <Select size="xs" w={200} label="Asked for" data={[{ value: "", label: "all waves" }, ...grid.waves.map((each) => ({ value: each.name, label: each.name }))]} value={wave} onChange={(chosen) => { setWave(chosen ?? ""); }} allowDeselect={false} />
            )}
            <table className="quiet-table short">
              <thead><tr><th scope="col">Participant</th>{SCOPES.map((scope) => <th key={scope} scope="col">{scope}</th>)}</tr></thead>
              <tbody>
                {people.map((row) => (
                  <tr key={row.k}>
                    <th scope="row">{row.name}</th>
                    {SCOPES.map((scope) => {
                      const known = found.get(`${row.name}: ${scope}`);
                      const answer = String(known?.[3] ?? "");
                      return (
                        <td key={scope}>
                          {answer.startsWith("withdrawn") ? answer : (
                            <Changing><select
                              className="small-select"
                              aria-label={`${row.name}: ${scope}`}
                              title={typeof known?.[4] === "string" ? `on ${known[4]}` : undefined}
                              value={answer}
                              onChange={(event) => { record.mutate({ case: row.name, scope, given: event.currentTarget.value === "yes", wave: wave === "" ? null : wave, on: null }); }}
                            >
                              {answer === "" && <option value="">not asked</option>}
                              <option value="yes">yes</option>
                              <option value="no">no</option>
                            </select></Changing>
                          )}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </Stack>
        );
      }}
    </Answered>
  );
}
