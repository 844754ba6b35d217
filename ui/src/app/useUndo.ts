import { useQueryClient } from "@tanstack/react-query";

import { isAbout } from "@/api/events";
import { whenIdle } from "@/api/fresh";
import { dataOf, http, REQUEST_KEY } from "@/api/client";
import { useWrite } from "@/api/writes";
import { tell } from "@/shared/page/tell";
import { useCannotUndo } from "@/shared/undo/useCannotUndo";
import { lineInWords } from "@/shared/undo/words";

/** Takes back the person's own last change in a study, or brings it again; says which, or what stands in the way. */
export function useUndo(study: string | null) {
  const cache = useQueryClient();
  const cannot = useCannotUndo(study);
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
      void whenIdle(`undo ${study}`, () => cache.invalidateQueries({ predicate: (query) => isAbout(query.queryKey, study) }));
    },
    onRefused: (error, which) => {
      cannot(error, which === "undo" ? "That cannot be undone now" : "That cannot be redone now");
    },
  });
  return {
    undo: () => { if (study !== null) deed.mutate("undo"); },
    redo: () => { if (study !== null) deed.mutate("redo"); },
  };
}
