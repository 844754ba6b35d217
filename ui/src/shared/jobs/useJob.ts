import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { dataOf, http } from "@/api/client";
import { onHappened } from "@/api/events";
import type { components } from "@/api/schema";

export type Job = components["schemas"]["JobShown"];

/** The states in which nothing more comes of a job. */
export const ENDED = new Set<Job["state"]>(["done", "stopped", "failed", "interrupted"]);

/** A job as it goes on; told of by the server's stream, and asked after now and then in case a word was lost. */
export function useJob(job: string | null) {
  const cache = useQueryClient();
  useEffect(
    () =>
      onHappened((happened) => {
        if (happened.kind === "job") void cache.invalidateQueries({ queryKey: ["job", job] });
      }),
    [cache, job],
  );
  return useQuery({
    queryKey: ["job", job],
    enabled: job !== null,
    queryFn: async () => dataOf(await http.GET("/api/jobs/{job}", { params: { path: { job: job ?? "" } } })),
    refetchInterval: (query) => (query.state.data !== undefined && ENDED.has(query.state.data.state) ? false : 1_000),
  });
}
