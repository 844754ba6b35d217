import { NOTHING, type Draft } from "./judging";
import type { Judgement, Sheet } from "./types";

/** A rationale that is being typed. rev: the revision of the judgement that it was begun on, 0 for none. */
export interface Typed {
  text: string;
  rev: number;
  /** Whether the server has acknowledged it. */
  kept: boolean;
  /** What of it was sent and not answered, as it is kept: an earlier life of the page may never have heard the answer. */
  sent?: string;
}

/** A judgement that was changed elsewhere meanwhile: what is said here, and what stands there now (null: nothing). */
export interface AtOdds {
  mine: Draft;
  theirs: Judgement | null;
}

/** A rationale as it is kept: white space counts once. */
export function worded(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

/** A typed rationale as a draft of the tab. */
export function written({ text, rev, sent }: Typed): string {
  return JSON.stringify({ text, rev, sent });
}

/** The rationale that a draft of the tab holds, null for none. */
export function typedIn(draft: string): Typed | null {
  if (draft === "") return null;
  const { text, rev, sent } = JSON.parse(draft) as { text: string; rev: number; sent?: string };
  return sent === undefined ? { text, rev, kept: false } : { text, rev, kept: false, sent };
}

/** Whether what stands there is what was sent before with these words, so that nobody else has said anything meanwhile. */
export function isOurs(theirs: Judgement | null, draft: Draft, sent: string | undefined): theirs is Judgement {
  return theirs !== null && sent !== undefined && inWords(theirs) === inWords({ ...draft, rationale: sent });
}

/** What a judge says of a dimension, on a sheet. */
export function saidBy(sheet: Sheet, judge: string, dimension: string): Judgement | undefined {
  return sheet.judgements.find((each) => each.dimension === dimension && each.judge === judge);
}

/** The sheet with what a judge says now in the place of what they said before. */
export function withSaid(sheet: Sheet, judge: string, dimension: string, draft: Draft): Sheet {
  const before = saidBy(sheet, judge, dimension);
  const rest = before ?? { k: 0, rev: 0, dimension, judge, on: "", version: 0 };
  const { values, confidence, words, rationale, evidence, against } = draft;
  const said: Judgement = { ...rest, values: [...values], confidence, words: [...words], rationale, evidence: [...evidence], against: [...against], look: "" };
  return { ...sheet, judgements: before === undefined ? [...sheet.judgements, said] : sheet.judgements.map((each) => (each === before ? said : each)) };
}

/** The sheet without what a judge said of a dimension. */
export function withoutSaid(sheet: Sheet, judge: string, dimension: string): Sheet {
  return { ...sheet, judgements: sheet.judgements.filter((each) => each.dimension !== dimension || each.judge !== judge) };
}

/** The sheet with what is known of a judgement since the server has answered. */
export function withAnswer(sheet: Sheet, judge: string, dimension: string, answer: Partial<Pick<Judgement, "k" | "rev" | "look">>): Sheet {
  return { ...sheet, judgements: sheet.judgements.map((each) => (each.dimension === dimension && each.judge === judge ? { ...each, ...answer } : each)) };
}

/** A judgement in a sentence, to be held beside another one. */
export function inWords(said: Draft | Judgement | null): string {
  if (said === null) return "taken back";
  const { values, confidence, words, rationale, evidence, against } = { ...NOTHING, ...said };
  const counts = [evidence.length > 0 ? `${String(evidence.length)} for` : "", against.length > 0 ? `${String(against.length)} against` : ""].filter((each) => each !== "").join(", ");
  const about = [confidence, words.length > 0 ? `word of ${words.join(", ")}` : "", counts].filter((each) => each !== "").join("; ");
  return `${values.join(", ")} (${about})${rationale === "" ? "" : `: ${rationale}`}`;
}
