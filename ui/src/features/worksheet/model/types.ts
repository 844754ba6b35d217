import type { components } from "@/api/schema";

export type Sheet = components["schemas"]["WorksheetShown"];
export type DataLine = components["schemas"]["DataLineShown"];
export type Element = components["schemas"]["ElementShown"];
export type Category = components["schemas"]["CategoryShown"];
export type Stand = components["schemas"]["WorksheetStandShown"];
