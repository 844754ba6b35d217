import { Link } from "react-router";

import { cellWay, wordsWay } from "@/shared/text/ways";

import type { Piece } from "../model/types";

/** Where a piece of evidence stands: its words in the reader, or its cell in the chart. */
export function Place({ study, piece }: { study: string; piece: Piece }) {
  const at = `/s/${encodeURIComponent(study)}/`;
  if (piece.source !== null) return <Link className="from" to={at + wordsWay({ source: piece.source, start: piece.start ?? 0, end: piece.end ?? 0 })}>{piece.source_name} {piece.reference}</Link>;
  if (piece.cell_case === null || piece.theme === null) return <span className="from">{piece.reference}</span>;
  return <Link className="from" to={at + cellWay({ case: piece.cell_case, wave: piece.wave, theme: piece.theme })}>{piece.reference}</Link>;
}
