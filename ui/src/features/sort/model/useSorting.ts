import { useQueryClient } from "@tanstack/react-query";

import { api, dataOf, http, REQUEST_KEY, restingOn } from "@/api/client";
import { drawAhead } from "@/api/fresh";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";
import { tell } from "@/shared/page/tell";

export type Extract = components["schemas"]["ExtractShown"];
type ThemeShown = components["schemas"]["ThemeShown"];

/** The extracts of a theme, and what is done with them; each deed shows at once. */
export function useSorting(study: string, theme: number, by: string) {
  const cache = useQueryClient();
  const init = { params: { path: { study, under: theme }, query: by === "" ? {} : { by } } };
  const query = api.useQuery("get", "/api/studies/{study}/sort/{under}", init);
  const { queryKey } = api.queryOptions("get", "/api/studies/{study}/sort/{under}", init);
  const framework = api.queryOptions("get", "/api/studies/{study}/framework", { params: { path: { study } } }).queryKey;
  const path = { study };
  const ahead = (change: (extracts: readonly Extract[]) => Extract[]): (() => void) => drawAhead<Extract[]>(cache, queryKey, change);
  const refresh = () => [queryKey, framework];

  const review = useWrite({
    label: "Review",
    send: async ({ keys, on }: { keys: readonly number[]; on: boolean }, request) =>
      dataOf(await http.POST("/api/studies/{study}/sort/review", { params: { path }, headers: { [REQUEST_KEY]: request }, body: { codings: [...keys], on } })),
    optimistic: ({ keys, on }) => ahead((extracts) => extracts.map((each) => (keys.includes(each.k) ? { ...each, reviewed: on } : each))),
    refresh,
  });
  const recode = useWrite({
    label: "Move extracts",
    send: async ({ keys, to }: { keys: readonly number[]; to: number }, request) =>
      dataOf(await http.POST("/api/studies/{study}/codings/recode", { params: { path }, headers: { [REQUEST_KEY]: request }, body: { codings: [...keys], theme: to } })),
    optimistic: ({ keys, to }) => ahead((extracts) => extracts.map((each) => (keys.includes(each.k) ? { ...each, theme: to, reviewed: false } : each))),
    refresh,
    onDone: (_answer, { keys }) => { tell(`${String(keys.length)} moved. Ctrl-Z takes it back.`); },
  });
  const remove = useWrite({
    label: "Remove codings",
    send: async (keys: readonly number[], request) =>
      dataOf(await http.POST("/api/studies/{study}/codings/remove", { params: { path }, headers: { [REQUEST_KEY]: request }, body: { codings: [...keys] } })),
    optimistic: (keys) => ahead((extracts) => extracts.filter((each) => !keys.includes(each.k))),
    refresh,
    onDone: () => { tell("Removed. Ctrl-Z brings it back."); },
  });
  /** A new sub-theme for the extracts: made, then they are moved to it; two changes, undone one after the other. */
  const part = useWrite({
    label: "New sub-theme",
    send: async ({ name, parent }: { name: string; parent: number; keys: readonly number[] }, request) =>
      dataOf(
        await http.POST("/api/studies/{study}/framework/themes", {
          params: { path },
          headers: { [REQUEST_KEY]: request },
          body: { words: { name, definition: "", include: "", exclude: "", example: "", origin: "emergent" }, spot: { parent, after: lastUnder(cache.getQueryData(framework), parent) }, reason: "" },
        }),
      ),
    refresh,
    onDone: (answer, { keys }) => {
      const made = answer.made.find((each) => each.table === "theme")?.key[0];
      if (made !== undefined && keys.length > 0) recode.mutate({ keys, to: Number(made) });
    },
  });
  const mend = useWrite({
    label: "Mend the definition",
    send: async ({ theme: edited, words }: { theme: ThemeShown; words: components["schemas"]["ThemeEdit"] }, request) =>
      dataOf(
        await http.PATCH("/api/studies/{study}/framework/themes/{theme}", {
          params: { path: { study, theme: edited.k } },
          headers: { [REQUEST_KEY]: request, ...restingOn(edited.rev) },
          body: words,
        }),
      ),
    refresh,
  });
  return { query, review, recode, remove, part, mend };
}

export type Sorting = ReturnType<typeof useSorting>;

/** The last sub-theme under a theme, behind which a new one is put. */
function lastUnder(framework: components["schemas"]["FrameworkShown"] | undefined, parent: number): number | null {
  return framework?.themes.findLast((theme) => theme.parent === parent)?.k ?? null;
}
