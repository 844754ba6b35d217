import type { ReactNode } from "react";

import { usePast } from "@/api/past";

import { useStudyName } from "./useStudyName";

const WHY = "This is the study as it was; nothing can be changed in it";

/** Whether the study in the address is read as it was. */
export function useReadsPast(): boolean {
  return usePast(useStudyName()) !== null;
}

/** Controls that change what stands: beside the study as it was they are seen, cannot be used, and say why. */
export function Changing({ children }: { children: ReactNode }) {
  if (!useReadsPast()) return children;
  return <fieldset className="changing" disabled title={WHY}>{children}</fieldset>;
}

/** What only makes something new or takes it away; the study as it was is shown without it. */
export function OnlyNow({ children }: { children: ReactNode }) {
  return useReadsPast() ? null : children;
}
