import { useEffect, useState } from "react";

import { dataOf, http, REQUEST_KEY } from "@/api/client";
import { problemOf } from "@/api/problem";
import type { Found } from "@/shared/files/dropped";
import { ENDED, useJob } from "@/shared/jobs/useJob";

export interface Given {
  manuscript: Found | null;
  transcripts: readonly Found[];
  sample: Found | null;
  k: number;
}

/** Where a check is: files on their way, being checked, stopped, refused. */
export type Stage =
  | { at: "idle" }
  | { at: "sending"; done: number; total: number; name: string }
  | { at: "checking"; check: string; job: string }
  | { at: "stopped" }
  | { at: "failed"; error: unknown };

type Part = "manuscript" | "transcript" | "sample";

function marked(): Record<string, string> {
  return { [REQUEST_KEY]: crypto.randomUUID() };
}

async function send(check: string, part: Part, n: number, { name, file }: Found, signal: AbortSignal): Promise<void> {
  const answer = await fetch(`/api/manuscripts/${check}/${part}/${String(n)}?name=${encodeURIComponent(name)}`, {
    method: "PUT",
    body: file,
    headers: { "X-Trellis": "1", "Content-Type": "application/octet-stream", ...marked() },
    signal,
  });
  if (!answer.ok) throw problemOf(answer.status, await answer.json().catch(() => null));
}

/** Throws the files and the findings of a check away. */
export async function throwAway(check: string): Promise<void> {
  await http.DELETE("/api/manuscripts/{check}", { params: { path: { check } }, headers: marked() });
}

function partsOf(given: Given): [Part, number, Found][] {
  const one = (part: Part, found: Found | null): [Part, number, Found][] => (found === null ? [] : [[part, 0, found]]);
  return [
    ...one("manuscript", given.manuscript),
    ...given.transcripts.map((found, n): [Part, number, Found] => ["transcript", n, found]),
    ...one("sample", given.sample),
  ];
}

/** Sends the files of a check and follows its job; `onDone` gets the check's id once there is a review. */
export function useCheck(onDone: (check: string) => void) {
  const [stage, setStage] = useState<Stage>({ at: "idle" });
  const [sending, setSending] = useState<AbortController | null>(null);
  const running = stage.at === "checking" ? stage : null;
  const { data } = useJob(running?.job ?? null);

  useEffect(() => {
    if (running === null || data?.id !== running.job || !ENDED.has(data.state)) return;
    if (data.state === "done") {
      onDone(running.check);
      return;
    }
    const { state, problem } = data;
    throwAway(running.check)
      .catch(() => undefined)
      .finally(() => {
        setStage(state === "stopped" ? { at: "stopped" } : { at: "failed", error: new Error(problem?.detail ?? "the check was interrupted; begin it again") });
      });
  }, [running, data, onDone]);

  const carryOut = async (given: Given, check: string, signal: AbortSignal): Promise<void> => {
    const parts = partsOf(given);
    for (const [done, [part, n, found]] of parts.entries()) {
      setStage({ at: "sending", done, total: parts.length, name: found.name });
      await send(check, part, n, found, signal);
    }
    const job = dataOf(
      await http.POST("/api/manuscripts/{check}/review", { params: { path: { check } }, headers: marked(), body: { k: given.k }, signal }),
    );
    setStage({ at: "checking", check, job: job.id });
  };
  return {
    stage,
    job: running === null ? undefined : data,
    begin: (given: Given) => {
      const check = crypto.randomUUID();
      const control = new AbortController();
      setSending(control);
      carryOut(given, check, control.signal).catch(async (error: unknown) => {
        await throwAway(check).catch(() => undefined);
        setStage(control.signal.aborted ? { at: "stopped" } : { at: "failed", error });
      });
    },
    stop: () => {
      if (stage.at === "sending") sending?.abort();
      if (running !== null) {
        http
          .DELETE("/api/jobs/{job}", { params: { path: { job: running.job } }, headers: marked() })
          .catch((error: unknown) => { setStage({ at: "failed", error }); });
      }
    },
  };
}
