import { api, dataOf, http, REQUEST_KEY } from "@/api/client";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";

import { sourceOptions, type OwnChanges } from "./useSource";

export type Recording = components["schemas"]["RecordingShown"];

const RECORDING = "/api/studies/{study}/reading/{source}/recording";

/** The recording of a source as it stands on this computer, null if none is linked; and how it is linked. */
export function useRecording(study: string, source: number, own: OwnChanges) {
  const path = { study, source };
  const query = api.useQuery("get", RECORDING, { params: { path } });
  const refresh = () => [["get", RECORDING, { params: { path } }], sourceOptions(study, source, null).queryKey];
  const onDone = (answer: { change: number | null }): void => { own.add(answer.change); };
  const link = useWrite({
    label: "Link a recording",
    send: async (given: { file: string; another: boolean }, request) => dataOf(await http.POST(RECORDING, { params: { path }, headers: { [REQUEST_KEY]: request }, body: given })),
    refresh,
    onDone,
    toldThere: true,
  });
  const unlink = useWrite({
    label: "Take a recording's link away",
    send: async (_given: null, request) => dataOf(await http.DELETE(RECORDING, { params: { path }, headers: { [REQUEST_KEY]: request } })),
    refresh,
    onDone,
  });
  return { recording: query.data ?? null, link, unlink };
}

export type Recordings = ReturnType<typeof useRecording>;

/** Where the page gets the recording's bytes. */
export function fileOf(study: string, source: number): string {
  return `/api/studies/${encodeURIComponent(study)}/reading/${String(source)}/recording/file`;
}
