import { Stack, Text, Title } from "@mantine/core";

import type { components } from "@/api/schema";
import { Answered, Empty } from "@/shared/page/States";
import { Changing } from "@/shared/page/past";

import { useGuide } from "../model/useSample";
import { TopicList } from "./TopicList";

type Covered = components["schemas"]["Covered"];

const HOW: readonly Covered[] = ["yes", "partly", "no"];

/** Interviews by topics of the guide: how far each was covered. */
export default function GuideView({ study }: { study: string }) {
  const { guide, coverage, cover } = useGuide(study);
  return (
    <Answered query={guide} what="Reading the guide">
      {(topics) =>
        topics.values.length === 0 ? (
          <Stack gap="xl">
            <Empty title="No topic guide yet"><Text>Write its topics here, or bring it in from a table with the columns number, topic and prompt: “trellis guide import”.</Text></Empty>
            <TopicList study={study} />
          </Stack>
        ) : (
          <Stack gap="xl">
            <Answered query={coverage}>
              {(table) => (
                <section aria-labelledby="coverage">
                  <Title order={2} id="coverage" mb="xs">Topics covered</Title>
                  <div className="table-frame" tabIndex={0} role="region" aria-label="Interviews by topics">
                    <table className="quiet-table guide-grid short">
                      <thead>
                        <tr>
                          <th scope="col">Interview</th>
                          {table.columns.slice(1).map((number) => (
                            <th key={number} scope="col" title={String(topics.values.find((row) => row[0] === number)?.[1] ?? "")}>{number}</th>
                          ))}
                        </tr>
                      </thead>
                      <tbody>
                        {table.values.map((row) => {
                          const source = String(row[0]);
                          return (
                            <tr key={source}>
                              <th scope="row">{source}</th>
                              {table.columns.slice(1).map((topic, at) => (
                                <td key={topic}>
                                  <Changing><select className="small-select" data-covered={String(row[at + 1] ?? "")} aria-label={`${source}, topic ${topic}`} value={String(row[at + 1] ?? "")} onChange={(event) => { cover.mutate({ source, topic, covered: event.currentTarget.value as Covered, note: null }); }}>
                                    {row[at + 1] === null && <option value="">–</option>}
                                    {HOW.map((each) => <option key={each} value={each}>{each}</option>)}
                                  </select></Changing>
                                </td>
                              ))}
                            </tr>
                          );
                        })}
                      </tbody>
                    </table>
                  </div>
                </section>
              )}
            </Answered>
            <TopicList study={study} />
          </Stack>
        )
      }
    </Answered>
  );
}
