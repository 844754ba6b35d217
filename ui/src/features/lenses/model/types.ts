import type { components } from "@/api/schema";

type Schemas = components["schemas"];

export type Card = Schemas["LensCardShown"];
export type Lens = Schemas["LensShown"];
export type Unit = Schemas["LensUnitShown"];
export type Dimension = Schemas["DimensionShown"];
export type Sheet = Schemas["LensSheetShown"];
export type Judgement = Schemas["LensJudgement"];
export type Piece = Schemas["PieceShown"];
export type CellBeside = Schemas["CellBesideShown"];
export type EvidenceGiven = Schemas["EvidenceGiven"];
export type JudgementGiven = Schemas["JudgementGiven"];
export type Table = Schemas["TableShown"];

/** What every dimension admits besides its own values; neither is a "no". */
export const OPEN_VALUES = ["unknown", "not evidenced"] as const;
export const WORDS = ["self", "colleague", "manager", "service user", "carer", "document"] as const;
export const CONFIDENCE = ["high", "medium", "low"] as const;
