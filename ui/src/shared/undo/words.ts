import { wordsOf } from "@/api/problem";

/** The server's words without what is meant for the command line. */
export function withoutCommands(error: unknown): string {
  return wordsOf(error).replace(/\s*\(`?trellis [^)]*\)/g, "");
}
