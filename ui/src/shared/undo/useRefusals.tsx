import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";

import { dataOf, http, REQUEST_KEY } from "@/api/client";
import { readWhenIdle } from "@/api/fresh";
import { useWrite } from "@/api/writes";
import { tell } from "@/shared/page/tell";

import { refusals } from "./refusals";

interface Refused {
  rule: number;
  suggestions: readonly number[];
}

/** Lets rejected suggestions wait again, or rejects them again; what shows suggestions is read anew. */
export function useRefusals(study: string) {
  const cache = useQueryClient();
  const path = { study };
  const set = useWrite({
    label: "Suggestion",
    send: async ({ rule, suggestions, waits }: Refused & { waits: boolean }, request) => {
      const given = { params: { path }, headers: { [REQUEST_KEY]: request }, body: { rule, suggestions: [...suggestions] } };
      return dataOf(waits ? await http.POST("/api/studies/{study}/suggestions/wait", given) : await http.POST("/api/studies/{study}/suggestions/reject", given));
    },
    onDone: (_answer, { rule, suggestions, waits }) => {
      if (!waits) refusals.note(study, rule, suggestions, true);
      tell(waits ? "Undone: the suggestion waits again." : "Done again: rejected a suggestion");
      for (const part of ["suggestions", "overview", "reading/{source}/beside"]) void readWhenIdle(cache, ["get", `/api/studies/{study}/${part}`]);
    },
  });
  return {
    letWait: (one: Refused) => { set.mutate({ ...one, waits: true }); },
    rejectAgain: (one: Refused) => { set.mutate({ ...one, waits: false }); },
    /** Notes that suggestions were just rejected, and tells so with a way back. */
    rejected: (one: Refused) => {
      refusals.note(study, one.rule, one.suggestions);
      const back = (): void => {
        refusals.drop(study, one.suggestions);
        set.mutate({ ...one, waits: true });
      };
      tell(<>Rejected; it is not suggested again. <Button size="compact-xs" variant="default" ml={6} onClick={back}>Undo</Button></>);
    },
  };
}
