import { Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useState } from "react";

import { api, dataOf, http, REQUEST_KEY } from "@/api/client";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";
import { QuietTable } from "@/shared/page/QuietTable";
import { Answered, Empty } from "@/shared/page/States";
import { Changing, OnlyNow } from "@/shared/page/past";

import { useAttendance } from "../model/useSample";

type Status = components["schemas"]["Attendance"];

const STATUSES: readonly Status[] = ["completed", "not due", "refused", "lost", "died", "withdrew consent", "missed"];

/** The waves by name: one more is added, each is renamed where it stands. */
function WaveNames({ study }: { study: string }) {
  const waves = api.useQuery("get", "/api/studies/{study}/waves", { params: { path: { study } } });
  const [name, setName] = useState("");
  const path = { study };
  const add = useWrite({
    label: "Add a wave",
    send: async (given: string, key) => dataOf(await http.POST("/api/studies/{study}/waves", { params: { path }, headers: { [REQUEST_KEY]: key }, body: { name: given } })),
    refresh: () => [["get"]],
  });
  const rename = useWrite({
    label: "Rename a wave",
    send: async (given: { wave: number; name: string }, key) =>
      dataOf(await http.POST("/api/studies/{study}/waves/{wave}/name", { params: { path: { study, wave: given.wave } }, headers: { [REQUEST_KEY]: key }, body: { name: given.name } })),
    refresh: () => [["get"]],
  });
  return (
    <section aria-labelledby="waves">
      <Title order={2} id="waves" mb="xs">Waves</Title>
      <Stack gap="xs" maw={420}>
        <Changing>{(waves.data ?? []).map((wave) => (
          <TextInput
            key={`${String(wave.k)} ${wave.name}`}
            size="sm"
            aria-label={`Name of the wave ${wave.name}`}
            defaultValue={wave.name}
            onBlur={(event) => {
              const typed = event.currentTarget.value.trim();
              if (typed !== "" && typed !== wave.name) rename.mutate({ wave: wave.k, name: typed });
            }}
            onKeyDown={(event) => { if (event.key === "Enter") event.currentTarget.blur(); }}
          />
        ))}</Changing>
        <OnlyNow><form
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate(name.trim());
            setName("");
          }}
        >
          <Group gap="xs" align="end">
            <TextInput size="sm" label="New wave" placeholder="at nine months" value={name} onChange={(event) => { setName(event.currentTarget.value); }} />
            <Button type="submit" size="sm" variant="default" disabled={name.trim() === ""}>Add the wave</Button>
          </Group>
        </form></OnlyNow>
      </Stack>
    </section>
  );
}

/** Who was heard in which wave, and who was lost in between. */
export default function WavesView({ study }: { study: string }) {
  const { people, attrition, attend } = useAttendance(study);
  return (
    <Stack gap="xl">
    <WaveNames study={study} />
    <Answered query={attrition} what="Reading the waves">
      {(lost) =>
        lost.values.length === 0 ? (
          <Empty title="One wave only"><Text>A study that hears people again has waves; sources are put into them as they come in, or on the sources screen.</Text></Empty>
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
                                  <Changing><select
                                    className="small-select"
                                    aria-label={`${name} in ${wave}`}
                                    title={typeof row?.[4] === "string" ? row[4] : undefined}
                                    value={String(status)}
                                    onChange={(event) => { attend.mutate({ case: name, wave, status: event.currentTarget.value as Status, reason: String(row?.[4] ?? ""), on: typeof row?.[5] === "string" ? row[5] : null }); }}
                                  >
                                    {status === "" && <option value="">not said</option>}
                                    {STATUSES.map((each) => <option key={each} value={each}>{each}</option>)}
                                  </select></Changing>
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
    </Stack>
  );
}
