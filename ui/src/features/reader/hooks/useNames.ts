import { useQuery, useQueryClient } from "@tanstack/react-query";

import { api, dataOf, http, REQUEST_KEY } from "@/api/client";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";
import { tell } from "@/shared/page/tell";

import type { OwnChanges } from "./useSource";

export type NameGiven = components["schemas"]["NameGiven"];
export type Foreseen = components["schemas"]["ForeseenShown"];

const STANDING = "/api/studies/{study}/pseudonyms";

/** How the file of pseudonyms stands, and the writes: it is opened, a name is replaced. */
export function useNames(study: string, own: OwnChanges) {
  const cache = useQueryClient();
  const path = { study };
  const standing = api.useQuery("get", STANDING, { params: { path } }, { retry: false });
  const standingKey = ["get", STANDING, { params: { path } }];
  const open = useWrite({
    label: "Open the file of pseudonyms",
    send: async (passphrase: string, request) => dataOf(await http.POST("/api/studies/{study}/pseudonyms/open", { params: { path }, headers: { [REQUEST_KEY]: request }, body: { passphrase } })),
    refresh: () => [standingKey],
    toldThere: true,
  });
  const replace = useWrite({
    label: "Replace a name",
    send: async (given: NameGiven, request) => dataOf(await http.POST("/api/studies/{study}/pseudonyms/replace", { params: { path }, headers: { [REQUEST_KEY]: request }, body: given })),
    onDone: (answer, given) => {
      own.add(answer.change);
      tell(`“${given.name}” is “${given.pseudonym}” in every text now. Ctrl-Z takes it back.`);
      void cache.invalidateQueries();
    },
    toldThere: true,
  });
  return { standing: standing.data ?? null, open, replace };
}

export type Names = ReturnType<typeof useNames>;

/** What replacing a name would do; asked anew as the form changes. The name stands in no address. */
export function useForeseen(study: string, given: NameGiven) {
  const isAsked = given.name.trim() !== "" && given.pseudonym.trim() !== "";
  return useQuery({
    queryKey: ["foreseen", study, given],
    enabled: isAsked,
    gcTime: 0,
    retry: false,
    placeholderData: (before: Foreseen | undefined) => before,
    queryFn: async () => dataOf(await http.POST("/api/studies/{study}/pseudonyms/foresee", { params: { path: { study } }, body: given })),
  });
}
