import { Button, Checkbox } from "@mantine/core";
import { memo } from "react";
import { Link } from "react-router";

import { api } from "@/api/client";
import { hueStyle } from "@/shared/colour/hue";
import { Changing, OnlyNow } from "@/shared/page/past";
import { clock } from "@/shared/text/clock";
import type { Themes } from "@/shared/themes/themes";

import type { Extract } from "../model/useSorting";

/** One extract: its words, where they come from, whether it was reviewed. */
export const ExtractCard = memo(function ExtractCard({ study, extract, themes, isActive, isChosen, isOpen, onFocus, onChoose, onReview, onContext, onMove }: {
  study: string;
  extract: Extract;
  themes: Themes;
  isActive: boolean;
  isChosen: boolean;
  isOpen: boolean;
  onFocus: () => void;
  onChoose: () => void;
  onReview: () => void;
  onContext: () => void;
  onMove: () => void;
}) {
  const to = `/s/${encodeURIComponent(study)}/read/${String(extract.source_key)}?at=${String(extract.start)}-${String(extract.end)}`;
  return (
    <article className="extract hue" style={hueStyle(themes.hue(extract.theme))} data-extract={extract.k} data-active={isActive} data-reviewed={extract.reviewed} tabIndex={isActive ? 0 : -1} onFocus={onFocus} aria-label={`${extract.source}, turn ${String(extract.part ?? "")}`}>
      <Changing><Checkbox checked={isChosen} aria-label="Choose this extract" onChange={onChoose} tabIndex={isActive ? 0 : -1} /></Changing>
      <div>
        <p className="extract-from">
          <Link to={to} tabIndex={isActive ? 0 : -1}>{extract.source}{extract.part !== null && `, turn ${String(extract.part)}`}</Link>
          {extract.from_ms !== null && ` · ${clock(extract.from_ms)}`}
          {extract.cases.length > 0 && ` · ${extract.cases.join(", ")}`} · <span className="extract-theme">{themes.label(extract.theme)}</span>
        </p>
        {isOpen ? <Around study={study} extract={extract} /> : <p className="extract-words">{extract.words}</p>}
        {extract.note !== "" && <p className="extract-from">Note by {extract.coder}: {extract.note}</p>}
      </div>
      <div className="extract-deeds">
        <OnlyNow><Button size="compact-xs" variant={extract.reviewed ? "light" : "default"} onClick={onReview} tabIndex={isActive ? 0 : -1}>{extract.reviewed ? "✓ Reviewed" : "Mark reviewed"}</Button></OnlyNow>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={onContext} tabIndex={isActive ? 0 : -1}>{isOpen ? "Less around" : "More around"}</Button>
        <OnlyNow><Button size="compact-xs" variant="subtle" color="gray" onClick={onMove} tabIndex={isActive ? 0 : -1}>Move …</Button></OnlyNow>
      </div>
    </article>
  );
});

/** The turns around the extract, its own words marked. */
function Around({ study, extract }: { study: string; extract: Extract }) {
  const around = api.useQuery("get", "/api/studies/{study}/reading/{source}/around", {
    params: { path: { study, source: extract.source_key }, query: { start: extract.start, end: extract.end, turns: 2 } },
  });
  if (around.data === undefined) return <p className="extract-words">{extract.words}</p>;
  return (
    <>
      {around.data.map((turn) => {
        const points = Array.from(turn.words);
        const from = Math.max(0, extract.start - turn.start);
        const to = Math.max(0, extract.end - turn.start);
        return (
          <p key={turn.n} className="extract-words">
            <span className="extract-from">{turn.n} {turn.label} </span>
            {points.slice(0, from).join("")}
            {from < to && from < points.length && <mark>{points.slice(from, to).join("")}</mark>}
            {points.slice(Math.max(from, to)).join("")}
          </p>
        );
      })}
    </>
  );
}
