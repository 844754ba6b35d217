/** A theme as it is typed, with the sub-themes that stand indented below it. */
export interface NewLine {
  name: string;
  sub_themes: string[];
}

/** The themes that are typed one a line; a line that is indented, or begins with a hyphen, is a sub-theme of the one above. */
export function linesOf(typed: string): NewLine[] {
  const lines: NewLine[] = [];
  for (const line of typed.split("\n")) {
    const name = line.replace(/^\s*(?:[-\u2013\u2022]\s+)?/, "").trim();
    const last = lines.at(-1);
    if (name === "") continue;
    if (last !== undefined && /^(?:\s|[-\u2013\u2022]\s)/.test(line)) last.sub_themes.push(name);
    else lines.push({ name, sub_themes: [] });
  }
  return lines;
}

/** The names of all of them, from top to bottom. */
export function namesOf(lines: readonly NewLine[]): string[] {
  return lines.flatMap((line) => [line.name, ...line.sub_themes]);
}
