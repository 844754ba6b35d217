import type { components } from "@/api/schema";

export type Skeleton = components["schemas"]["SkeletonShown"];
export type Row = components["schemas"]["ChartRowShown"];
export type Column = components["schemas"]["ChartColumnShown"];
export type MainTheme = components["schemas"]["ChartThemeShown"];
export type Window = components["schemas"]["WindowShown"];
export type Cell = components["schemas"]["CellShown"];
export type Statement = components["schemas"]["StatementShown"];
export type Evidence = components["schemas"]["EvidenceShown"];
export type Segment = components["schemas"]["SegmentShown"];
export type State = components["schemas"]["CellState"];
export type Blank = components["schemas"]["Blank"];
export type Layer = components["schemas"]["Layer"];
export type EvidenceGiven = components["schemas"]["EvidenceGiven"];

/** A cell's place: case, wave (0 for none) and theme, by key. */
export interface Place {
  case: number;
  wave: number;
  theme: number;
}
