import { useQueryClient } from "@tanstack/react-query";

import { api, dataOf, http, REQUEST_KEY } from "@/api/client";
import { drawAhead } from "@/api/fresh";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";
import { tell } from "@/shared/page/tell";
import { useRefusals } from "@/shared/undo/useRefusals";

export type Waits = components["schemas"]["WaitingShown"];

/** The suggestions that wait, and how one is settled: it leaves the list at once. */
export function useSuggestions(study: string) {
  const cache = useQueryClient();
  const path = { study };
  const { rejected } = useRefusals(study);
  const query = api.useQuery("get", "/api/studies/{study}/suggestions", { params: { path } });
  const { queryKey } = api.queryOptions("get", "/api/studies/{study}/suggestions", { params: { path } });
  const settle = useWrite({
    label: "Suggestion",
    send: async ({ one, accept }: { one: Waits; accept: boolean }, request) => {
      const given = { params: { path }, headers: { [REQUEST_KEY]: request }, body: { rule: one.rule_key, suggestions: [one.k] } };
      return dataOf(accept ? await http.POST("/api/studies/{study}/suggestions/accept", given) : await http.POST("/api/studies/{study}/suggestions/reject", given));
    },
    optimistic: ({ one }) => drawAhead<Waits[]>(cache, queryKey, (waiting) => waiting.filter((each) => each.k !== one.k)),
    refresh: () => [queryKey, ["get", "/api/studies/{study}/overview"], ["get", "/api/studies/{study}/reading/{source}/beside"]],
    onDone: (_answer, { one, accept }) => {
      if (accept) tell("Accepted. Ctrl-Z takes it back.");
      else rejected({ rule: one.rule_key, suggestions: [one.k] });
    },
  });
  return { query, settle };
}
