import { api, dataOf, http, REQUEST_KEY } from "@/api/client";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";

import type { Side } from "./intent";

/** A theme for a case between two waves, all by name. */
export type ChangePlace = components["schemas"]["ChangeAsked"];
type Linked = Pick<components["schemas"]["ChangeWordsGiven"], "words" | "cell" | "side">;

const CHANGE = "/api/studies/{study}/explore/changes";

/** What was said of a theme for a case between two waves, and what is done with its evidence. */
export function useChange(study: string, place: ChangePlace) {
  const path = { study };
  const query = api.useQuery("get", CHANGE, { params: { path, query: place } });
  const refresh = () => [["get", CHANGE], ["get", "/api/studies/{study}/explore/tables/{kind}"]];
  const marked = (key: string) => ({ headers: { [REQUEST_KEY]: key } });
  const link = useWrite({
    label: "Link words",
    toldThere: true,
    send: async (body: Linked, key) => dataOf(await http.POST("/api/studies/{study}/explore/changes/evidence", { params: { path }, ...marked(key), body: { ...place, ...body } })),
    refresh,
  });
  const turn = useWrite({
    label: "Let words point another way",
    send: async ({ evidence, side }: { evidence: number; side: Side }, key) => dataOf(await http.PUT("/api/studies/{study}/explore/changes/evidence/{evidence}/side", { params: { path: { study, evidence } }, ...marked(key), body: { side } })),
    refresh,
  });
  const unlink = useWrite({
    label: "Take words away",
    send: async (evidence: number, key) => dataOf(await http.DELETE("/api/studies/{study}/explore/changes/evidence/{evidence}", { params: { path: { study, evidence } }, ...marked(key) })),
    refresh,
  });
  const confirm = useWrite({
    label: "Say that it is still right",
    send: async (body: ChangePlace, key) => dataOf(await http.POST("/api/studies/{study}/explore/changes/confirm", { params: { path }, ...marked(key), body })),
    refresh,
  });
  return { query, deeds: { link, turn, unlink, confirm } };
}

export type ChangeDeeds = ReturnType<typeof useChange>["deeds"];
