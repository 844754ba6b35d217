import { CircleHelp, CircleX, Eye } from "lucide-react";

import type { components } from "@/api/schema";

import "./review.css";

export type Level = components["schemas"]["Level"];

export const LEVELS: readonly Level[] = ["wrong", "say why", "for your eyes"];

const SIGNS = { wrong: CircleX, "say why": CircleHelp, "for your eyes": Eye };

/** How much a remark asks of the author, as a word with its sign. */
export function LevelName({ level }: { level: Level }) {
  const Sign = SIGNS[level];
  return (
    <span className="level" data-level={level}>
      <Sign size={15} aria-hidden />
      {level}
    </span>
  );
}
