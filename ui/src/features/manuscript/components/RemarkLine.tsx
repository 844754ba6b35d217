import { ChevronDown, ChevronRight } from "lucide-react";
import { useId, useState } from "react";

import { LevelName } from "@/shared/review/LevelName";

import { placeOf, type Level, type Remark } from "../model/review";
import { RemarkBody } from "./RemarkBody";

/** A line that opens the remark, or the remarks, that it stands for. */
export function RemarkLine({ said, level, remarks }: { said: string; level: Level; remarks: readonly Remark[] }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const Sign = open ? ChevronDown : ChevronRight;
  const first = remarks[0]?.spots[0];
  return (
    <li>
      <button type="button" className="remark-line" aria-expanded={open} aria-controls={id} onClick={() => { setOpen(!open); }}>
        <Sign size={16} aria-hidden />
        <LevelName level={level} />
        <span>
          {said}
          {first !== undefined && <span className="place">{placeOf(first)}</span>}
        </span>
      </button>
      <div id={id} hidden={!open}>
        {open && remarks.map((remark, n) => <RemarkBody key={n} remark={remark} told={remarks.length > 1} />)}
      </div>
    </li>
  );
}
