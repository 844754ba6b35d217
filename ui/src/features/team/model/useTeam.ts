import { api, dataOf, http, REQUEST_KEY } from "@/api/client";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";

import type { Settling } from "./settled";

const ROUNDS = "/api/studies/{study}/rounds";
const DISAGREEMENTS = "/api/studies/{study}/rounds/{round}/disagreements";

export type NewRound = components["schemas"]["NewRound"];

/** The writes about rounds: opened, closed, carried into the index. */
export function useRoundWrites(study: string) {
  const refresh = () => [["get", ROUNDS]];
  const open = useWrite({
    label: "Open a round",
    send: async (given: NewRound, request) => dataOf(await http.POST(ROUNDS, { params: { path: { study } }, headers: { [REQUEST_KEY]: request }, body: given })),
    refresh,
    toldThere: true,
  });
  const close = useWrite({
    label: "Close a round",
    send: async (round: number, request) => dataOf(await http.POST("/api/studies/{study}/rounds/{round}/close", { params: { path: { study, round } }, headers: { [REQUEST_KEY]: request } })),
    refresh,
  });
  const carry = useWrite({
    label: "Carry a round into the index",
    send: async (round: number, request) => dataOf(await http.POST("/api/studies/{study}/rounds/{round}/carry", { params: { path: { study, round } }, headers: { [REQUEST_KEY]: request } })),
    refresh: () => [["get", ROUNDS], ["get", "/api/studies/{study}/rounds/{round}/carrying"]],
  });
  return { open, close, carry };
}

/** The disagreements of a round, and how one is settled. */
export function useDisagreements(study: string, round: number) {
  const query = api.useQuery("get", DISAGREEMENTS, { params: { path: { study, round } } }, { retry: false });
  const settle = useWrite({
    label: "Settle a disagreement",
    send: async (given: Settling, request) => dataOf(await http.POST("/api/studies/{study}/rounds/{round}/settle", { params: { path: { study, round } }, headers: { [REQUEST_KEY]: request }, body: given })),
    refresh: () => [["get", DISAGREEMENTS, { params: { path: { study, round } } }], ["get", ROUNDS]],
  });
  return { query, settle };
}
