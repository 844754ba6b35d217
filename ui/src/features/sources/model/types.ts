import type { components } from "@/api/schema";

export type Brought = components["schemas"]["BroughtShown"];
export type LabelLine = components["schemas"]["LabelLineShown"];
export type Role = components["schemas"]["SpeakerRole"];
export type Job = components["schemas"]["JobShown"];
export type Kind = components["schemas"]["SourceKind"];
export type Source = components["schemas"]["ReadableShown"];
export type ImportGiven = components["schemas"]["ImportGiven"];
