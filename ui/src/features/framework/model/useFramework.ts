import { useQueryClient } from "@tanstack/react-query";

import { api, dataOf, http, REQUEST_KEY, restingOn } from "@/api/client";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";
import { tell } from "@/shared/page/tell";

import type { NewLine } from "./lines";
import type { Spot } from "./tree";
import type { Framework, Theme } from "./types";

type Rewording = components["schemas"]["ThemeEdit"];
type Wording = components["schemas"]["ThemeWords"];

/** The framework of a study, and everything that can be done with it; each deed is one change in the history. */
export function useFramework(study: string) {
  const path = { study };
  const query = api.useQuery("get", "/api/studies/{study}/framework", { params: { path } });
  const cache = useQueryClient();
  const { queryKey } = api.queryOptions("get", "/api/studies/{study}/framework", { params: { path } });
  const refresh = () => [queryKey];

  /** Changes the cached tree at once; returns how to take that back. */
  const ahead = (change: (theme: Theme) => Theme): (() => void) => {
    const before = cache.getQueryData<Framework>(queryKey);
    if (before !== undefined) {
      cache.setQueryData<Framework>(queryKey, { ...before, themes: before.themes.map(change), codes: before.codes.map(change) });
    }
    return () => { cache.setQueryData(queryKey, before); };
  };

  const edit = useWrite({
    label: "Edit a theme",
    send: async ({ theme, words }: { theme: Theme; words: Rewording }, key) =>
      dataOf(
        await http.PATCH("/api/studies/{study}/framework/themes/{theme}", {
          params: { path: { study, theme: theme.k } },
          headers: { [REQUEST_KEY]: key, ...restingOn(theme.rev) },
          body: words,
        }),
      ),
    optimistic: ({ theme, words }) => {
      const given = Object.fromEntries(Object.entries(words).filter(([name]) => name in theme));
      return ahead((each) => (each.k === theme.k ? { ...each, ...given } : each));
    },
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
    refresh,
    onDone: () => { tell("Retired. Its codings stay readable."); },
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
  return { query, edit, move, add, addAll, split, merge, retire, version };
}

export type FrameworkDeeds = ReturnType<typeof useFramework>;
