import { REQUEST_KEY } from "@/api/client";
import { problemOf } from "@/api/problem";

import type { Found } from "./dropped";

/** Sends one file of a batch to the server, where it waits to be looked at and brought in. */
export async function upload(study: string, batch: string, n: number, found: Found): Promise<void> {
  const address = `/api/studies/${encodeURIComponent(study)}/uploads/${batch}/${String(n)}?name=${encodeURIComponent(found.name)}`;
  const answer = await fetch(address, {
    method: "PUT",
    body: found.file,
    headers: { "X-Trellis": "1", [REQUEST_KEY]: crypto.randomUUID(), "Content-Type": "application/octet-stream" },
  });
  if (!answer.ok) throw problemOf(answer.status, await answer.json().catch(() => null));
}
