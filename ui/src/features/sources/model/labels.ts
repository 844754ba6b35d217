import type { ImportGiven, LabelLine, Role } from "./types";

/** What somebody decided about a label of the batch. */
export interface Decision {
  role: Role;
  case: string;
}

/** A line is known by its spellings, as the server lists them. */
export type Decisions = ReadonlyMap<string, Decision>;

/** A line as it stands now: as proposed, or as decided. */
export function decided(line: LabelLine, decisions: Decisions): Decision {
  return decisions.get(line.spellings) ?? { role: line.proposed ?? line.role, case: line.case };
}

/** The rules that the import is given: one a spelling, for every line of the table. */
export function rulesOf(lines: readonly LabelLine[], decisions: Decisions): NonNullable<ImportGiven["labels"]> {
  return lines.flatMap((line) => {
    const { role, case: name } = decided(line, decisions);
    return line.spellings.split(" / ").map((label) => ({ label, role, case: name }));
  });
}
