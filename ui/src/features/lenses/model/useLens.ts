import { api, dataOf, http, REQUEST_KEY } from "@/api/client";
import { useWrite } from "@/api/writes";
import { tell } from "@/shared/page/tell";

import type { JudgementGiven } from "./types";

const LENSES = ["get", "/api/studies/{study}/lenses"] as const;
const LENS = ["get", "/api/studies/{study}/lenses/{lens}"] as const;
const SHEET = ["get", "/api/studies/{study}/lenses/{lens}/sheet"] as const;

/** Who works here. */
export function useMe(): string {
  return api.useQuery("get", "/api/session").data?.person ?? "";
}

export function useLenses(study: string) {
  const path = { study };
  const declare = useWrite({
    label: "Declare a lens",
    send: async (given: { shipped?: string; text?: string }, key) =>
      dataOf(await http.POST("/api/studies/{study}/lenses", { params: { path }, headers: { [REQUEST_KEY]: key }, body: given })),
    refresh: () => [[...LENSES]],
    onDone: () => { tell("Declared. Ctrl+Z takes it back."); },
  });
  return { query: api.useQuery("get", "/api/studies/{study}/lenses", { params: { path } }), declare };
}

/** What can be done to one lens and its judgements. */
export function useLensDeeds(study: string, lens: string) {
  const path = { study, lens };
  const refresh = () => [[...LENSES], [...LENS], [...SHEET], ["get", "/api/studies/{study}/lenses/{lens}/tables/{table}"]];
  const judge = useWrite({
    label: "Judge",
    send: async (given: JudgementGiven, key) =>
      dataOf(await http.POST("/api/studies/{study}/lenses/{lens}/judgements", { params: { path }, headers: { [REQUEST_KEY]: key }, body: given })),
    refresh,
  });
  const takeBack = useWrite({
    label: "Take a judgement back",
    send: async (judgement: number, key) =>
      dataOf(await http.DELETE("/api/studies/{study}/lenses/{lens}/judgements/{judgement}", { params: { path: { ...path, judgement } }, headers: { [REQUEST_KEY]: key } })),
    refresh,
  });
  const confirm = useWrite({
    label: "Say that a judgement is still right",
    send: async (judgement: number, key) =>
      dataOf(await http.POST("/api/studies/{study}/lenses/{lens}/judgements/{judgement}/confirm", { params: { path: { ...path, judgement } }, headers: { [REQUEST_KEY]: key } })),
    refresh,
  });
  const override = useWrite({
    label: "Override an outcome",
    send: async (given: { unit: string; kind: string; wave: string | null; outcome: string; reason: string }, key) =>
      dataOf(await http.PUT("/api/studies/{study}/lenses/{lens}/override", { params: { path }, headers: { [REQUEST_KEY]: key }, body: given })),
    refresh,
    toldThere: true,
  });
  const nameCell = useWrite({
    label: "Name a cell",
    send: async ({ cell, name }: { cell: string; name: string }, key) =>
      dataOf(await http.PUT("/api/studies/{study}/lenses/{lens}/cells/{cell}", { params: { path: { ...path, cell } }, headers: { [REQUEST_KEY]: key }, body: { name } })),
    refresh,
  });
  return { judge, takeBack, confirm, override, nameCell };
}
