import { api } from "@/api/client";
import { tell } from "@/shared/page/tell";

import type { Mark } from "../model/marks";
import type { ReadText, Stretch } from "@/shared/text/transcript";
import type { ReaderStore } from "./store";
import { meant } from "./useSelection";

/** The title of the study that this one was made from, null where it was made from no other. */
export function useOriginTitle(study: string): string | null {
  return api.useQuery("get", "/api/studies/{study}/origin", { params: { path: { study } } }).data?.origin?.title ?? null;
}

const NOWHERE = "Select words first, or a coding: what stands around them in the parent study is shown then.";

/** The words around which the parent study is asked: those of the chosen coding, else what is selected; says so where there are none. */
export function wordsInHand(text: ReadText, marks: readonly Mark[], store: ReaderStore): Stretch | null {
  const { caret, chosen } = store.get();
  const stretch = marks.find((mark) => mark.k === chosen) ?? meant(text, caret);
  if (stretch === null) tell(NOWHERE);
  return stretch;
}
