import { useQueryClient } from "@tanstack/react-query";

import { api, dataOf, http, REQUEST_KEY, restingOn } from "@/api/client";
import { drawAhead, useReadWhenIdle } from "@/api/fresh";
import { restingOnBase, type Base } from "@/api/resting";
import { useWrite } from "@/api/writes";
import { tell as say } from "@/shared/page/tell";

import { withTold, withToldRev, type Experienced, type Intent, type Side, type WordsGiven } from "./intent";

const CHART = "/api/studies/{study}/intent";

/** What is said in a cell; value null takes it back. */
export interface Telling {
  provision: number;
  group: string;
  value: Experienced | null;
  text: string;
  base: Base;
}

/** The intent × experience chart, and what is done with it. */
export function useIntent(study: string) {
  const path = { study };
  const init = { params: { path } };
  const cache = useQueryClient();
  useReadWhenIdle(study, ["get", CHART]);
  const query = api.useQuery("get", CHART, init, { meta: { live: false } });
  const refresh = () => [["get", CHART], ["get", "/api/studies/{study}/explore/tables/{kind}"]];
  const marked = (key: string) => ({ headers: { [REQUEST_KEY]: key } });
  const group = useWrite({
    label: "Choose the columns",
    send: async (attribute: string, key) => dataOf(await http.PUT("/api/studies/{study}/intent/groups", { params: { path }, ...marked(key), body: { attribute } })),
    refresh,
  });
  const provide = useWrite({
    label: "Add a provision",
    toldThere: true,
    send: async (body: WordsGiven & { text: string }, key) => dataOf(await http.POST("/api/studies/{study}/intent/provisions", { params: { path }, ...marked(key), body })),
    refresh,
  });
  const remove = useWrite({
    label: "Remove a provision",
    send: async ({ k, rev }: { k: number; rev: number }, key) =>
      dataOf(await http.DELETE("/api/studies/{study}/intent/provisions/{provision}", { params: { path: { study, provision: k } }, headers: { [REQUEST_KEY]: key, ...restingOn(rev) } })),
    refresh,
    onDone: () => { say("Removed, with what is told of it. Ctrl-Z brings it back."); },
  });
  const tell = useWrite({
    label: "Say how a provision is told",
    toldThere: true,
    optimistic: ({ provision, group: of, value, text }: Telling) => drawAhead<Intent>(cache, ["get", CHART, init], (chart) => withTold(chart, provision, of, value === null ? null : { value, text })),
    send: async ({ provision, group: of, value, text, base }, key) => {
      const answer = dataOf(await http.PUT("/api/studies/{study}/intent/provisions/{provision}/told", { params: { path: { study, provision } }, headers: { [REQUEST_KEY]: key, ...restingOnBase(base) }, body: { group: of, value, text } }));
      if (answer.rev !== null) base.made(value === null ? 0 : answer.rev);
      return answer;
    },
    onDone: ({ rev }, { provision, group: of }) => {
      if (rev !== null) cache.setQueryData<Intent>(["get", CHART, init], (chart) => (chart === undefined ? chart : withToldRev(chart, provision, of, rev)));
    },
    refresh,
  });
  const link = useWrite({
    label: "Link words",
    toldThere: true,
    send: async ({ provision, ...body }: WordsGiven & { provision: number; group: string; side: Side }, key) =>
      dataOf(await http.POST("/api/studies/{study}/intent/provisions/{provision}/evidence", { params: { path: { study, provision } }, ...marked(key), body })),
    refresh,
  });
  const unlink = useWrite({
    label: "Take words away",
    send: async (evidence: number, key) => dataOf(await http.DELETE("/api/studies/{study}/intent/evidence/{evidence}", { params: { path: { study, evidence } }, ...marked(key) })),
    refresh,
  });
  return { query, group, provide, remove, tell, link, unlink };
}

export type IntentDeeds = ReturnType<typeof useIntent>;
