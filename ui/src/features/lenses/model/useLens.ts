import { useQueryClient } from "@tanstack/react-query";

import { api, dataOf, http, REQUEST_KEY, restingOn } from "@/api/client";
import { drawAhead, useReadWhenIdle } from "@/api/fresh";
import { restingOnBase, type Base } from "@/api/resting";
import { useWrite } from "@/api/writes";
import { tell } from "@/shared/page/tell";

import { givenOf, type Draft } from "./judging";
import { withAnswer, withoutSaid, withSaid } from "./said";
import type { Sheet } from "./types";

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
export function useSession() {
  return api.useQuery("get", "/api/session");
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

/** One dimension of the sheet of a unit, and who judges it. */
export interface Where {
  at: At;
  dimension: string;
  judge: string;
}

/** The answer of a write, once the next one knows what it made. */
function noted<Answer extends { rev: number | null }>(base: Base, answer: Answer, rev = answer.rev): Answer {
  if (rev !== null) base.made(rev);
  return answer;
}

/** What can be done to one lens and its judgements. */
export function useLensDeeds(study: string, lens: string) {
  const path = { study, lens };
  const cache = useQueryClient();
  const refresh = () => [[...LENSES], [...LENS], [...SHEET], ["get", "/api/studies/{study}/lenses/{lens}/tables/{table}"]];
  const draw = (at: At, change: (sheet: Sheet) => Sheet): (() => void) => drawAhead<Sheet>(cache, [...SHEET, sheetAsked(study, lens, at)], change);
  const known = ({ at, dimension, judge }: Where, answer: { rev: number | null; made: readonly { table: string; key: readonly unknown[] }[] }): void => {
    const k = answer.made.find((each) => each.table === "judgement")?.key[0];
    const news = { ...(answer.rev === null ? {} : { rev: answer.rev }), ...(typeof k === "number" ? { k } : {}) };
    cache.setQueryData<Sheet>([...SHEET, sheetAsked(study, lens, at)], (sheet) => (sheet === undefined ? sheet : withAnswer(sheet, judge, dimension, news)));
  };
  const judge = useWrite({
    label: "Judge",
    toldThere: true,
    optimistic: ({ draft, where }: { draft: Draft; where: Where; base: Base }) => draw(where.at, (sheet) => withSaid(sheet, where.judge, where.dimension, draft)),
    send: async ({ draft, where, base }, key) =>
      noted(base, dataOf(await http.POST("/api/studies/{study}/lenses/{lens}/judgements", { params: { path }, headers: { [REQUEST_KEY]: key, ...restingOnBase(base) }, body: givenOf(where.at, where.dimension, draft) }))),
    onDone: (answer, { where }) => { known(where, answer); },
    refresh,
  });
  const takeBack = useWrite({
    label: "Take a judgement back",
    optimistic: ({ where }: { k: number; where: Where; base: Base }) => draw(where.at, (sheet) => withoutSaid(sheet, where.judge, where.dimension)),
    send: async ({ k, base }, key) =>
      noted(base, dataOf(await http.DELETE("/api/studies/{study}/lenses/{lens}/judgements/{judgement}", { params: { path: { ...path, judgement: k } }, headers: { [REQUEST_KEY]: key, ...restingOnBase(base) } })), 0),
    refresh,
  });
  const confirm = useWrite({
    label: "Say that a judgement is still right",
    optimistic: ({ where }: { k: number; where: Where; base: Base }) => draw(where.at, (sheet) => withAnswer(sheet, where.judge, where.dimension, { look: "" })),
    send: async ({ k, base }, key) =>
      noted(base, dataOf(await http.POST("/api/studies/{study}/lenses/{lens}/judgements/{judgement}/confirm", { params: { path: { ...path, judgement: k } }, headers: { [REQUEST_KEY]: key, ...restingOnBase(base) } }))),
    onDone: (answer, { where }) => { known(where, answer); },
    refresh,
  });
  const override = useWrite({
    label: "Override an outcome",
    send: async ({ rev, ...given }: { unit: string; kind: string; wave: string | null; outcome: string; reason: string; rev: number }, key) =>
      dataOf(await http.PUT("/api/studies/{study}/lenses/{lens}/override", { params: { path }, headers: { [REQUEST_KEY]: key, ...restingOn(rev) }, body: given })),
    refresh,
    toldThere: true,
  });
  const nameCell = useWrite({
    label: "Name a cell",
    send: async ({ cell, name, rev }: { cell: string; name: string; rev: number }, key) =>
      dataOf(await http.PUT("/api/studies/{study}/lenses/{lens}/cells/{cell}", { params: { path: { ...path, cell } }, headers: { [REQUEST_KEY]: key, ...restingOn(rev) }, body: { name } })),
    refresh,
    toldThere: true,
  });
  return { judge, takeBack, confirm, override, nameCell };
}

export type LensDeeds = ReturnType<typeof useLensDeeds>;

/** The sheet of a unit. While writes wait it is not read: what came then might be from before them. */
export function useSheet(study: string, lens: string, at: At) {
  useReadWhenIdle(study, SHEET);
  return api.useQuery("get", "/api/studies/{study}/lenses/{lens}/sheet", sheetAsked(study, lens, at), { enabled: at.unit !== "", meta: { live: false } });
}
