import "./search.css";

import { Button, Checkbox } from "@mantine/core";
import { useEffect, useMemo, useState, type KeyboardEvent } from "react";
import { Link, useLocation } from "react-router";

import type { components } from "@/api/schema";
import { Empty } from "@/shared/page/States";
import { Changing, OnlyNow, useReadsPast } from "@/shared/page/past";
import { counted } from "@/shared/page/when";
import { clock } from "@/shared/text/clock";

import type { Narrowed } from "../model/address";
import { firstWordsIn, lastWordsIn } from "../model/fitting";
import { Suggest } from "./Suggest";
import { useRoom, type Room } from "./useRoom";

export type Hit = components["schemas"]["HitShown"];

export function idOf(hit: Hit): string {
  return `${String(hit.source_key)}:${String(hit.start)}:${String(hit.end)}`;
}

/** The hits, each in its context; ↓ and ↑ go from one to the next, X chooses one, Enter opens it in its source. */
export function Hits({ study, q, narrowed, hits, total, hasMore, isLoading, onMore }: {
  study: string;
  q: string;
  narrowed: Narrowed;
  hits: readonly Hit[];
  total: { hits: number; parts: number; sources: number } | null;
  hasMore: boolean;
  isLoading: boolean;
  onMore: () => void;
}) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isAll, setAll] = useState(false);
  const isPast = useReadsPast();
  const [list, setList] = useState<HTMLElement | null>(null);
  const room = useRoom(list);
  useScrollKept(hits.length);
  const toggle = (id: string): void => {
    setAll(false);
    setChosen((known) => {
      const next = new Set(isAll ? hits.map(idOf) : known);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  };
  const only = useMemo(() => (isAll ? null : hits.filter((hit) => chosen.has(idOf(hit)))), [isAll, hits, chosen]);
  if (hits.length === 0) return <Empty title="Nothing is found">No turn holds this, with the filters that are set.</Empty>;
  const count = isAll ? (total?.hits ?? hits.length) : chosen.size;
  return (
    <>
      <div className="search-bar">
        {isPast ? total !== null && <span>{total.hits} places</span> : <Checkbox
          label={total === null ? "All" : `All ${String(total.hits)} places`}
          checked={isAll}
          indeterminate={!isAll && chosen.size > 0}
          onChange={() => { setAll(!isAll); setChosen(new Set()); }}
        />}
        {total !== null && <span role="status">in {counted(total.parts, "turn")} of {counted(total.sources, "source")}</span>}
        <OnlyNow><Suggest study={study} q={q} narrowed={narrowed} only={only} count={count} onDone={() => { setAll(false); setChosen(new Set()); }} /></OnlyNow>
      </div>
      <ol ref={setList} className="hits" onKeyDown={(event) => { step(event, toggle); }}>
        {hits.map((hit, at) => (
          <Line key={idOf(hit)} study={study} hit={hit} room={room} isFirst={hits[at - 1]?.source_key !== hit.source_key} isChosen={isAll || chosen.has(idOf(hit))} onToggle={toggle} />
        ))}
      </ol>
      {hasMore && <Button variant="default" loading={isLoading} onClick={onMore}>Show more</Button>}
    </>
  );
}

function Line({ study, hit, room, isFirst, isChosen, onToggle }: { study: string; hit: Hit; room: Room | null; isFirst: boolean; isChosen: boolean; onToggle: (id: string) => void }) {
  const to = `/s/${encodeURIComponent(study)}/read/${String(hit.source_key)}?at=${String(hit.start)}-${String(hit.end)}`;
  const left = hit.left.replace(/\s+/g, " ");
  const right = hit.right.replace(/\s+/g, " ");
  return (
    <li data-first={isFirst}>
      {isFirst && <h2>{hit.source}</h2>}
      <div className="hit">
        <Changing><Checkbox aria-label={`Choose: ${hit.words}, turn ${String(hit.part)} of ${hit.source}`} checked={isChosen} onChange={() => { onToggle(idOf(hit)); }} /></Changing>
        <span className="hit-place">
          {hit.part}
          {hit.from_ms !== null && ` · ${clock(hit.from_ms)}`}
        </span>
        <span className="hit-who">{hit.cases.join(", ") || hit.speaker}</span>
        <Link className="hit-words" to={to} data-hit={idOf(hit)}>
          <span className="left">{room === null ? left : lastWordsIn(left, room.before(hit.words), room.widthOf)}</span>
          <mark>{hit.words}</mark>
          <span className="right">{room === null ? right : firstWordsIn(right, room.after(hit.words), room.widthOf)}</span>
        </Link>
      </div>
    </li>
  );
}

function step(event: KeyboardEvent<HTMLElement>, toggle: (id: string) => void): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-hit]")];
  const row = (event.target as Element).closest(".hit");
  const at = links.findIndex((link) => row?.contains(link) === true);
  if (event.key === "x" && at !== -1) toggle(links[at]?.dataset["hit"] ?? "");
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") links[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  else return;
  event.preventDefault();
}

/** Comes back to where the list was left, once as many hits are there again. */
function useScrollKept(count: number): void {
  const { search } = useLocation();
  const place = `search.scroll.${search}`;
  const isThere = count > 0;
  useEffect(() => {
    const screen = document.getElementById("screen");
    if (screen === null || !isThere) return undefined;
    const known = sessionStorage.getItem(place);
    if (known !== null) screen.scrollTop = Number(known);
    const keep = (): void => { sessionStorage.setItem(place, String(screen.scrollTop)); };
    screen.addEventListener("scroll", keep, { passive: true });
    return () => { screen.removeEventListener("scroll", keep); };
  }, [place, isThere]);
}
