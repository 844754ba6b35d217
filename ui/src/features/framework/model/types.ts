import type { components } from "@/api/schema";

export type Theme = components["schemas"]["ThemeShown"];
export type Framework = components["schemas"]["FrameworkShown"];
export type TodoItem = components["schemas"]["TodoShown"];
