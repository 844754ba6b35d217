import { Stack, Text, Title } from "@mantine/core";

import type { components } from "@/api/schema";
import { QuietTable } from "@/shared/page/QuietTable";
import { Answered, Empty } from "@/shared/page/States";

import { useAttendance } from "../model/useSample";

type Status = components["schemas"]["Attendance"];

const STATUSES: readonly Status[] = ["completed", "not due", "refused", "lost", "died", "withdrew consent", "missed"];

/** Who was heard in which wave, and who was lost in between. */
export default function WavesView({ study }: { study: string }) {
  const { people, attrition, attend } = useAttendance(study);
  return (
    <Answered query={attrition} what="Reading the waves">
      {(lost) =>
        lost.values.length === 0 ? (
          <Empty title="One wave only"><Text>A study that hears people again has waves; sources are put into them as they come in, or with “trellis cases wave”.</Text></Empty>
        ) : (
          <Stack gap="xl">
            <section aria-labelledby="attrition">
              <Title order={2} id="attrition" mb="xs">Attrition</Title>
              <QuietTable table={lost} />
            </section>
            <Answered query={people}>
              {(table) => {
                const waves = [...new Set(table.values.map((row) => String(row[1])))];
                const names = [...new Set(table.values.map((row) => String(row[0])))];
                const found = new Map(table.values.map((row) => [`${String(row[0])} in ${String(row[1])}`, row]));
                return (
                  <section aria-labelledby="attendance">
                    <Title order={2} id="attendance" mb="xs">What became of each person</Title>
                    <table className="quiet-table short">
                      <thead><tr><th scope="col">Person</th>{waves.map((wave) => <th key={wave} scope="col">{wave}</th>)}</tr></thead>
                      <tbody>
                        {names.map((name) => (
                          <tr key={name}>
                            <th scope="row">{name}</th>
                            {waves.map((wave) => {
                              const row = found.get(`${name} in ${wave}`);
                              const status = row?.[2] ?? "";
                              return (
                                <td key={wave}>
                                  <select
                                    className="small-select"
                                    aria-label={`${name} in ${wave}`}
                                    title={typeof row?.[4] === "string" ? row[4] : undefined}
                                    value={String(status)}
                                    onChange={(event) => { attend.mutate({ case: name, wave, status: event.currentTarget.value as Status, reason: String(row?.[4] ?? ""), on: typeof row?.[5] === "string" ? row[5] : null }); }}
                                  >
                                    {status === "" && <option value="">not said</option>}
                                    {STATUSES.map((each) => <option key={each} value={each}>{each}</option>)}
                                  </select>
                                  {row?.[3] === false && status !== "" && <Text span size="xs" c="dimmed">by an interview</Text>}
                                </td>
                              );
                            })}
                          </tr>
                        ))}
                      </tbody>
                    </table>
                  </section>
                );
              }}
            </Answered>
          </Stack>
        )
      }
    </Answered>
  );
}
