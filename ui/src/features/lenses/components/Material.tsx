import { Text, TextInput } from "@mantine/core";
import { Minus, Plus } from "lucide-react";
import { useState } from "react";

import { api } from "@/api/client";
import { SearchedSelect } from "@/shared/page/SearchedSelect";
import { Answered } from "@/shared/page/States";
import { OnlyNow } from "@/shared/page/past";

import type { CellBeside, Piece } from "../model/types";
import { Place } from "./Place";

type Link = (piece: Piece, side: "evidence" | "against") => void;

function Sides({ what, onFor, onAgainst }: { what: string; onFor: () => void; onAgainst: () => void }) {
  return (
    <span className="sides">
      <button type="button" className="pick" aria-label={`For: ${what}`} title="Evidence for" onClick={onFor}><Plus size={13} aria-hidden /> for</button>
      <button type="button" className="pick" aria-label={`Against: ${what}`} title="Evidence against" onClick={onAgainst}><Minus size={13} aria-hidden /> against</button>
    </span>
  );
}

/** A cell as a piece of evidence. */
function asPiece(cell: CellBeside, name: string): Piece {
  return {
    k: 0, reference: `→ ${name} ${cell.number}`, words: cell.lines.join(" "), label: "", source: null, source_name: "", version: null, start: null, end: null, cell_case: cell.case, theme: cell.theme, wave: cell.wave, stale: null,
  };
}

function Cell({ study, cell, name, theme, onLink }: { study: string; cell: CellBeside; name: string; theme: string; onLink: Link }) {
  return (
    <section className="beside-cell" aria-label={`${cell.number} ${theme}`}>
      <header>
        <Text size="xs" fw={600}>{cell.number} {theme}</Text>
        <OnlyNow><Sides what={`the cell ${cell.number}`} onFor={() => { onLink(asPiece(cell, name), "evidence"); }} onAgainst={() => { onLink(asPiece(cell, name), "against"); }} /></OnlyNow>
      </header>
      {cell.lines.map((line) => <p key={line}>{line}</p>)}
      {cell.segments.map((piece) => (
        <blockquote key={piece.k}>
          <span><q>{piece.words}</q> <Place study={study} piece={piece} /></span>
          <OnlyNow><Sides what={piece.words.slice(0, 60)} onFor={() => { onLink(piece, "evidence"); }} onAgainst={() => { onLink(piece, "against"); }} /></OnlyNow>
        </blockquote>
      ))}
    </section>
  );
}

/** The charted cells of the unit's cases with their segments, to be linked to the dimension that is open. */
export function Material({ study, lens, members, wave, towards, onLink }: { study: string; lens: string; members: readonly { k: number; name: string }[]; wave: number; towards: string; onLink: Link }) {
  const [chosen, setChosen] = useState<number | null>(null);
  const [words, setWords] = useState("");
  const member = members.find((each) => each.k === chosen) ?? members[0];
  const query = api.useQuery("get", "/api/studies/{study}/lenses/{lens}/material", { params: { path: { study, lens }, query: { case: member?.k ?? 0, wave } } }, { enabled: member !== undefined });
  const themes = api.useQuery("get", "/api/studies/{study}/framework", { params: { path: { study } } });
  const names = new Map((themes.data?.themes ?? []).map((theme) => [theme.k, theme.name]));
  const wanted = words.trim().toLocaleLowerCase();
  const fits = (cell: CellBeside): boolean =>
    wanted === "" || [cell.number, names.get(cell.theme) ?? "", ...cell.lines, ...cell.segments.map((each) => each.words)].some((each) => each.toLocaleLowerCase().includes(wanted));
  return (
    <>
      <div className="beside-bar">
        <Text size="sm" fw={600}>Charted, to link to “{towards}”</Text>
        <div className="beside-pick">
          {members.length > 1 && <SearchedSelect size="xs" aria-label="Whose cells" data={members.map((each) => ({ value: String(each.k), label: each.name }))} value={String(member?.k)} allowDeselect={false} onChange={(value) => { setChosen(Number(value)); }} />}
          <TextInput size="xs" aria-label="Only cells with these words" placeholder="with these words" value={words} onChange={(event) => { setWords(event.currentTarget.value); }} />
        </div>
      </div>
      <Answered query={query} what="Reading the chart">
        {(cells) => (
          cells.length === 0 ? <Text size="sm" c="dimmed">Nothing is charted of {member?.name}. A judgement made now is marked as such.</Text> : <>{cells.filter(fits).map((cell) => <Cell key={`${String(cell.theme)} ${String(cell.wave)}`} study={study} cell={cell} name={member?.name ?? ""} theme={names.get(cell.theme) ?? ""} onLink={onLink} />)}</>
        )}
      </Answered>
    </>
  );
}
