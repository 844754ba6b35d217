import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { dataOf, http, REQUEST_KEY } from "@/api/client";
import type { Found } from "@/shared/files/dropped";
import { upload as send } from "@/shared/files/upload";
import { ENDED, useJob } from "@/shared/jobs/useJob";

import type { Brought, ImportGiven, Job } from "./types";

/** Where an import is: files on their way, being looked at, looked at, coming in, in. */
export type Stage =
  | { at: "idle" }
  | { at: "sending"; done: number; total: number; name: string }
  | { at: "reading"; job: string }
  | { at: "looked"; found: Brought }
  | { at: "coming"; job: string }
  | { at: "in"; brought: Brought }
  | { at: "failed"; error: unknown };

async function start(study: string, given: ImportGiven): Promise<Job> {
  return dataOf(
    await http.POST("/api/studies/{study}/imports", {
      params: { path: { study } },
      headers: { [REQUEST_KEY]: crypto.randomUUID() },
      body: given,
    }),
  );
}

/** Brings a batch of files in: sent one by one, looked at, decided on, brought in. */
export function useImport(study: string) {
  const [stage, setStage] = useState<Stage>({ at: "idle" });
  const [upload, setUpload] = useState("");
  const cache = useQueryClient();
  const running = stage.at === "reading" || stage.at === "coming" ? stage.job : null;
  const job = useJob(running);
  const state = job.data?.state;

  useEffect(() => {
    if (running === null || state === undefined || !ENDED.has(state)) return;
    const finish = async (): Promise<void> => {
      if (state === "failed" || state === "interrupted") {
        setStage({ at: "failed", error: new Error(job.data?.problem?.detail ?? "the import was interrupted; what came in before is kept") });
        return;
      }
      const found = dataOf(await http.GET("/api/studies/{study}/imports/{job}", { params: { path: { study, job: running } } }));
      setStage((now) => (now.at === "coming" ? { at: "in", brought: found } : { at: "looked", found }));
      await cache.invalidateQueries({ predicate: (query) => query.queryKey[0] === "get" });
    };
    finish().catch((error: unknown) => { setStage({ at: "failed", error }); });
  }, [running, state, job.data, study, cache]);

  const attempt = (deed: () => Promise<void>): void => {
    deed().catch((error: unknown) => { setStage({ at: "failed", error }); });
  };
  return {
    stage,
    job: job.data,
    look: (files: readonly Found[], options: Omit<ImportGiven, "upload" | "dry_run">) => {
      attempt(async () => {
        const batch = crypto.randomUUID();
        setUpload(batch);
        for (const [n, found] of files.entries()) {
          setStage({ at: "sending", done: n, total: files.length, name: found.name });
          await send(study, batch, n, found);
        }
        const started = await start(study, { ...options, upload: batch, dry_run: true });
        setStage({ at: "reading", job: started.id });
      });
    },
    bring: (options: Omit<ImportGiven, "upload" | "dry_run">) => {
      attempt(async () => {
        const started = await start(study, { ...options, upload, dry_run: false });
        setStage({ at: "coming", job: started.id });
      });
    },
    stop: () => {
      if (running === null) return;
      attempt(async () => {
        await http.DELETE("/api/jobs/{job}", { params: { path: { job: running } }, headers: { [REQUEST_KEY]: crypto.randomUUID() } });
      });
    },
    clear: () => { setStage({ at: "idle" }); },
  };
}

export type Import = ReturnType<typeof useImport>;
