import { dataOf, http, REQUEST_KEY } from "@/api/client";
import { Problem, problemOf } from "@/api/problem";

const PAGE_BYTES = 4096;
const PLAIN = "SQLite format 3";

/** Whether a file may be a study, by its first bytes and its size: a database, or one that is encrypted. */
export function mayBeStudy(head: string, size: number): boolean {
  return head.startsWith(PLAIN) || (size >= PAGE_BYTES && size % PAGE_BYTES === 0);
}

/** The file's first bytes as text; refuses at once what is plainly no study, before it is sent. */
export async function requireStudy(file: File): Promise<void> {
  const head = new TextDecoder("latin1").decode(await file.slice(0, PLAIN.length).arrayBuffer());
  if (!mayBeStudy(head, file.size)) throw new Problem(409, "not-a-study", `“${file.name}” is not a Trellis study; a study is one file that ends in .trellis.`);
}

/** Sends a study's file; told how far it is, from 0 to 1. */
export function sendStudy(file: File, arrival: string, onProgress: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", `/api/arrivals/uploads/${arrival}`);
    request.setRequestHeader("X-Trellis", "1");
    request.setRequestHeader(REQUEST_KEY, crypto.randomUUID());
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (event) => { if (event.total > 0) onProgress(event.loaded / event.total); };
    request.onerror = () => { reject(new TypeError("not reached")); };
    request.onload = () => {
      if (request.status < 300) resolve();
      else reject(problemOf(request.status, parsed(request.responseText)));
    };
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Makes a study of what was sent; its name in the library. */
export async function takeIn(arrival: string, given: { name: string; passphrase: string | null; again: boolean }): Promise<string> {
  const answer = await http.POST("/api/arrivals/{arrival}", { params: { path: { arrival } }, headers: { [REQUEST_KEY]: crypto.randomUUID() }, body: given });
  return dataOf(answer).name;
}

/** What has come in and is not wanted is thrown away. */
export async function throwAway(arrival: string): Promise<void> {
  await http.DELETE("/api/arrivals/{arrival}", { params: { path: { arrival } }, headers: { [REQUEST_KEY]: crypto.randomUUID() } }).catch(() => undefined);
}
