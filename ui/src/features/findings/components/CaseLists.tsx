import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";

import { api } from "@/api/client";
import { Changing, useReadsPast } from "@/shared/page/past";

import { listsOf, SIDES, STANCES } from "../model/finding";
import type { Finding, Place, Stance } from "../model/types";
import type { Deeds } from "../model/useFindings";

/** The cases of the finding in their lists; each opens what its cells say, and from there the words themselves. */
export function CaseLists({ study, finding, deeds }: { study: string; finding: Finding; deeds: Deeds }) {
  const [open, setOpen] = useState("");
  const outside = finding.places.filter((place) => !place.in_scope);
  const line = (place: Place) => {
    const at = `${String(place.case)} ${String(place.wave)}`;
    return <CaseLine key={at} study={study} finding={finding} place={place} deeds={deeds} isOpen={open === at} onOpen={() => { setOpen(open === at ? "" : at); }} />;
  };
  return (
    <div className="case-lists">
      {listsOf(finding.places).map(({ group, places }) => (
        <section key={group} className="case-list" data-group={group} aria-label={group}>
          <h3>{group} <span className="count">{places.length}</span></h3>
          {places.length === 0 ? <Text size="sm" c="dimmed">nobody</Text> : <ul>{places.map(line)}</ul>}
        </section>
      ))}
      {outside.length > 0 && (
        <section className="case-list" data-group="outside" aria-label="from outside what it speaks of">
          <h3>from outside what it speaks of <span className="count">{outside.length}</span></h3>
          <ul>{outside.map(line)}</ul>
        </section>
      )}
    </div>
  );
}

function CaseLine({ study, finding, place, deeds, isOpen, onOpen }: { study: string; finding: Finding; place: Place; deeds: Deeds; isOpen: boolean; onOpen: () => void }) {
  const [note, setNote] = useState(place.note);
  const said = place.basis === "said by a person";
  const name = place.wave_name === "" ? place.name : `${place.name}, ${place.wave_name}`;
  const say = (stance: Stance | null): void => { deeds.place.mutate({ case: place.case, wave: place.wave, stance, note: stance === null ? "" : note }); };
  return (
    <li className="case-line-of">
      <div className="case-line-head">
        <button type="button" className="case-open" aria-expanded={isOpen} onClick={onOpen}>{name}</button>
        <Changing><select className="stance" aria-label={`How ${name} stands to it`} value={said ? place.group : ""} onChange={(event) => { say(event.currentTarget.value === "" ? null : (event.currentTarget.value as Stance)); }}>
          <option value="">{place.basis === "nothing yet" ? "not said" : `by ${place.basis}`}</option>
          {STANCES.map((each) => <option key={each} value={each}>{each}</option>)}
        </select></Changing>
      </div>
      {place.note !== "" && !isOpen && <Text size="xs" c="dimmed">{place.note}</Text>}
      {isOpen && (
        <div className="case-opened">
          {place.cells === "" ? <Text size="sm" c="dimmed">Its cells under the finding’s themes say nothing.</Text> : <p>{place.cells}</p>}
          {said && <Changing><label className="note">Why <input value={note} onChange={(event) => { setNote(event.currentTarget.value); }} onBlur={() => { if (note !== place.note) say(place.group as Stance); }} /></label></Changing>}
          {finding.themes.map((theme) => <CellWords key={theme.k} study={study} place={place} theme={theme.k} finding={finding} deeds={deeds} />)}
        </div>
      )}
    </li>
  );
}

/** The words that are indexed for a case under one of the finding's themes, each to be used as evidence. */
function CellWords({ study, place, theme, finding, deeds }: { study: string; place: Place; theme: number; finding: Finding; deeds: Deeds }) {
  const cell = api.useQuery("get", "/api/studies/{study}/chart/cell", { params: { path: { study }, query: { case: place.case, theme, wave: place.wave } } }, { retry: false });
  const isPast = useReadsPast();
  if (cell.data === undefined) return null;
  const used = new Set(finding.evidence.map((one) => `${String(one.source)} ${String(one.start)} ${String(one.end)}`));
  const hasCell = cell.data.state !== "uncharted" && !finding.evidence.some((one) => one.cell_case === place.case && one.theme === theme);
  return (
    <div className="cell-words">
      {hasCell && !isPast && (
        <p className="use">Use the cell {cell.data.number}: {SIDES.map(({ side, label }) => <Button key={side} size="compact-xs" variant="default" onClick={() => { deeds.link.mutate({ side, star: false, cell: { case: place.case, theme, wave: cell.data.wave } }); }}>{label}</Button>)}</p>
      )}
      {cell.data.segments.map((segment) => (
        <blockquote key={segment.coding}>
          {segment.words}
          <footer>
            <Link to={`/s/${encodeURIComponent(study)}/read/${String(segment.source)}?at=${String(segment.start)}-${String(segment.end)}`}>{segment.source_name}, {segment.reference}</Link>
            {used.has(`${String(segment.source)} ${String(segment.start)} ${String(segment.end)}`) ? <span className="dim"> · evidence already</span> : !isPast && SIDES.map(({ side, label }) => <Button key={side} size="compact-xs" variant="default" onClick={() => { deeds.link.mutate({ side, star: false, coding: segment.coding }); }}>{label}</Button>)}
          </footer>
        </blockquote>
      ))}
    </div>
  );
}
