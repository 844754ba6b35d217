import { Fragment } from "react";

import { compared, type Piece } from "../model/compared";
import { placeOf, together, whoseOf, type Remark } from "../model/review";

function Words({ words, pieces }: { words: string; pieces: readonly Piece[] | undefined }) {
  if (pieces === undefined) return <blockquote>{words}</blockquote>;
  return (
    <blockquote>
      {pieces.map((piece, n) => (piece.differs ? <mark key={n}>{piece.text}</mark> : <Fragment key={n}>{piece.text}</Fragment>))}
    </blockquote>
  );
}

/** The manuscript's words and the transcript's side by side, why it is remarked on, and what usually resolves it. */
export function RemarkBody({ remark, told }: { remark: Remark; told: boolean }) {
  const sources = together(remark.sources);
  const [first, ...others] = remark.spots;
  const wordsOfSources = sources.map(({ words }) => words);
  const found = remark.group === "words that were said" && first !== undefined ? compared(first.words, wordsOfSources) : null;
  const marked = found !== null && [found.printed, ...found.sources].flat().some((piece) => piece.differs);
  return (
    <div className="remark">
      {told && <p style={{ margin: 0, fontWeight: 600 }}>{remark.said}</p>}
      <div className="beside">
        <div role="group" aria-label="In the manuscript">
          <p className="side">In the manuscript</p>
          {first !== undefined && (
            <>
              <Words words={first.words} pieces={found?.printed} />
              <p className="place">{placeOf(first)}</p>
            </>
          )}
          {others.map((spot) => (
            <Fragment key={`${String(spot.start)}-${String(spot.end)}`}>
              <Words words={spot.words} pieces={undefined} />
              <p className="place">{placeOf(spot)}</p>
            </Fragment>
          ))}
        </div>
        <div role="group" aria-label="In the transcripts">
          <p className="side">In the transcripts</p>
          {sources.map((source, n) => (
            <Fragment key={n}>
              <Words words={source.words} pieces={found?.sources[n]} />
              <p className="place">{whoseOf(source)}{source.change === "" || remark.said.includes(source.change) ? "" : ` (${source.change})`}</p>
            </Fragment>
          ))}
          {sources.length === 0 && <p className="place">No words of a transcript stand against these.</p>}
        </div>
      </div>
      {marked && <p className="place" style={{ margin: 0, fontSize: "0.8125rem" }}>Underlined: what the other side does not have.</p>}
      <dl>
        <dt>What is asked</dt>
        <dd>{remark.asks}</dd>
        <dt>Usually resolved by</dt>
        <dd>{remark.resolves}</dd>
      </dl>
    </div>
  );
}
