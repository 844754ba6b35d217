import type { QueryClient } from "@tanstack/react-query";

/** Something that happened on the server: a change in a study, or a job that went on. */
export interface Happened {
  /** reset: it is not known what was missed of a study; everything of it is to be read again. */
  kind: "change" | "job" | "reset";
  study: string;
  /** Number of the change in the study's history; absent for a job. */
  number?: number;
  action?: string;
  person?: string;
  job?: string;
}

type Listener = (happened: Happened) => void;

const listeners = new Set<Listener>();

/** Calls back for everything that happens, in this tab or another one, here or on the command line. */
export function onHappened(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(happened: Happened): void {
  for (const listener of listeners) listener(happened);
}

/**
 * Listens to the server. A browser keeps six connections to one address, so of all tabs only the one that
 * holds the lock opens the stream; it passes on what it hears.
 */
export function listen(): () => void {
  const channel = new BroadcastChannel("trellis-events");
  channel.onmessage = (message: MessageEvent<Happened>) => {
    tell(message.data);
  };
  let stop: () => void = () => undefined;
  const ended = new Promise<void>((done) => {
    stop = done;
  });
  const hear = (event: MessageEvent<string>): void => {
    const happened = JSON.parse(event.data) as Happened;
    tell(happened);
    channel.postMessage(happened);
  };
  const lead = async (): Promise<void> => {
    const stream = new EventSource("/api/events");
    stream.addEventListener("change", hear);
    stream.addEventListener("job", hear);
    stream.addEventListener("reset", hear);
    await ended;
    stream.close();
  };
  // A rejection means that the page goes away before its turn to lead came.
  navigator.locks.request("trellis-events", lead).catch(() => undefined);
  return () => {
    stop();
    channel.close();
  };
}

/** Whether a query's key is about a study: openapi-react-query keys are [method, path, {params}]. */
export function isAbout(key: readonly unknown[], study: string): boolean {
  const init = key[2] as { params?: { path?: { study?: string } } } | undefined;
  return init?.params?.path?.study === study || key[1] === "/api/studies";
}

/** Reads again what a change in a study may have altered. Queries with meta {live: false} look after themselves. */
export function refreshOnChange(cache: QueryClient): () => void {
  return onHappened((happened) => {
    if (happened.kind === "job") return;
    void cache.invalidateQueries({
      predicate: (query) => query.meta?.["live"] !== false && isAbout(query.queryKey, happened.study),
    });
  });
}
