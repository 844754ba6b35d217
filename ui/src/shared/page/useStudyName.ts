import { useParams } from "react-router";

/** The name of the study in the address, null on screens that are about none. */
export function useStudyName(): string | null {
  return useParams()["study"] ?? null;
}

/** The same on a study's own screens, where there always is one. */
export function useStudy(): string {
  const study = useStudyName();
  if (study === null) throw new Error("this screen belongs to a study");
  return study;
}
