import type { components } from "@/api/schema";

export type Grid = components["schemas"]["CaseGridShown"];
export type Case = components["schemas"]["CaseShown"];
export type Attribute = components["schemas"]["AttributeShown"];
export type Value = components["schemas"]["ValueShown"];
export type HowKnown = components["schemas"]["HowKnown"];
export type Table = components["schemas"]["TableShown"];
