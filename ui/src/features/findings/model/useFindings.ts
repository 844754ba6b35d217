import { api, dataOf, http, REQUEST_KEY, restingOn } from "@/api/client";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";

import type { Side, Status } from "./types";

type Of<Name extends keyof components["schemas"]> = components["schemas"][Name];

const LIST = "/api/studies/{study}/findings";
const ONE = "/api/studies/{study}/findings/{finding}";

/** The findings in their order, and writing a new one. */
export function useFindings(study: string) {
  const path = { study };
  const query = api.useQuery("get", LIST, { params: { path } });
  const add = useWrite({
    label: "Write a finding",
    send: async (given: Of<"NewFinding">, key) => dataOf(await http.POST(LIST, { params: { path }, headers: { [REQUEST_KEY]: key }, body: given })),
    refresh: () => [["get", LIST, { params: { path } }]],
  });
  return { query, add };
}

/** One finding with everything that can be done to it; each deed is one change. */
export function useFinding(study: string, finding: number) {
  const path = { study, finding };
  const query = api.useQuery("get", ONE, { params: { path } });
  const refresh = () => [
    ["get", ONE, { params: { path } }],
    ["get", LIST, { params: { path: { study } } }],
  ];
  const asked = (key: string) => ({ params: { path }, headers: { [REQUEST_KEY]: key } });
  const onEvidence = (evidence: number, key: string) => ({ params: { path: { study, evidence } }, headers: { [REQUEST_KEY]: key } });
  const edit = useWrite({
    label: "Reword a finding",
    send: async (given: Of<"FindingEdit"> & { rev: number }, key) => {
      const { rev, ...words } = given;
      return dataOf(await http.PATCH(ONE, { ...asked(key), headers: { [REQUEST_KEY]: key, ...restingOn(rev) }, body: words }));
    },
    refresh,
    toldThere: true,
  });
  const tie = useWrite({
    label: "Say what a finding speaks of",
    send: async (given: Of<"AboutGiven">, key) => dataOf(await http.PUT(`${ONE}/about`, { ...asked(key), body: given })),
    refresh,
  });
  const answer = useWrite({
    label: "Say which questions a finding answers",
    send: async (questions: string[], key) => dataOf(await http.PUT(`${ONE}/answers`, { ...asked(key), body: { questions } })),
    refresh,
  });
  const setStatus = useWrite({
    label: "Say how far a finding is",
    send: async (status: Status, key) => dataOf(await http.PUT(`${ONE}/status`, { ...asked(key), body: { status } })),
    refresh,
  });
  const printNumbers = useWrite({
    label: "Say whether counts are printed",
    send: async (on: boolean, key) => dataOf(await http.PUT(`${ONE}/numbers`, { ...asked(key), body: { on } })),
    refresh,
  });
  const place = useWrite({
    label: "Say how a case stands to a finding",
    send: async (given: Of<"PlacedGiven">, key) => dataOf(await http.PUT(`${ONE}/cases`, { ...asked(key), body: given })),
    refresh,
  });
  const link = useWrite({
    label: "Give a finding evidence",
    send: async (given: Of<"FindingEvidenceGiven">, key) => dataOf(await http.POST(`${ONE}/evidence`, { ...asked(key), body: given })),
    refresh,
  });
  const turn = useWrite({
    label: "Let evidence point another way",
    send: async (given: { evidence: number; side: Side }, key) =>
      dataOf(await http.PUT("/api/studies/{study}/findings/evidence/{evidence}/side", { ...onEvidence(given.evidence, key), body: { side: given.side } })),
    refresh,
  });
  const star = useWrite({
    label: "Star a quotation",
    send: async (given: { evidence: number; on: boolean }, key) =>
      dataOf(await http.PUT("/api/studies/{study}/findings/evidence/{evidence}/star", { ...onEvidence(given.evidence, key), body: { on: given.on } })),
    refresh,
  });
  const unlink = useWrite({
    label: "Take evidence away",
    send: async (evidence: number, key) => dataOf(await http.DELETE("/api/studies/{study}/findings/evidence/{evidence}", onEvidence(evidence, key))),
    refresh,
  });
  const confirm = useWrite({
    label: "Say that a finding still holds",
    send: async (_given: undefined, key) => dataOf(await http.POST(`${ONE}/confirm`, asked(key))),
    refresh,
  });
  const record = useWrite({
    label: "Record a search for cases against a finding",
    send: async (given: Of<"SearchGiven">, key) => dataOf(await http.POST(`${ONE}/searches`, { ...asked(key), body: given })),
    refresh,
  });
  const remove = useWrite({
    label: "Remove a finding",
    send: async (_given: undefined, key) => dataOf(await http.DELETE(ONE, asked(key))),
    refresh: () => [["get", LIST, { params: { path: { study } } }]],
  });
  return { query, edit, tie, answer, setStatus, printNumbers, place, link, turn, star, unlink, confirm, record, remove };
}

export type Deeds = ReturnType<typeof useFinding>;
