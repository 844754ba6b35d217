import { dataOf, http, REQUEST_KEY, restingOn } from "@/api/client";
import { useWrite } from "@/api/writes";
import { useRefusals } from "@/shared/undo/useRefusals";

import { besideOptions, type Memo, type OwnChanges } from "./useSource";

/** The writes of a source's margin, whose positions are in a version of the text: memos, the reading log, suggestions taken or refused. */
export function useMargin(study: string, source: number, own: OwnChanges, version: number) {
  const path = { study, source };
  const { rejected } = useRefusals(study);
  const refresh = () => [besideOptions(study, source).queryKey, ["get", "/api/studies/{study}/reading", { params: { path: { study } } }]];
  const onDone = (answer: { change: number | null }): void => { own.add(answer.change); };

  const add = useWrite({
    label: "Memo",
    send: async (given: { text: string; start: number | null; end: number | null }, request) =>
      dataOf(await http.POST("/api/studies/{study}/reading/{source}/memos", { params: { path }, headers: { [REQUEST_KEY]: request }, body: { ...given, version, kind: "analytic" } })),
    refresh,
    onDone,
  });
  const edit = useWrite({
    label: "Memo",
    send: async ({ memo, text }: { memo: Memo; text: string }, request) =>
      dataOf(await http.PATCH("/api/studies/{study}/memos/{memo}", { params: { path: { study, memo: memo.k } }, headers: { [REQUEST_KEY]: request, ...restingOn(memo.rev) }, body: { text } })),
    refresh,
    onDone,
  });
  const remove = useWrite({
    label: "Remove a memo",
    send: async (memo: Memo, request) =>
      dataOf(await http.DELETE("/api/studies/{study}/memos/{memo}", { params: { path: { study, memo: memo.k } }, headers: { [REQUEST_KEY]: request, ...restingOn(memo.rev) } })),
    refresh,
    onDone,
  });
  const log = useWrite({
    label: "Reading log",
    send: async (given: { how: string; turn: number | null }, request) =>
      dataOf(await http.POST("/api/studies/{study}/reading/{source}/log", { params: { path }, headers: { [REQUEST_KEY]: request }, body: given })),
    refresh,
    onDone,
  });
  const unlog = useWrite({
    label: "Reading log",
    send: async (_given: null, request) => dataOf(await http.DELETE("/api/studies/{study}/reading/{source}/log", { params: { path }, headers: { [REQUEST_KEY]: request } })),
    refresh,
    onDone,
  });
  const settle = useWrite({
    label: "Suggestion",
    send: async ({ rule, suggestions, accept }: { rule: number; suggestions: readonly number[]; accept: boolean }, request) => {
      const given = { params: { path: { study } }, headers: { [REQUEST_KEY]: request }, body: { rule, suggestions: [...suggestions] } };
      return dataOf(accept ? await http.POST("/api/studies/{study}/suggestions/accept", given) : await http.POST("/api/studies/{study}/suggestions/reject", given));
    },
    refresh,
    onDone: (answer, given) => {
      onDone(answer);
      if (!given.accept) rejected(given);
    },
  });
  return { add, edit, remove, log, unlog, settle };
}

export type MarginWrites = ReturnType<typeof useMargin>;
