import createFetchClient, { type Middleware } from "openapi-fetch";
import createQueryClient from "openapi-react-query";

import { pastOf, refusedInThePast } from "./past";
import { problemOf } from "./problem";
import type { paths } from "./schema";

/** Key under which the server remembers a write, so that sending it again does nothing twice. */
export const REQUEST_KEY = "Idempotency-Key";

const READS = new Set(["GET", "HEAD"]);

const manners: Middleware = {
  onRequest({ request }) {
    const address = new URL(request.url);
    const past = pastOf(address.pathname);
    if (past !== null) {
      if (!READS.has(request.method)) throw refusedInThePast(past);
      address.searchParams.set("at", String(past.number));
      return new Request(address, request);
    }
    if (!READS.has(request.method)) {
      request.headers.set("X-Trellis", "1");
      if (!request.headers.has(REQUEST_KEY)) request.headers.set(REQUEST_KEY, crypto.randomUUID());
    }
    return request;
  },
  async onResponse({ response }) {
    if (response.ok) return undefined;
    if (response.status === 401) window.dispatchEvent(new Event("trellis:signed-out"));
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => null);
    throw problemOf(response.status, body);
  },
};

/** The typed door to the server; paths, bodies and answers come from its OpenAPI description. */
export const http = createFetchClient<paths>({ baseUrl: "/", credentials: "same-origin" });
http.use(manners);

/** The same for reading, through the query cache. */
export const api = createQueryClient(http);

/** The data of an answer; refused answers have been thrown by the client before. */
export function dataOf<T>(answer: { data?: T }): T {
  return answer.data as T;
}

/** The header that says which revision an edit rests on; the server refuses it if there is a newer one. */
export function restingOn(rev: number): { "If-Match": string } {
  return { "If-Match": `"${String(rev)}"` };
}
