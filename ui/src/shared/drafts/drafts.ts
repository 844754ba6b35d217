/**
 * Words that somebody typed and that are not acknowledged yet, kept per place for as long as the tab lives.
 * Signing out clears them, and so does the withdrawal of a participant.
 */
const PREFIX = "draft ";
/** Words that were sent and whose answer has not come: they are no draft any more, unless the page ends before it. */
const SENT = `${PREFIX}sent `;
const sentByThisPage = new Set<string>();

/** The words typed at a place; those too that an earlier life of the page sent without hearing an answer. */
export function draftAt(place: string): string {
  const typed = sessionStorage.getItem(PREFIX + place) ?? "";
  const unheard = sentByThisPage.has(place) ? null : sessionStorage.getItem(SENT + place);
  if (unheard === null) return typed;
  const both = [unheard, typed].filter((words) => words !== "").join("\n");
  sessionStorage.removeItem(SENT + place);
  keepDraft(place, both);
  return both;
}

/** Notes that words of a place are on their way. */
export function noteSent(place: string, words: string): void {
  const before = sentByThisPage.has(place) ? sessionStorage.getItem(SENT + place) : null;
  sentByThisPage.add(place);
  sessionStorage.setItem(SENT + place, before === null ? words : `${before}\n${words}`);
}

/** Notes that the server has answered, whatever it answered. */
export function noteAnswered(place: string, words: string): void {
  const left = (sessionStorage.getItem(SENT + place) ?? "").split("\n");
  const at = left.indexOf(words);
  if (at >= 0) left.splice(at, 1);
  if (left.join("") === "") sessionStorage.removeItem(SENT + place);
  else sessionStorage.setItem(SENT + place, left.join("\n"));
}

export function keepDraft(place: string, words: string): void {
  if (words === "") sessionStorage.removeItem(PREFIX + place);
  else sessionStorage.setItem(PREFIX + place, words);
}

export function clearDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}
