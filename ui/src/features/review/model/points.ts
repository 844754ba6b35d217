import type { components } from "@/api/schema";

export type StudyReview = components["schemas"]["StudyReviewShown"];
export type Point = components["schemas"]["PointShown"];
export type Target = components["schemas"]["TargetShown"];

/** A line of the first page: the points that it stands for, the weightiest first. */
export interface Line {
  id: string;
  said: string;
  level: Point["level"];
  points: Point[];
}

export interface LinesOfGroup {
  group: Point["group"];
  lines: Line[];
}

/** Whether nobody lets a point stand, or what it rests on has changed since. */
export function stands(point: Point): boolean {
  return point.waived === null || point.waived.is_lapsed;
}

/** The lines of the first page, put together by what they are about, in the order that the server gave. */
export function firstPage(review: StudyReview): LinesOfGroup[] {
  const byKey = new Map(review.points.map((point) => [point.key, point]));
  const groups: LinesOfGroup[] = [];
  review.first_page.forEach((keys, n) => {
    const points = keys.flatMap((key) => byKey.get(key) ?? []);
    const [first] = points;
    if (first === undefined) return;
    const said = points.length === 1 ? first.said : `${String(points.length)} of this kind, the first: ${first.said}`;
    const line: Line = { id: `line-${String(n)}`, said, level: first.level, points };
    const last = groups.at(-1);
    if (last?.group === first.group) last.lines.push(line);
    else groups.push({ group: first.group, lines: [line] });
  });
  return groups;
}

/** The standing points of the levels chosen; where none is chosen, of all. */
export function standing(review: StudyReview, levels: readonly string[]): Point[] {
  return review.points.filter((point) => stands(point) && (levels.length === 0 || levels.includes(point.level)));
}

/** Where a target's link leads, below the study; null for what has no page of its own. */
export function wayTo(target: Target): string | null {
  const k = String(target.k);
  switch (target.at) {
    case "finding":
      return `findings/${k}`;
    case "source":
      return `read/${k}`;
    case "theme":
      return `chart?theme=${k}`;
    case "case":
      return `chart/case/${k}`;
    case "cell":
      return `chart/case/${String(target.case)}?cell=${String(target.case)}:${String(target.wave)}:${String(target.theme)}`;
    case "judgement":
      return target.judged === null ? null : sheetWay(target.judged);
    case "sample":
      return "sample";
    case "question":
      // A question is answered by a finding, which says so.
      return "findings";
  }
}

function sheetWay({ lens, unit, kind, wave, dimension }: NonNullable<Target["judged"]>): string {
  const asked = Object.entries({ view: "judge", unit, kind, wave, dimension }).filter(([, value]) => value !== "");
  return `lenses/${encodeURIComponent(lens)}?${new URLSearchParams(asked).toString()}`;
}
