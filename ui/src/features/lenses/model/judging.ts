import { OPEN_VALUES, type Dimension, type EvidenceGiven, type Judgement, type JudgementGiven, type Piece } from "./types";

/** What somebody is saying of a unit on one dimension. */
export interface Draft {
  values: readonly string[];
  confidence: string;
  words: readonly string[];
  rationale: string;
  evidence: readonly Piece[];
  against: readonly Piece[];
}

export const NOTHING: Draft = { values: [], confidence: "medium", words: [], rationale: "", evidence: [], against: [] };

export function draftOf(judgement: Judgement | undefined): Draft {
  if (judgement === undefined) return NOTHING;
  const { values, confidence, words, rationale, evidence, against } = judgement;
  return { values, confidence, words, rationale, evidence, against };
}

/** The values after one of them was chosen: one only, several where the dimension takes them; open ones stand alone. */
export function chosen(dimension: Dimension, values: readonly string[], value: string): readonly string[] {
  const open = (OPEN_VALUES as readonly string[]).includes(value);
  if (!dimension.several || open) return [value];
  const known = values.filter((each) => !(OPEN_VALUES as readonly string[]).includes(each));
  if (!known.includes(value)) return dimension.values.filter((each) => known.includes(each) || each === value);
  const left = known.filter((each) => each !== value);
  return left.length === 0 ? values : left;
}

export function toggled(list: readonly string[], value: string): readonly string[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}

/** What a piece of evidence points at, so that the same one is not linked twice. */
export function placeOf(piece: Piece): string {
  return piece.source === null ? `cell ${String(piece.cell_case)} ${String(piece.theme)} ${String(piece.wave)}` : `${String(piece.source)} ${String(piece.start)} ${String(piece.end)}`;
}

/** The pieces with one more, on its side only. */
export function linked(draft: Draft, piece: Piece, side: "evidence" | "against"): Draft {
  const without = unlinked(draft, piece);
  return { ...without, [side]: [...without[side], piece] };
}

export function unlinked(draft: Draft, piece: Piece): Draft {
  const others = (pieces: readonly Piece[]): Piece[] => pieces.filter((each) => placeOf(each) !== placeOf(piece));
  return { ...draft, evidence: others(draft.evidence), against: others(draft.against) };
}

function sent(piece: Piece): EvidenceGiven {
  if (piece.source !== null) return { source: piece.source, version: piece.version, start: piece.start, end: piece.end, star: false };
  return { cell: { case: piece.cell_case ?? 0, theme: piece.theme ?? 0, wave: piece.wave }, star: false };
}

/** What is sent once there is a value. */
export function givenOf(at: { unit: string; kind: string; wave: string }, dimension: string, draft: Draft): JudgementGiven {
  return {
    unit: at.unit,
    kind: at.kind,
    wave: at.wave === "" ? null : at.wave,
    dimension,
    values: [...draft.values],
    confidence: draft.confidence,
    judge: "",
    words: [...draft.words],
    evidence: draft.evidence.map(sent),
    against: draft.against.map(sent),
    rationale: draft.rationale,
  };
}
