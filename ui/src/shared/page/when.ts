/** Moments as people say them. Times are milliseconds since 1970, UTC, as the server gives them. */

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const minute = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const number = new Intl.NumberFormat("en-GB");

const DAY_MS = 86_400_000;

/** "today 14:05", "yesterday 09:12", "3 Nov 2026". */
export function said(at: number, now: number = Date.now()): string {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  if (at >= midnight) return `today ${minute.format(at)}`;
  if (at >= midnight - DAY_MS) return `yesterday ${minute.format(at)}`;
  return day.format(at);
}

/** The moment in full, for a tooltip or a record: "3 Nov 2026, 14:05". */
export function inFull(at: number): string {
  return `${day.format(at)}, ${minute.format(at)}`;
}

/** "1,204 codings", "1 case". */
export function counted(n: number, one: string, many: string = `${one}s`): string {
  return `${number.format(n)} ${n === 1 ? one : many}`;
}

/** "4.2 MB". */
export function sized(bytes: number): string {
  if (bytes < 1_000_000) return `${String(Math.max(1, Math.round(bytes / 1_000)))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
