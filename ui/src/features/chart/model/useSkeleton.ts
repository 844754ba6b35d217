import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { api, dataOf, http } from "@/api/client";
import { onHappened } from "@/api/events";
import { whenIdle } from "@/api/fresh";
import type { paths } from "@/api/schema";

import { withRows } from "./patch";
import type { Skeleton } from "./types";

const SKELETON = "/api/studies/{study}/chart/skeleton";
const ALL = ["get", SKELETON] as const;
/** An answer to this page's own write may still be on its way when the change is heard of. */
const ANSWER_MS = 120;
/** After so long without a write all of the chart is read again: a cell may rest on the one that was written. */
const RESTS_MS = 5_000;

type Query = NonNullable<paths[typeof SKELETON]["get"]["parameters"]["query"]>;

/** Which part of the chart is wanted; what is not named: all of it, in the saved order. */
export interface ChartWanted {
  themes?: readonly number[];
  cases?: readonly number[];
  waves?: readonly number[];
  group?: readonly string[];
  sort?: readonly string[];
}

function some<T>(name: string, values: readonly T[] | undefined): Record<string, T[]> {
  return values === undefined || values.length === 0 ? {} : { [name]: [...values] };
}

/** Changes of this page after which the rows that they touched are read alone. */
const own = new Set<string>();
const resting = new Map<string, ReturnType<typeof setTimeout>>();

function named(study: string, change: number | undefined): string {
  return `${String(change)} ${study}`;
}

/** The skeleton of the chart that is wanted. It is read again when a change reaches the chart, not at every change. */
export function useSkeleton(study: string, { themes, cases, waves, group, sort }: ChartWanted) {
  const init = {
    params: {
      path: { study },
      query: { ...some("theme", themes), ...some("case", cases), ...some("wave", waves), ...some("group", group), ...some("sort", sort) },
    },
  };
  // To compare half a million values with those before takes longer than to draw from the new ones.
  const query = api.useQuery("get", SKELETON, init, { meta: { live: false }, structuralSharing: false, placeholderData: (before) => before });
  const cache = useQueryClient();
  useEffect(
    () =>
      onHappened((happened) => {
        if (happened.study !== study || happened.kind === "job") return;
        setTimeout(() => {
          if (own.has(named(study, happened.number))) return;
          void cache.invalidateQueries({ queryKey: ALL });
          void cache.invalidateQueries({ queryKey: ["chart window", study] });
        }, ANSWER_MS);
      }),
    [cache, study],
  );
  return query;
}

/** After a write of this page to a cell: reads the rows of its case again, and all of the chart once nobody writes. */
export function readRowsOf(cache: QueryClient, study: string, of: number, change: number | null): void {
  if (change === null) return;
  own.add(named(study, change));
  void whenIdle(`rows of ${String(of)} ${study}`, () => readRows(cache, study, of));
  clearTimeout(resting.get(study));
  resting.set(study, setTimeout(() => void cache.invalidateQueries({ queryKey: ALL }), RESTS_MS));
}

async function readRows(cache: QueryClient, study: string, of: number): Promise<void> {
  const known = cache.getQueryCache().findAll({ queryKey: ALL, type: "active" });
  await Promise.all(
    known.map(async ({ queryKey, state }) => {
      const { path, query } = (queryKey[2] as { params: { path: { study: string }; query: Query } }).params;
      const whole = state.data as Skeleton | undefined;
      if (path.study !== study || whole === undefined) return;
      // What is being read now may be from before the write.
      const isPart = query.case === undefined && state.fetchStatus === "idle";
      const part = isPart ? dataOf(await http.GET(SKELETON, { params: { path, query: { ...query, case: [of] } } })) : null;
      const newest = cache.getQueryData<Skeleton>(queryKey);
      const after = part === null || newest === undefined || cache.isFetching({ queryKey, exact: true }) > 0 ? null : withRows(newest, part);
      if (after === null) await cache.invalidateQueries({ queryKey, exact: true });
      else cache.setQueryData(queryKey, after);
    }),
  );
}
