import { useQueryClient } from "@tanstack/react-query";

import { dataOf, http, REQUEST_KEY, restingOn } from "@/api/client";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";
import type { Step } from "@/shared/ahead/ahead";
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

/** The writes of the reader, whose positions are in a version of the text. Each shows at once and is taken back, with the reason, if the server refuses it. */
export function useIndexing(study: string, source: number, own: OwnChanges, round: number | null, version: number) {
  const cache = useQueryClient();
  const key = besideOptions(study, source, round).queryKey;
  const path = { study, source };

  /** Draws a write at once; gives back how to take that away again. */
  const ahead = (given: object, step: Step<Coding>): (() => void) => {
    own.ahead.add(given, step);
    return () => { own.ahead.drop(given); };
  };
  /** What was drawn ahead is what the server did: from now on it stands among what was read. */
  const stands = (given: object, step: Step<Coding>): void => {
    // What is being read now may have been read before this write; it is read again.
    const isReading = cache.isFetching({ queryKey: key }) > 0;
    void cache.cancelQueries({ queryKey: key }, { revert: false });
    cache.setQueryData<Beside>(key, (known) => known && { ...known, codings: step(known.codings) });
    own.ahead.drop(given);
    if (isReading) void cache.invalidateQueries({ queryKey: key });
  };
  const done = (answer: Written): void => { own.add(answer.change); };
  const rest = (coding: Coding): { rev: number; wrote: (answer: Written) => Written } => {
    const rev = own.revisions.newest(coding.k, coding.rev);
    return { rev, wrote: (answer) => { own.revisions.wrote(coding.k, rev, answer.rev); return answer; } };
  };

  const code = useWrite({
    label: "Index",
    send: async (given: ToCode & { version: number; drawn: readonly number[] }, request) =>
      dataOf(
        await http.POST("/api/studies/{study}/reading/{source}/codings", {
          params: { path },
          headers: { [REQUEST_KEY]: request },
          body: { start: given.start, end: given.end, version: given.version, themes: [...given.themes], code: given.code ?? null, note: "", round },
        }),
      ),
    optimistic: (given) => {
      const fresh = given.drawn.map((k, at) => codingOf(given, at, k, 0));
      return ahead(given, (codings) => withFresh(codings, fresh));
    },
    onDone: (answer, given) => {
      done(answer);
      const made = answer.made.filter((each) => each.table === "coding").map((each) => Number(each.key[0]));
      if (given.code !== undefined) void cache.invalidateQueries({ queryKey: themesOptions(study).queryKey });
      const { rev } = answer;
      if (made.length === given.themes.length && rev !== null) {
        stands(given, (codings) => withFresh(codings, made.map((k, at) => ({ ...codingOf(given, at, k, rev), at: Date.now() }))));
      } else void cache.invalidateQueries({ queryKey: key }).then(() => { own.ahead.drop(given); });
    },
    onRefused: (error) => { tellRefusal(error, "That was not indexed"); },
  });

  const remove = useWrite({
    label: "Remove a coding",
    send: async (keys: readonly number[], request) =>
      dataOf(await http.POST("/api/studies/{study}/codings/remove", { params: { path: { study } }, headers: { [REQUEST_KEY]: request }, body: { codings: [...keys] } })),
    optimistic: (keys) => ahead(keys, without(keys)),
    onDone: (answer, keys) => {
      done(answer);
      stands(keys, without(keys));
      tell("Removed. Ctrl-Z brings it back.");
    },
    onRefused: (error) => { tellRefusal(error, "That was not removed"); },
  });

  const recode = useWrite({
    label: "Recode",
    send: async ({ coding, theme }: { coding: Coding; theme: number }, request) => {
      const { rev, wrote } = rest(coding);
      return wrote(dataOf(await http.POST("/api/studies/{study}/codings/recode", { params: { path: { study } }, headers: { [REQUEST_KEY]: request }, body: { codings: [coding.k], theme, rev } })));
    },
    optimistic: (given) => ahead(given, altered(given.coding, { theme: given.theme })),
    refresh: () => [key],
    onDone: (answer, given) => {
      done(answer);
      stands(given, altered(given.coding, { theme: given.theme }, answer));
    },
  });

  const resize = useWrite({
    label: "Resize a coding",
    send: async ({ coding, start, end }: { coding: Coding; start: number; end: number }, request) => {
      const { rev, wrote } = rest(coding);
      const params = { path: { study, coding: coding.k } };
      return wrote(dataOf(await http.PUT("/api/studies/{study}/codings/{coding}/bounds", { params, headers: { [REQUEST_KEY]: request, ...restingOn(rev) }, body: { start, end } })));
    },
    optimistic: (given) => ahead(given, altered(given.coding, { start: given.start, end: given.end })),
    onDone: (answer, given) => {
      done(answer);
      stands(given, altered(given.coding, { start: given.start, end: given.end }, answer));
    },
  });

  const note = useWrite({
    label: "Note on a coding",
    send: async ({ coding, words }: { coding: Coding; words: string }, request) => {
      const { rev, wrote } = rest(coding);
      const params = { path: { study, coding: coding.k } };
      return wrote(dataOf(await http.PUT("/api/studies/{study}/codings/{coding}/note", { params, headers: { [REQUEST_KEY]: request, ...restingOn(rev) }, body: { note: words } })));
    },
    optimistic: (given) => ahead(given, altered(given.coding, { note: given.words })),
    onDone: (answer, given) => {
      done(answer);
      stands(given, altered(given.coding, { note: given.words }, answer));
    },
  });

  return {
    code: (given: ToCode): void => {
      code.mutate({ ...given, version, drawn: given.themes.map(() => (drawn -= 1)) });
    },
    remove: remove.mutate,
    recode: recode.mutate,
    resize: resize.mutate,
    note,
  };
}

export type Indexing = ReturnType<typeof useIndexing>;

/** A coding as it will stand: the place-th theme of what is indexed. */
function codingOf(given: ToCode, place: number, k: number, rev: number): Coding {
  return { k, rev, start: given.start, end: given.end, theme: given.themes[place] as number, coder: 0, note: "", origins: [], at: 0 };
}

function placeOf(coding: Coding): string {
  return `${String(coding.start)} ${String(coding.end)} ${String(coding.theme)}`;
}

/** The codings with new ones; what is indexed there already stays as it is. */
function withFresh(codings: readonly Coding[], fresh: readonly Coding[]): Coding[] {
  const keys = new Set(codings.map((each) => each.k));
  const places = new Set(codings.map(placeOf));
  return [...codings, ...fresh.filter((each) => !keys.has(each.k) && !places.has(placeOf(each)))];
}

function without(keys: readonly number[]): Step<Coding> {
  return (codings) => codings.filter((each) => !keys.includes(each.k));
}

/** One coding altered; with the answer, as the revision that the server gave it. */
function altered(coding: Coding, change: Partial<Coding>, answer?: Written): Step<Coding> {
  const rev = answer?.rev == null ? {} : { rev: answer.rev };
  return (codings) => codings.map((each) => (each.k === coding.k ? { ...each, ...change, ...rev } : each));
}
