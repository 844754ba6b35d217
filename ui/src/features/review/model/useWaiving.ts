import { useQueryClient } from "@tanstack/react-query";

import { api, dataOf, http, REQUEST_KEY } from "@/api/client";
import { useWrite } from "@/api/writes";
import { tell } from "@/shared/page/tell";

interface Given {
  point: string;
  /** Null takes back that the point may stand. */
  reason: string | null;
}

/** Lets a point stand with its reason, or takes that back. */
export function useWaiving(study: string, onDone: () => void, onRefused: (error: unknown) => void) {
  const cache = useQueryClient();
  return useWrite({
    label: "Let a point of the review stand",
    send: async ({ point, reason }: Given, key) => {
      const params = { path: { study, point } };
      const headers = { [REQUEST_KEY]: key };
      if (reason === null) return dataOf(await http.DELETE("/api/studies/{study}/review/points/{point}/waiver", { params, headers }));
      return dataOf(await http.PUT("/api/studies/{study}/review/points/{point}/waiver", { params, headers, body: { reason } }));
    },
    onDone: (_answer, { reason }) => {
      tell(reason === null ? "The point stands again." : "The point may stand.");
      void cache.invalidateQueries({ queryKey: api.queryOptions("get", "/api/studies/{study}/review", { params: { path: { study } } }).queryKey });
      onDone();
    },
    onRefused,
  });
}
