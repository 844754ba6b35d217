import { Checkbox } from "@mantine/core";
import { Link } from "react-router";

import { Changing } from "@/shared/page/past";

import type { DataLine, Element } from "../model/types";

/** One statement of the column: whose it is, its words, what it rests on, what was drawn from it. */
export function DataRow({ study, line, elements, isActive, isTicked, isLinked, onFocus, onTick }: {
  study: string;
  line: DataLine;
  elements: ReadonlyMap<number, Element>;
  isActive: boolean;
  isTicked: boolean;
  /** Whether the element that is looked at was drawn from it. */
  isLinked: boolean;
  onFocus: () => void;
  onTick: () => void;
}) {
  const drawn = line.elements.map((k) => elements.get(k)).filter((element) => element !== undefined);
  const tab = isActive ? 0 : -1;
  return (
    <li className="ws-row" data-row={line.statement} data-active={isActive} data-linked={isLinked} tabIndex={tab} onFocus={onFocus} aria-label={`${String(line.number)}, ${line.name}: ${line.text}`}>
      <Changing><Checkbox checked={isTicked} onChange={onTick} tabIndex={tab} aria-label={`Choose line ${String(line.number)}`} /></Changing>
      <div>
        <p className="ws-from">
          <span className="ws-number">{line.number}</span> <strong>{line.name}</strong>
          {line.wave_name !== "" && ` · ${line.wave_name}`}
          {line.about.length > 0 && ` · ${line.about.join(" · ")}`}
          {line.stale.length > 0 && <span className="ws-again" title={line.stale.join("; ")}> look again</span>}
        </p>
        <p className="ws-words" data-layer={line.layer}>{line.layer === "verbatim" ? `“${line.text}”` : line.text}</p>
        {isActive && line.evidence.map((each, n) => (
          <p key={n} className="ws-evidence">
            {each.source === null ? (
              each.reference
            ) : (
              <Link to={`/s/${encodeURIComponent(study)}/read/${String(each.source)}?at=${String(each.start)}-${String(each.end)}`} tabIndex={tab}>{each.reference}</Link>
            )}
            {each.words !== "" && `: ${each.words}`}
          </p>
        ))}
        {drawn.length > 0 && <p className="ws-drawn">{drawn.map((element) => element.text).join(" · ")}</p>}
      </div>
    </li>
  );
}
