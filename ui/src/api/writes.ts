import { useMutation, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";

import { readWhenIdle } from "./fresh";
import { looking } from "./past";
import { Problem } from "./problem";

/** One write: `send` is given the key under which the server remembers it, the same at each try. */
export interface Write<T> {
  label: string;
  send: (key: string) => Promise<T>;
}

/** How the queue stands: how many writes wait, whether the server was not reached, or was and another program holds the study. */
export interface QueueState {
  waiting: number;
  offline: boolean;
  busy: boolean;
}

const WAITS_MS = [300, 1_000, 2_000, 4_000, 8_000];

/** Whether an error says that the server was not reached, rather than that it refused. */
function notReached(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof Problem && (error.status === 502 || error.status === 503));
}

function namesChange(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "change" in answer && typeof answer.change === "number";
}

/**
 * Sends writes one after another in the order in which they were made, so that an undo never overtakes what
 * it undoes. A write that found no server is sent again under its key until it is answered.
 */
export class WriteQueue {
  private tail: Promise<unknown> = Promise.resolve();
  private state: QueueState = { waiting: 0, offline: false, busy: false };
  private readonly listeners = new Set<() => void>();
  private readonly ofChanges = new Set<() => void>();
  private readonly pause: (ms: number) => Promise<void>;

  constructor(pause: (ms: number) => Promise<void> = (ms) => new Promise((done) => setTimeout(done, ms))) {
    this.pause = pause;
  }

  add<T>(write: Write<T>): Promise<T> {
    this.tell({ ...this.state, waiting: this.state.waiting + 1 });
    const key = crypto.randomUUID();
    const done = this.tail.then(() => this.untilAnswered(write, key));
    this.tail = done.catch(() => undefined);
    void this.tail.then(() => {
      this.tell({ ...this.state, waiting: this.state.waiting - 1 });
    });
    return done;
  }

  /** Resolves once everything that waits now has been answered. */
  idle(): Promise<unknown> {
    return this.tail;
  }

  /** Resolves once nothing waits, what came in meanwhile included, and those who asked have heard the answers. */
  async settled(): Promise<void> {
    do {
      await this.tail;
      await new Promise((done) => setTimeout(done));
    } while (this.state.waiting > 0);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): QueueState => this.state;

  /** Tells of each answer that names a change of the history; an undo's names none. Gives back how to stop. */
  onChange(listener: () => void): () => void {
    this.ofChanges.add(listener);
    return () => { this.ofChanges.delete(listener); };
  }

  private async untilAnswered<T>(write: Write<T>, key: string): Promise<T> {
    for (let tries = 0; ; tries += 1) {
      try {
        const answer = await write.send(key);
        this.tell({ ...this.state, offline: false, busy: false });
        if (namesChange(answer)) for (const listener of this.ofChanges) listener();
        return answer;
      } catch (error) {
        if (!notReached(error)) {
          this.tell({ ...this.state, offline: false, busy: false });
          throw error;
        }
        const busy = error instanceof Problem && error.slug === "busy";
        this.tell({ ...this.state, offline: !busy, busy });
        await this.pause(WAITS_MS[Math.min(tries, WAITS_MS.length - 1)] ?? 8_000);
      }
    }
  }

  private tell(state: QueueState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/** The page's one queue. */
export const writes = new WriteQueue();

export function useQueueState(): QueueState {
  return useSyncExternalStore(writes.subscribe, writes.snapshot);
}

/**
 * A write from a component. `optimistic` changes the cache at once and returns how to take that back if the
 * server refuses; `refresh` names what to read again once it, and all that waits with it, has been answered.
 */
export function useWrite<Given, Answer>(spec: {
  label: string;
  send: (given: Given, key: string) => Promise<Answer>;
  optimistic?: (given: Given) => (() => void) | undefined;
  refresh?: (given: Given) => QueryKey[];
  onDone?: (answer: Answer, given: Given) => void;
  onRefused?: (error: unknown, given: Given) => void;
  /** The component that waits for the answer tells of a refusal itself. */
  toldThere?: boolean;
}) {
  const cache = useQueryClient();
  return useMutation<Answer, unknown, Given, (() => void) | undefined>({
    // The queue retries and orders; the query library must not stop it because the browser thinks it is offline.
    networkMode: "always",
    meta: { label: spec.label, handled: spec.onRefused !== undefined || spec.toldThere === true },
    mutationFn: (given) => writes.add({ label: spec.label, send: (key) => spec.send(given, key) }),
    // What is read as it was is not changed, not even for a moment.
    onMutate: (given) => (looking.get() === null ? spec.optimistic?.(given) : undefined),
    onError: (error, given, rollback) => {
      rollback?.();
      spec.onRefused?.(error, given);
    },
    onSuccess: (answer, given) => spec.onDone?.(answer, given),
    onSettled: (_answer, _error, given) => {
      for (const queryKey of spec.refresh?.(given) ?? []) void readWhenIdle(cache, queryKey);
    },
  });
}
