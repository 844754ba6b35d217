import { api } from "@/api/client";
import type { components } from "@/api/schema";

export type Round = components["schemas"]["RoundShown"];

/** The rounds of a study, the main one first. */
export function useRounds(study: string) {
  return api.useQuery("get", "/api/studies/{study}/rounds", { params: { path: { study } } });
}

/** What a round is, in a few words: "the index · blind · closed". */
export function aboutRound(round: Pick<Round, "adopted" | "blind" | "closed">): string {
  return [round.adopted ? "the index" : "", round.blind ? "blind" : "", round.closed ? "closed" : ""].filter((each) => each !== "").join(" · ");
}
