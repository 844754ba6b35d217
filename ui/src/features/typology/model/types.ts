import type { components } from "@/api/schema";

export type Typology = components["schemas"]["TypologyShown"];
export type Dimension = components["schemas"]["TypologyDimensionShown"];
export type PlacedCase = components["schemas"]["PlacedCaseShown"];
export type Place = components["schemas"]["PlaceShown"];
export type CaseType = components["schemas"]["CaseTypeShown"];
export type Cell = components["schemas"]["CombinationShown"];
export type TypologyStand = components["schemas"]["TypologyStandShown"];
