import { ChevronDown, ChevronRight } from "lucide-react";
import { useId, useState } from "react";

import { LevelName } from "@/shared/review/LevelName";

import type { Point } from "../model/points";
import { PointBody } from "./PointBody";

/** A line that opens the point, or the points, that it stands for. */
export function PointLine({ study, said, level, points }: { study: string; said: string; level: Point["level"]; points: readonly Point[] }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const Sign = open ? ChevronDown : ChevronRight;
  const first = points.length === 1 ? points[0]?.targets[0]?.words : undefined;
  const place = first !== undefined && !said.includes(first) ? first : undefined;
  return (
    <li>
      <button type="button" className="remark-line" aria-expanded={open} aria-controls={id} onClick={() => { setOpen(!open); }}>
        <Sign size={16} aria-hidden />
        <LevelName level={level} />
        <span>
          {said}
          {place !== undefined && <span className="place">{place}</span>}
        </span>
      </button>
      <div id={id} hidden={!open}>
        {open && points.map((point) => <PointBody key={point.key} study={study} point={point} told={points.length > 1} />)}
      </div>
    </li>
  );
}
