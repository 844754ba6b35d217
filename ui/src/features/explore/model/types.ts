import type { components, operations } from "@/api/schema";

export type Table = components["schemas"]["TableShown"];
export type Kind = components["schemas"]["Kind"];
export type Grid = components["schemas"]["CaseGridShown"];
export type ChangeType = components["schemas"]["ChangeType"];
/** What a question names besides its kind. */
export type Asked = NonNullable<operations["exploreTable"]["parameters"]["query"]>;
