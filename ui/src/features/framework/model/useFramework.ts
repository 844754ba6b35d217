import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState, useSyncExternalStore } from "react";

import { api, dataOf, http, REQUEST_KEY, restingOn } from "@/api/client";
import { firstMade } from "@/api/made";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";
import { Ahead, over, type Step } from "@/shared/ahead/ahead";
import { Revisions } from "@/shared/ahead/revisions";
import { tell } from "@/shared/page/tell";

import type { NewLine } from "./lines";
import { placed, reworded, without } from "./steps";
import type { Spot } from "./tree";
import type { Framework, Theme } from "./types";

type Rewording = components["schemas"]["ThemeEdit"];
type Wording = components["schemas"]["ThemeWords"];

/** A framework after a step; open codes are themes without a place yet. */
function stepped(framework: Framework, step: Step<Theme>): Framework {
  const after = step([...framework.themes, ...framework.codes]);
  return { ...framework, themes: after.filter((theme) => theme.state !== "code"), codes: after.filter((theme) => theme.state === "code") };
}

/** The framework of a study, and everything that can be done with it; each deed is one change in the history. */
export function useFramework(study: string) {
  const path = { study };
  const read = api.useQuery("get", "/api/studies/{study}/framework", { params: { path } });
  const cache = useQueryClient();
  const { queryKey } = api.queryOptions("get", "/api/studies/{study}/framework", { params: { path } });
  const refresh = () => [queryKey];
  const [own] = useState(() => ({ ahead: new Ahead<Theme>(), revisions: new Revisions() }));
  const [made, setMade] = useState<number | null>(null);
  const drawn = useSyncExternalStore(own.ahead.subscribe, own.ahead.snapshot);
  const data = useMemo(() => read.data && stepped(read.data, (themes) => over(drawn, themes)), [read.data, drawn]);

  /** Draws a write at once; gives back how to take that away again. */
  const ahead = (given: object, step: Step<Theme>): (() => void) => {
    own.ahead.add(given, step);
    return () => { own.ahead.drop(given); };
  };
  /** What was drawn ahead is what the server did: it stands among what was read, until that is read again. */
  const stands = (given: object, step: Step<Theme>): void => {
    void cache.cancelQueries({ queryKey }, { revert: false });
    cache.setQueryData<Framework>(queryKey, (known) => known && stepped(known, step));
    own.ahead.drop(given);
  };

  const edit = useWrite({
    label: "Edit a theme",
    send: async ({ theme, words }: { theme: Theme; words: Rewording }, key) => {
      const rev = own.revisions.newest(theme.k, theme.rev);
      const answer = dataOf(
        await http.PATCH("/api/studies/{study}/framework/themes/{theme}", {
          params: { path: { study, theme: theme.k } },
          headers: { [REQUEST_KEY]: key, ...restingOn(rev) },
          body: words,
        }),
      );
      own.revisions.wrote(theme.k, rev, answer.rev);
      return answer;
    },
    optimistic: (given) => ahead(given, reworded(given.theme.k, given.words)),
    onDone: (answer, given) => { stands(given, reworded(given.theme.k, given.words, answer.rev)); },
    refresh,
  });
  const move = useWrite({
    label: "Move a theme",
    send: async ({ k, spot }: { k: number; spot: Spot }, key) =>
      dataOf(
        await http.POST("/api/studies/{study}/framework/themes/{theme}/move", {
          params: { path: { study, theme: k } },
          headers: { [REQUEST_KEY]: key },
          body: spot,
        }),
      ),
    optimistic: (given) => ahead(given, placed(given.k, given.spot)),
    onDone: (_answer, given) => { stands(given, placed(given.k, given.spot)); },
    refresh,
  });
  const add = useWrite({
    label: "Add a theme",
    send: async ({ words, spot }: { words: Wording; spot: Spot | null }, key) =>
      dataOf(
        await http.POST("/api/studies/{study}/framework/themes", {
          params: { path },
          headers: { [REQUEST_KEY]: key },
          body: { words, spot },
        }),
      ),
    onDone: (written) => { setMade(firstMade(written, "theme")); },
    refresh,
  });
  const addAll = useWrite({
    label: "Add themes",
    send: async ({ lines, parent }: { lines: NewLine[]; parent: number | null }, key) =>
      dataOf(
        await http.POST("/api/studies/{study}/framework/themes/several", {
          params: { path },
          headers: { [REQUEST_KEY]: key },
          body: { lines, parent, reason: "" },
        }),
      ),
    onDone: (written) => { setMade(firstMade(written, "theme")); },
    refresh,
  });
  const split = useWrite({
    label: "Split a theme",
    send: async ({ k, into, heir, reason }: { k: number; into: Wording[]; heir: string; reason: string }, key) =>
      dataOf(
        await http.POST("/api/studies/{study}/framework/themes/{theme}/split", {
          params: { path: { study, theme: k } },
          headers: { [REQUEST_KEY]: key },
          body: { into, sub_themes_to: heir, reason },
        }),
      ),
    refresh,
    onDone: () => { tell("Split. Its codings wait under “To look at again” to be allocated."); },
  });
  const merge = useWrite({
    label: "Merge themes",
    send: async ({ themes, into, reason }: { themes: number[]; into: number; reason: string }, key) =>
      dataOf(
        await http.POST("/api/studies/{study}/framework/merge", {
          params: { path },
          headers: { [REQUEST_KEY]: key },
          body: { themes, into, reason },
        }),
      ),
    refresh,
    onDone: () => { tell("Merged. Codings and cells were carried along with their origin."); },
  });
  const retire = useWrite({
    label: "Retire a theme",
    send: async ({ k, below, reason }: { k: number; below: boolean; reason: string }, key) =>
      dataOf(
        await http.POST("/api/studies/{study}/framework/themes/{theme}/retire", {
          params: { path: { study, theme: k } },
          headers: { [REQUEST_KEY]: key },
          body: { with_sub_themes: below, reason },
        }),
      ),
    optimistic: (given) => ahead(given, without(given.k)),
    onDone: (_answer, given) => {
      stands(given, without(given.k));
      tell("Retired. Its codings stay readable.");
    },
    refresh,
  });
  const version = useWrite({
    label: "Name a version",
    send: async ({ name, reason }: { name: string; reason: string }, key) =>
      dataOf(
        await http.POST("/api/studies/{study}/framework/versions", {
          params: { path },
          headers: { [REQUEST_KEY]: key },
          body: { name, reason },
        }),
      ),
    refresh,
    onDone: (_done, { name }) => { tell(`The framework is kept as ${name}.`); },
  });
  /** made: the theme, or the first of the themes, that was added here last. */
  return { query: { data, error: read.error, isPending: read.isPending }, made, edit, move, add, addAll, split, merge, retire, version };
}

export type FrameworkDeeds = ReturnType<typeof useFramework>;
