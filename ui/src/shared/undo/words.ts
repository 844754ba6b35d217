import { wordsOf } from "@/api/problem";

/** A line of the history with what it was about: "wrote a statement (Denise, 2.3 Training)". */
export function lineInWords({ words, about }: { words: string; about: string }): string {
  return about === "" ? words : `${words} (${about})`;
}

/** The server's words without what is meant for the command line. */
export function withoutCommands(error: unknown): string {
  return wordsOf(error).replace(/\s*\(`?trellis [^)]*\)/g, "");
}
