import { ActionIcon, Text } from "@mantine/core";
import { Star, X } from "lucide-react";
import { Link } from "react-router";

import { Changing } from "@/shared/page/past";

import { evidenceOn, SIDES } from "../model/finding";
import type { Evidence, Finding, Side } from "../model/types";
import type { Deeds } from "../model/useFindings";

/** What the finding rests on, by the way it points; every piece opens in its transcript or its cell. */
export function EvidencePanel({ study, finding, deeds }: { study: string; finding: Finding; deeds: Deeds }) {
  if (finding.evidence.length === 0) return <Text size="sm" c="dimmed">None yet. Open a case beside: its cells and its words become evidence from there.</Text>;
  return (
    <div className="evidence-sides">
      {SIDES.map(({ side, head }) => {
        const listed = evidenceOn(finding, side);
        return listed.length === 0 ? null : (
          <section key={side} data-side={side} aria-label={head}>
            <h3>{head} <span className="count">{listed.length}</span></h3>
            <ul>{listed.map((one) => <Piece key={one.k} study={study} one={one} deeds={deeds} />)}</ul>
          </section>
        );
      })}
    </div>
  );
}

function Piece({ study, one, deeds }: { study: string; one: Evidence; deeds: Deeds }) {
  const base = `/s/${encodeURIComponent(study)}`;
  const isSegment = one.source !== null;
  const to = isSegment ? `${base}/read/${String(one.source)}?at=${String(one.start)}-${String(one.end)}` : `${base}/chart?theme=${String(one.theme)}`;
  return (
    <li className="rests-piece" data-stale={one.stale !== null}>
      <p className={isSegment ? "rests-piece-words quoted" : "rests-piece-words"}>{one.words}</p>
      <div className="rests-piece-foot">
        <span><b>{one.case_names.join(", ") || "nobody’s words"}</b> · <Link to={to}>{isSegment ? `${one.source_name}, ${one.reference}` : one.reference}</Link></span>
        <Changing><span className="rests-piece-deeds">
          <select className="stance" aria-label={`Which way the words of ${one.case_names.join(", ") || "nobody"} point`} value={one.side} onChange={(event) => { deeds.turn.mutate({ evidence: one.k, side: event.currentTarget.value as Side }); }}>
            {SIDES.map(({ side, label }) => <option key={side} value={side}>{label}</option>)}
          </select>
          {isSegment && <ActionIcon size={26} variant={one.star ? "light" : "subtle"} color={one.star ? "teal" : "gray"} aria-pressed={one.star} aria-label="A quotation to print" title="A quotation to print" onClick={() => { deeds.star.mutate({ evidence: one.k, on: !one.star }); }}><Star size={15} aria-hidden fill={one.star ? "currentColor" : "none"} /></ActionIcon>}
          <ActionIcon size={26} variant="subtle" color="gray" aria-label="Take this evidence away" title="Take this evidence away" onClick={() => { deeds.unlink.mutate(one.k); }}><X size={15} aria-hidden /></ActionIcon>
        </span></Changing>
      </div>
      {one.stale !== null && <Text size="xs" className="finding-wants">{one.stale}</Text>}
    </li>
  );
}
