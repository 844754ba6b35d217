/** What a search is narrowed to, as it stands in the page's address and as the server takes it. */
export interface Narrowed {
  source: number[];
  case: number[];
  kind: string[];
  wave: string[];
  speaker: string[];
  theme: number | null;
  attribute: string[];
}

const ATTRIBUTE = "a.";

/** The name of an attribute's filter in the address. */
export function nameInAddress(attribute: string): string {
  return `${ATTRIBUTE}${attribute}`;
}

/** Reads the filters out of an address. What is no number where one is due is left out. */
export function narrowed(params: URLSearchParams): Narrowed {
  const keys = (name: string): number[] => params.getAll(name).map(Number).filter(Number.isSafeInteger);
  const attribute = [...params.keys()].filter((name) => name.startsWith(ATTRIBUTE));
  return {
    source: keys("source"),
    case: keys("case"),
    kind: params.getAll("kind"),
    wave: params.getAll("wave"),
    speaker: params.getAll("speaker"),
    theme: keys("theme")[0] ?? null,
    attribute: [...new Set(attribute)].flatMap((name) => params.getAll(name).map((value) => `${name.slice(ATTRIBUTE.length)}=${value}`)),
  };
}
