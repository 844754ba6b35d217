import type { components } from "@/api/schema";

export type OnShelf = components["schemas"]["StudyOnShelf"];
export type Removed = components["schemas"]["RemovedShown"];

/** The cache's key of the library's list. */
export const shelfKey = ["get", "/api/studies"] as const;
