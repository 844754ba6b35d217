import { useQueryClient } from "@tanstack/react-query";

import { api, dataOf, http, REQUEST_KEY } from "@/api/client";
import { useWrite } from "@/api/writes";
import { tell } from "@/shared/page/tell";

import type { JudgementGiven, Sheet } from "./types";

const LENSES = ["get", "/api/studies/{study}/lenses"] as const;
const LENS = ["get", "/api/studies/{study}/lenses/{lens}"] as const;
const SHEET = ["get", "/api/studies/{study}/lenses/{lens}/sheet"] as const;

export interface At {
  unit: string;
  kind: string;
  wave: string;
}

/** How the sheet of a unit is asked for, also as the place of its answer in the cache. */
export function sheetAsked(study: string, lens: string, { unit, kind, wave }: At) {
  return { params: { path: { study, lens }, query: { unit, kind, ...(wave === "" ? {} : { wave }) } } };
}

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
  const cache = useQueryClient();
  const refresh = () => [[...LENSES], [...LENS], [...SHEET], ["get", "/api/studies/{study}/lenses/{lens}/tables/{table}"]];
  // The sheet is read within the write, so that what comes back holds what was said, however many writes wait behind.
  const judge = useWrite({
    label: "Judge",
    send: async ({ given, at }: { given: JudgementGiven; at: At }, key): Promise<Sheet> => {
      await http.POST("/api/studies/{study}/lenses/{lens}/judgements", { params: { path }, headers: { [REQUEST_KEY]: key }, body: given });
      return dataOf(await http.GET("/api/studies/{study}/lenses/{lens}/sheet", sheetAsked(study, lens, at)));
    },
    refresh: () => [[...LENSES], [...LENS]],
  });
  const show = async (sheet: Sheet, at: At): Promise<void> => {
    const place = [...SHEET, sheetAsked(study, lens, at)];
    await cache.cancelQueries({ queryKey: place });
    cache.setQueryData(place, sheet);
  };
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
  return { judge, show, takeBack, confirm, override, nameCell };
}
