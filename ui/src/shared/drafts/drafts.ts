/**
 * Words that somebody typed and that are not acknowledged yet, kept per place for as long as the tab lives.
 * Signing out clears them, and so does the withdrawal of a participant.
 */
const PREFIX = "draft ";

export function draftAt(place: string): string {
  return sessionStorage.getItem(PREFIX + place) ?? "";
}

export function keepDraft(place: string, words: string): void {
  if (words === "") sessionStorage.removeItem(PREFIX + place);
  else sessionStorage.setItem(PREFIX + place, words);
}

export function clearDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}
