import type { components } from "@/api/schema";

export type Line = components["schemas"]["FindingLine"];
export type Finding = components["schemas"]["FindingShown"];
export type Place = components["schemas"]["FindingPlaceShown"];
export type Evidence = components["schemas"]["FindingEvidenceShown"];
export type Group = Place["group"];
export type Stance = components["schemas"]["Stance"];
export type Side = components["schemas"]["Side"];
export type Output = components["schemas"]["Output"];
export type Status = components["schemas"]["FindingStatus"];
export type Done = components["schemas"]["Done"];
