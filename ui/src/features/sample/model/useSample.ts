import { api, dataOf, http, REQUEST_KEY } from "@/api/client";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";

type Of<Name extends keyof components["schemas"]> = components["schemas"][Name];

function keyOf(study: string, part: string) {
  return ["get", `/api/studies/{study}/sample/${part}`, { params: { path: { study } } }];
}

/** The frame with its quotas. */
export function useQuotas(study: string) {
  const path = { study };
  const refresh = () => [keyOf(study, "quotas")];
  const query = api.useQuery("get", "/api/studies/{study}/sample/quotas", { params: { path } });
  const set = useWrite({
    label: "Set a quota",
    send: async (given: Of<"QuotaGiven">, key) =>
      dataOf(await http.PUT("/api/studies/{study}/sample/quotas", { params: { path }, headers: { [REQUEST_KEY]: key }, body: given })),
    refresh,
  });
  const remove = useWrite({
    label: "Remove a quota",
    send: async (where: Record<string, string>, key) =>
      dataOf(await http.POST("/api/studies/{study}/sample/quotas/remove", { params: { path }, headers: { [REQUEST_KEY]: key }, body: { where } })),
    refresh,
  });
  return { query, set, remove };
}

/** Who was heard in which wave, and what became of the others. */
export function useAttendance(study: string) {
  const path = { study };
  const people = api.useQuery("get", "/api/studies/{study}/sample/attendance", { params: { path } });
  const attrition = api.useQuery("get", "/api/studies/{study}/sample/attrition", { params: { path } });
  const attend = useWrite({
    label: "Say what became of somebody in a wave",
    send: async (given: Of<"AttendanceGiven">, key) =>
      dataOf(await http.PUT("/api/studies/{study}/sample/attendance", { params: { path }, headers: { [REQUEST_KEY]: key }, body: given })),
    refresh: () => [keyOf(study, "attendance"), keyOf(study, "attrition")],
  });
  return { people, attrition, attend };
}

/** What participants agreed to. */
export function useConsents(study: string) {
  const path = { study };
  const query = api.useQuery("get", "/api/studies/{study}/sample/consents", { params: { path } });
  const record = useWrite({
    label: "Record a consent",
    send: async (given: Of<"ConsentGiven">, key) =>
      dataOf(await http.PUT("/api/studies/{study}/sample/consents", { params: { path }, headers: { [REQUEST_KEY]: key }, body: given })),
    refresh: () => [keyOf(study, "consents")],
  });
  return { query, record };
}

/** The topic guide and how far each interview covered it. */
export function useGuide(study: string) {
  const path = { study };
  const guide = api.useQuery("get", "/api/studies/{study}/sample/guide", { params: { path } });
  const coverage = api.useQuery("get", "/api/studies/{study}/sample/coverage", { params: { path } });
  const cover = useWrite({
    label: "Say how far a topic was covered",
    send: async (given: Of<"CoverageGiven">, key) =>
      dataOf(await http.PUT("/api/studies/{study}/sample/coverage", { params: { path }, headers: { [REQUEST_KEY]: key }, body: given })),
    refresh: () => [keyOf(study, "coverage")],
  });
  return { guide, coverage, cover };
}

export type Topic = Of<"TopicShown">;

const TOPIC = "/api/studies/{study}/sample/topics/{topic}";

/** The topics of the guide as records, and what is done to them where they stand. */
export function useTopics(study: string) {
  const topics = api.useQuery("get", "/api/studies/{study}/sample/topics", { params: { path: { study } } });
  const refresh = () => [keyOf(study, "topics"), keyOf(study, "guide"), keyOf(study, "coverage")];
  const at = (topic: number, key: string) => ({ params: { path: { study, topic } }, headers: { [REQUEST_KEY]: key } });
  const add = useWrite({
    label: "Add a topic",
    send: async (given: Of<"TopicGiven">, key) =>
      dataOf(await http.POST("/api/studies/{study}/sample/topics", { params: { path: { study } }, headers: { [REQUEST_KEY]: key }, body: given })),
    refresh,
  });
  const edit = useWrite({
    label: "Change a topic",
    send: async ({ k, ...given }: { k: number } & Of<"TopicEdited">, key) => dataOf(await http.PATCH(TOPIC, { ...at(k, key), body: given })),
    refresh,
  });
  const move = useWrite({
    label: "Move a topic",
    send: async ({ k, to }: { k: number; to: number }, key) =>
      dataOf(await http.POST("/api/studies/{study}/sample/topics/{topic}/place", { ...at(k, key), body: { to } })),
    refresh,
  });
  const remove = useWrite({
    label: "Remove a topic",
    send: async (k: number, key) => dataOf(await http.DELETE(TOPIC, at(k, key))),
    refresh,
  });
  const feed = useWrite({
    label: "Say which themes a topic feeds",
    send: async ({ k, themes }: { k: number; themes: number[] }, key) =>
      dataOf(await http.PUT("/api/studies/{study}/sample/topics/{topic}/themes", { ...at(k, key), body: { themes } })),
    refresh: () => [...refresh(), ["get", "/api/studies/{study}/chart/cell"]],
  });
  return { topics, add, edit, move, remove, feed };
}
