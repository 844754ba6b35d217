import { X } from "lucide-react";
import { Link } from "react-router";

import { Changing, OnlyNow } from "@/shared/page/past";
import { cellWay, wordsWay } from "@/shared/text/ways";

import { SIDES, type Side } from "../model/intent";

interface Piece {
  k: number;
  words: string;
  reference: string;
  source: number | null;
  source_name: string;
  start: number | null;
  end: number | null;
  stale: string | null;
  side?: string;
  cell_case?: number | null;
  theme?: number | null;
  wave?: number;
}

function way(piece: Piece): string | null {
  if (piece.source !== null) return wordsWay({ source: piece.source, start: piece.start ?? 0, end: piece.end ?? 0 });
  if (typeof piece.cell_case !== "number" || typeof piece.theme !== "number") return null;
  return cellWay({ case: piece.cell_case, theme: piece.theme, wave: piece.wave ?? 0 });
}

/** What something rests on: each piece with a link to its place, and a way to take it away where that may be done. */
export function Evidence({ study, pieces, onRemove, onTurn }: { study: string; pieces: readonly Piece[]; onRemove?: (k: number) => void; onTurn?: (k: number, side: Side) => void }) {
  return (
    <ul className="rests-on">
      {pieces.map((piece) => {
        const to = way(piece);
        // A case with several sources has the source in the reference already.
        const name = piece.reference.startsWith(piece.source_name) ? piece.reference : [piece.source_name, piece.reference].filter((each) => each !== "").join(", ");
        return (
          <li key={piece.k} data-side={piece.side}>
            <span>
              {piece.source === null ? piece.words : <q>{piece.words}</q>}{" "}
              {to === null ? name : <Link to={`/s/${encodeURIComponent(study)}/${to}`}>{name}</Link>}
              {onTurn === undefined && piece.side !== undefined && piece.side !== "for" && <span className="points"> {piece.side}</span>}
              {piece.stale !== null && <span className="warned"> {piece.stale}</span>}
            </span>
            {onTurn !== undefined && <Changing><select className="points" aria-label={`Which way this points: ${piece.words.slice(0, 40)}`} value={piece.side} onChange={(event) => { onTurn(piece.k, event.currentTarget.value as Side); }}>{SIDES.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}</select></Changing>}
            {onRemove !== undefined && <OnlyNow><button type="button" className="take-away" aria-label={`Take away: ${piece.words.slice(0, 40)}`} onClick={() => { onRemove(piece.k); }}><X size={14} aria-hidden /></button></OnlyNow>}
          </li>
        );
      })}
    </ul>
  );
}
