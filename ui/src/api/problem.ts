/** What the server says when it refuses: RFC 9457 problem details, in the core's own words. */
export class Problem extends Error {
  readonly status: number;
  readonly slug: string;
  /** The record as it stands now, where an edit met a newer one (412). */
  readonly current: unknown;
  /** The number of the later change that forbids an undo (409), null where it is not one change. */
  readonly later: number | null;

  constructor(status: number, slug: string, detail: string, current?: unknown, later: number | null = null) {
    super(detail);
    this.name = "Problem";
    this.status = status;
    this.slug = slug;
    this.current = current;
    this.later = later;
  }

  get isConflict(): boolean {
    return this.status === 412 || this.status === 409;
  }
}

function text(value: unknown, otherwise: string): string {
  return typeof value === "string" && value !== "" ? value : otherwise;
}

/** The problem that an answer's body describes; a body of another kind becomes a plain sentence. */
export function problemOf(status: number, body: unknown): Problem {
  const given = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const slug = text(given["type"], "unknown").replace(/^.*[/:]/, "");
  return new Problem(status, slug, text(given["detail"], text(given["title"], `the server answered ${String(status)}`)), given["current"], typeof given["later"] === "number" ? given["later"] : null);
}

/** What to tell a person about any error. */
export function wordsOf(error: unknown): string {
  if (error instanceof Problem) return error.message;
  if (error instanceof TypeError) return "Trellis cannot be reached; it will be tried again.";
  return error instanceof Error ? error.message : String(error);
}
