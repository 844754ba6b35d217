import { useMemo } from "react";

import { api } from "@/api/client";
import type { components } from "@/api/schema";

import { Themes } from "./themes";

type Framework = components["schemas"]["FrameworkShown"];

/** What can be indexed under, looked up by key: the themes from top to bottom, then the open codes. */
export function useThemesOf(framework: Framework): Themes {
  return useMemo(() => new Themes([...framework.themes, ...framework.codes]), [framework]);
}

const NONE: Framework = { themes: [], codes: [], gone: [], standing: "", next_name: "" };

/** The same, read from the server; none until it has answered. */
export function useThemes(study: string): Themes {
  const { data } = api.useQuery("get", "/api/studies/{study}/framework", { params: { path: { study } } });
  return useThemesOf(data ?? NONE);
}
