import { api, dataOf, http, REQUEST_KEY } from "@/api/client";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";

export type Point = components["schemas"]["PanelPointShown"];

const POINTS = "/api/studies/{study}/panel/points";

/** What the panel said, and keeping more of it and what was done about it. */
export function usePanel(study: string) {
  const path = { study };
  const query = api.useQuery("get", POINTS, { params: { path } });
  const refresh = () => [["get", POINTS]];
  const said = useWrite({
    label: "What the panel said",
    send: async (given: { theme: number; words: string; by: string }, request) => dataOf(await http.POST(POINTS, { params: { path }, headers: { [REQUEST_KEY]: request }, body: given })),
    refresh,
    toldThere: true,
  });
  const did = useWrite({
    label: "What was done about it",
    send: async ({ point, words }: { point: number; words: string }, request) =>
      dataOf(await http.POST("/api/studies/{study}/panel/points/{point}/answer", { params: { path: { study, point } }, headers: { [REQUEST_KEY]: request }, body: { words } })),
    refresh,
    toldThere: true,
  });
  return { query, said, did };
}

export type Panel = ReturnType<typeof usePanel>;
