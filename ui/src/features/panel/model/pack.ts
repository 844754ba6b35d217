export const FORMS = [
  { ending: "docx", label: "Word" },
  { ending: "html", label: "Web page" },
  { ending: "md", label: "Markdown" },
] as const;

export type Ending = (typeof FORMS)[number]["ending"];

/** Where the pack of these themes, in this order, is fetched from. */
export function packAddress(study: string, themes: readonly number[], most: number, ending: Ending): string {
  const asked = new URLSearchParams([...themes.map((theme) => ["theme", String(theme)]), ["most", String(most)], ["ending", ending]]);
  return `/api/studies/${encodeURIComponent(study)}/panel/file?${asked.toString()}`;
}

/** A list with one of it a place further up. */
export function raised<T>(list: readonly T[], at: number): T[] {
  const made = [...list];
  const one = made[at];
  if (one === undefined || at < 1) return made;
  made.splice(at, 1);
  made.splice(at - 1, 0, one);
  return made;
}

/** Points under their theme, themes in the order in which they come. */
export function byTheme<T extends { theme: string }>(points: readonly T[]): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const point of points) found.set(point.theme, [...(found.get(point.theme) ?? []), point]);
  return [...found];
}
