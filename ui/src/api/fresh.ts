import { hashKey, useQueryClient, type QueryClient, type QueryKey } from "@tanstack/react-query";
import { useEffect } from "react";

import { onHappened } from "./events";
import { writes } from "./writes";

const awaited = new Map<string, Promise<void>>();

/** Runs once after no write of this page waits for its answer; askings under one name in between become one. */
export function whenIdle(name: string, run: () => Promise<unknown>): Promise<void> {
  const known = awaited.get(name);
  if (known !== undefined) return known;
  const ran = writes.settled().then(async () => {
    awaited.delete(name);
    await run();
  });
  awaited.set(name, ran);
  return ran;
}

/**
 * Reads a query again once no write of this page waits for its answer. What is read while one does may have been
 * taken from before it, and would put what has been drawn already out of sight.
 */
export function readWhenIdle(cache: QueryClient, queryKey: QueryKey): Promise<void> {
  return whenIdle(hashKey(queryKey), () => cache.invalidateQueries({ queryKey }));
}

/** Reads queries of a study again after each change, once no write waits; they are marked {live: false} for it. */
export function useReadWhenIdle(study: string, queryKey: QueryKey): void {
  const cache = useQueryClient();
  const name = JSON.stringify(queryKey);
  useEffect(
    () =>
      onHappened((happened) => {
        if (happened.kind !== "job" && happened.study === study) void readWhenIdle(cache, JSON.parse(name) as QueryKey);
      }),
    [cache, study, name],
  );
}

/**
 * Draws a change before the server has answered; gives back how to take that back. A reading that is on its way is
 * given up, since it may be from before the change, and is made later.
 */
export function drawAhead<Data>(cache: QueryClient, queryKey: QueryKey, change: (known: Data) => Data): () => void {
  const before = cache.getQueryData<Data>(queryKey);
  if (before === undefined) return () => undefined;
  if (cache.isFetching({ queryKey, exact: true }) > 0) {
    // Giving up puts back what was known when the reading began; what is known now is set below.
    void cache.cancelQueries({ queryKey, exact: true });
    void readWhenIdle(cache, queryKey);
  }
  cache.setQueryData<Data>(queryKey, change(before));
  return () => {
    cache.setQueryData(queryKey, before);
    void readWhenIdle(cache, queryKey);
  };
}
