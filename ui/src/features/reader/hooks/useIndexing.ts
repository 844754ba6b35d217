import { useQueryClient } from "@tanstack/react-query";

import { dataOf, http, REQUEST_KEY, restingOn } from "@/api/client";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";
import { tell, tellRefusal } from "@/shared/page/tell";

import { besideOptions, themesOptions, type Beside, type OwnChanges } from "./useSource";

type Written = components["schemas"]["Written"];
type Coding = Beside["codings"][number];

/** What is to be indexed: a stretch (code points) under themes, or under an open code that is made with it. */
export interface ToCode {
  start: number;
  end: number;
  themes: readonly number[];
  code?: string;
}

let drawn = 0;

/** The writes of the reader. Each shows at once and is taken back, with the reason, if the server refuses it. */
export function useIndexing(study: string, source: number, own: OwnChanges) {
  const cache = useQueryClient();
  const key = besideOptions(study, source).queryKey;
  const path = { study, source };

  const ahead = (change: (codings: readonly Coding[]) => Coding[]): (() => void) => {
    void cache.cancelQueries({ queryKey: key });
    const before = cache.getQueryData<Beside>(key);
    cache.setQueryData<Beside>(key, (known) => known && { ...known, codings: change(known.codings) });
    return () => { cache.setQueryData(key, before); };
  };
  const refresh = () => [key];
  const done = (answer: Written): void => { own.add(answer.change); };

  const code = useWrite({
    label: "Index",
    send: async (given: ToCode & { drawn: readonly number[] }, request) =>
      dataOf(
        await http.POST("/api/studies/{study}/reading/{source}/codings", {
          params: { path },
          headers: { [REQUEST_KEY]: request },
          body: { start: given.start, end: given.end, themes: [...given.themes], code: given.code ?? null, note: "", round: null },
        }),
      ),
    optimistic: (given) => {
      const fresh = given.themes.map((theme, at): Coding => ({ k: given.drawn[at] as number, rev: 0, start: given.start, end: given.end, theme, coder: 0, note: "", origins: [], at: 0 }));
      return ahead((codings) => {
        const there = new Set(codings.map((each) => `${String(each.start)} ${String(each.end)} ${String(each.theme)}`));
        return [...codings, ...fresh.filter((each) => !there.has(`${String(each.start)} ${String(each.end)} ${String(each.theme)}`))];
      });
    },
    onDone: (answer, given) => {
      done(answer);
      const made = answer.made.filter((each) => each.table === "coding").map((each) => Number(each.key[0]));
      if (given.code !== undefined) void cache.invalidateQueries({ queryKey: themesOptions(study).queryKey });
      if (made.length !== given.themes.length || answer.rev === null) {
        void cache.invalidateQueries({ queryKey: key });
        return;
      }
      const keys = new Map(given.drawn.map((temporary, at) => [temporary, made[at] as number]));
      cache.setQueryData<Beside>(key, (known) => known && named(known, keys, answer.rev as number));
    },
    onRefused: (error) => { tellRefusal(error, "That was not indexed"); },
  });

  const remove = useWrite({
    label: "Remove a coding",
    send: async (keys: readonly number[], request) =>
      dataOf(await http.POST("/api/studies/{study}/codings/remove", { params: { path: { study } }, headers: { [REQUEST_KEY]: request }, body: { codings: [...keys] } })),
    optimistic: (keys) => ahead((codings) => codings.filter((each) => !keys.includes(each.k))),
    onDone: (answer) => { done(answer); tell("Removed. Ctrl-Z brings it back."); },
    onRefused: (error) => { tellRefusal(error, "That was not removed"); },
  });

  const recode = useWrite({
    label: "Recode",
    send: async ({ keys, theme }: { keys: readonly number[]; theme: number }, request) =>
      dataOf(await http.POST("/api/studies/{study}/codings/recode", { params: { path: { study } }, headers: { [REQUEST_KEY]: request }, body: { codings: [...keys], theme } })),
    optimistic: ({ keys, theme }) => ahead((codings) => codings.map((each) => (keys.includes(each.k) ? { ...each, theme } : each))),
    refresh,
    onDone: done,
  });

  const resize = useWrite({
    label: "Resize a coding",
    send: async ({ coding, start, end }: { coding: Coding; start: number; end: number }, request) =>
      dataOf(
        await http.PUT("/api/studies/{study}/codings/{coding}/bounds", {
          params: { path: { study, coding: coding.k } },
          headers: { [REQUEST_KEY]: request, ...restingOn(coding.rev) },
          body: { start, end },
        }),
      ),
    optimistic: ({ coding, start, end }) => ahead((codings) => codings.map((each) => (each.k === coding.k ? { ...each, start, end } : each))),
    refresh,
    onDone: done,
  });

  const note = useWrite({
    label: "Note on a coding",
    send: async ({ coding, words }: { coding: Coding; words: string }, request) =>
      dataOf(
        await http.PUT("/api/studies/{study}/codings/{coding}/note", {
          params: { path: { study, coding: coding.k } },
          headers: { [REQUEST_KEY]: request, ...restingOn(coding.rev) },
          body: { note: words },
        }),
      ),
    optimistic: ({ coding, words }) => ahead((codings) => codings.map((each) => (each.k === coding.k ? { ...each, note: words } : each))),
    refresh,
    onDone: done,
  });

  return {
    code: (given: ToCode): void => {
      code.mutate({ ...given, drawn: given.themes.map(() => (drawn -= 1)) });
    },
    remove: remove.mutate,
    recode: recode.mutate,
    resize: resize.mutate,
    note,
  };
}

export type Indexing = ReturnType<typeof useIndexing>;

/** The codings with the keys that the server gave to those that were drawn ahead. */
function named(beside: Beside, keys: ReadonlyMap<number, number>, rev: number): Beside {
  const there = new Set(beside.codings.map((each) => each.k));
  const codings = beside.codings.flatMap((each) => {
    const k = keys.get(each.k);
    if (k === undefined) return [each];
    return there.has(k) ? [] : [{ ...each, k, rev, at: Date.now() }];
  });
  return { ...beside, codings };
}
