import { useQueryClient } from "@tanstack/react-query";

import { api, dataOf, http, REQUEST_KEY } from "@/api/client";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";
import { tell } from "@/shared/page/tell";

export type Queue = components["schemas"]["QueueShown"];
export type CellAsked = components["schemas"]["CellAskedShown"];
export type Assigned = components["schemas"]["AssignedShown"];
type NewAssignment = components["schemas"]["NewAssignment"];

/** What waits, and what is done about it. */
export function useQueue(study: string) {
  const cache = useQueryClient();
  const at = { params: { path: { study } } };
  const query = api.useQuery("get", "/api/studies/{study}/queue", at);
  const { queryKey } = api.queryOptions("get", "/api/studies/{study}/queue", at);
  const ahead = (change: (queue: Queue) => Queue): (() => void) => {
    void cache.cancelQueries({ queryKey });
    const before = cache.getQueryData<Queue>(queryKey);
    cache.setQueryData<Queue>(queryKey, (known) => known && change(known));
    return () => { cache.setQueryData(queryKey, before); };
  };
  const overview = api.queryOptions("get", "/api/studies/{study}/overview", at).queryKey;
  const refresh = () => [queryKey, overview];
  const isSame = (one: CellAsked, other: CellAsked): boolean => one.case === other.case && one.theme === other.theme && one.wave === other.wave;
  const answer = useWrite({
    label: "Answer",
    send: async ({ cell, text }: { cell: CellAsked; text: string }, request) =>
      dataOf(await http.POST("/api/studies/{study}/queue/answer", { ...at, headers: { [REQUEST_KEY]: request }, body: { case: cell.case, theme: cell.theme, wave: cell.wave, text } })),
    optimistic: ({ cell }) => ahead((queue) => ({ ...queue, to_answer: queue.to_answer.filter((each) => !isSame(each, cell)) })),
    refresh,
    onDone: () => { tell("Answered; the cell is charted again. Ctrl-Z takes it back."); },
  });
  const review = useWrite({
    label: "Review",
    send: async (cell: CellAsked, request) =>
      dataOf(await http.POST("/api/studies/{study}/chart/state", { ...at, headers: { [REQUEST_KEY]: request }, body: { case: cell.case, theme: cell.theme, wave: cell.wave, state: "reviewed", question: "" } })),
    optimistic: (cell) => ahead((queue) => ({ ...queue, returned: queue.returned.filter((each) => !isSame(each, cell)) })),
    refresh,
    onDone: () => { tell("Reviewed. Ctrl-Z takes it back."); },
  });
  const assign = useWrite({
    label: "Assign",
    send: async (given: NewAssignment, request) => dataOf(await http.POST("/api/studies/{study}/queue/assignments", { ...at, headers: { [REQUEST_KEY]: request }, body: given })),
    refresh,
  });
  const tick = useWrite({
    label: "Done",
    send: async (assignment: number, request) =>
      dataOf(await http.POST("/api/studies/{study}/queue/assignments/{assignment}/done", { params: { path: { study, assignment } }, headers: { [REQUEST_KEY]: request }, body: { again: false } })),
    optimistic: (k) => ahead((queue) => ({ ...queue, mine: queue.mine.filter((each) => each.k !== k), others: queue.others.filter((each) => each.k !== k) })),
    refresh,
    onDone: () => { tell("Done. Ctrl-Z opens it again."); },
  });
  return { query, answer, review, assign, tick };
}

export type Deeds = ReturnType<typeof useQueue>;
