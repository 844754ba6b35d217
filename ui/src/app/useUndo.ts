import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { isAbout } from "@/api/events";
import { whenIdle } from "@/api/fresh";
import { dataOf, http, REQUEST_KEY } from "@/api/client";
import { looking } from "@/api/past";
import { useWrite, writes } from "@/api/writes";
import { tell } from "@/shared/page/tell";
import { refusals } from "@/shared/undo/refusals";
import { useCannotUndo } from "@/shared/undo/useCannotUndo";
import { useRefusals } from "@/shared/undo/useRefusals";
import { lineInWords } from "@/shared/undo/words";

/** Takes back the person's own last change in a study, or brings it again; says which, or what stands in the way. */
export function useUndo(study: string | null) {
  const cache = useQueryClient();
  const cannot = useCannotUndo(study);
  const { letWait, rejectAgain } = useRefusals(study ?? "");
  useEffect(() => (study === null ? undefined : writes.onChange(() => { refusals.changed(study); })), [study]);
  const send = async (which: "undo" | "redo", key: string) => {
    const init = { params: { path: { study: study ?? "" } }, headers: { [REQUEST_KEY]: key } };
    return dataOf(await (which === "undo" ? http.POST("/api/studies/{study}/undo", init) : http.POST("/api/studies/{study}/redo", init)));
  };
  const deed = useWrite({
    label: "Undo",
    send: (which: "undo" | "redo", key) => send(which, key),
    onDone: ({ line }, which) => {
      const words = line === null || line === undefined ? null : lineInWords(line);
      if (words === null) tell(which === "undo" ? "There is nothing of yours to undo." : "There is nothing to redo.");
      else tell(`${which === "undo" ? "Undone" : "Done again"}: ${words}`);
      if (study === null) return;
      if (which === "redo" && words !== null) refusals.stands(study);
      void whenIdle(`undo ${study}`, () => cache.invalidateQueries({ predicate: (query) => isAbout(query.queryKey, study) }));
    },
    onRefused: (error, which) => {
      if (which === "undo" && study !== null) refusals.stands(study);
      cannot(error, which === "undo" ? "That cannot be undone now" : "That cannot be redone now");
    },
  });
  /** Once all that was done before is answered, so that what is known of it is known in order. */
  const next = async (which: "undo" | "redo"): Promise<void> => {
    if (study === null) return;
    await writes.settled();
    const refusal = looking.get() !== null ? null : which === "undo" ? refusals.takeBack(study) : refusals.bringAgain(study);
    if (refusal === null) deed.mutate(which);
    else if (which === "undo") letWait(refusal);
    else rejectAgain(refusal);
  };
  return {
    undo: () => { void next("undo"); },
    redo: () => { void next("redo"); },
  };
}
