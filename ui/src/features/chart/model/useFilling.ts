import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { isAbout } from "@/api/events";
import { dataOf, http, REQUEST_KEY } from "@/api/client";
import type { components } from "@/api/schema";
import type { Found } from "@/shared/files/dropped";
import { upload } from "@/shared/files/upload";
import { ENDED, useJob } from "@/shared/jobs/useJob";

import type { Filling } from "./filling";

/** Where it is: nothing given, a workbook on its way and being compared, compared, being written, written. */
export type Stage =
  | { at: "idle" }
  | { at: "reading"; name: string; job: string | null }
  | { at: "looked"; name: string; filling: Filling }
  | { at: "writing"; name: string; job: string | null }
  | { at: "failed"; name: string; error: unknown };

type Given = components["schemas"]["FillGiven"];

async function start(study: string, given: Given): Promise<string> {
  const answer = await http.POST("/api/studies/{study}/chart/fillings", {
    params: { path: { study } },
    headers: { [REQUEST_KEY]: crypto.randomUUID() },
    body: given,
  });
  return dataOf(answer).id;
}

/** Brings a filled-in workbook back: sent, compared with the study, decided on, written. */
export function useFilling(study: string, onWritten: (filling: Filling) => void) {
  const [stage, setStage] = useState<Stage>({ at: "idle" });
  const [batch, setBatch] = useState("");
  const cache = useQueryClient();
  const running = stage.at === "reading" || stage.at === "writing" ? stage.job : null;
  const job = useJob(running);
  const state = job.data?.state;

  useEffect(() => {
    if (running === null || state === undefined || !ENDED.has(state)) return;
    const failed = (error: unknown): void => {
      setStage((now) => (now.at === "idle" ? now : { at: "failed", name: now.name, error }));
    };
    const finish = async (): Promise<void> => {
      if (state !== "done") {
        failed(new Error(job.data?.problem?.detail ?? "it was interrupted; what was written before is kept"));
        return;
      }
      const init = { params: { path: { study, job: running } } };
      const filling = dataOf(await http.GET("/api/studies/{study}/chart/fillings/{job}", init));
      setStage((now) => (now.at === "reading" ? { at: "looked", name: now.name, filling } : { at: "idle" }));
      if (filling.dry_run) return;
      await cache.invalidateQueries({ predicate: (query) => isAbout(query.queryKey, study) });
      onWritten(filling);
    };
    finish().catch(failed);
    // What to do afterwards is read when the job ends.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [running, state, study, cache]);

  const attempt = (name: string, deed: () => Promise<void>): void => {
    deed().catch((error: unknown) => { setStage({ at: "failed", name, error }); });
  };
  return {
    stage,
    look: (found: Found) => {
      attempt(found.name, async () => {
        const made = crypto.randomUUID();
        setBatch(made);
        setStage({ at: "reading", name: found.name, job: null });
        await upload(study, made, 0, found);
        setStage({ at: "reading", name: found.name, job: await start(study, { upload: made, dry_run: true, theirs: [] }) });
      });
    },
    write: (name: string, theirs: NonNullable<Given["theirs"]>) => {
      attempt(name, async () => {
        setStage({ at: "writing", name, job: null });
        setStage({ at: "writing", name, job: await start(study, { upload: batch, dry_run: false, theirs }) });
      });
    },
    clear: () => { setStage({ at: "idle" }); },
  };
}
