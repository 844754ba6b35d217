import { Link } from "react-router";

import { api } from "@/api/client";
import { Answered } from "@/shared/page/States";
import { cellWay } from "@/shared/text/ways";
import { useThemes } from "@/shared/themes/useThemes";

import type { Step } from "../model/longitudinal";
import type { Grid } from "../model/types";
import { Evidence } from "./Evidence";

/** What is charted of one wave, line by line, with the words that each line rests on. */
export function WaveWords({ study, grid, step, wave }: { study: string; grid: Grid; step: Step; wave: string }) {
  const who = grid.cases.find((one) => one.name === step.case)?.k;
  const when = grid.waves.find((one) => one.name === wave)?.k;
  const theme = useThemes(study).choices.find((one) => one.number === step.number)?.k;
  const place = who === undefined || when === undefined || theme === undefined ? null : { case: who, wave: when, theme };
  const query = api.useQuery("get", "/api/studies/{study}/chart/cell", { params: { path: { study }, query: place ?? { case: 0, theme: 0 } } }, { enabled: place !== null });
  if (place === null) return <p>Nothing is charted.</p>;
  return (
    <Answered query={query} what="Reading the cell">
      {(cell) => {
        const lines = cell.statements.filter((line) => line.layer !== "comment");
        const whole = lines.some((line) => line.evidence.some((piece) => piece.source === null && piece.cell === null));
        return (
          <>
            {lines.length === 0 && <p>{cell.blank ?? "Nothing is charted."}</p>}
            {lines.map((line) => (
              <div key={line.k}>
                <p>{line.text}</p>
                <Evidence study={study} pieces={line.evidence.filter((piece) => piece.source !== null)} />
                {line.evidence.length === 0 && <p className="warned">rests on nothing yet</p>}
              </div>
            ))}
            {whole && <Evidence study={study} pieces={cell.segments.map((one) => ({ ...one, k: one.coding, stale: null }))} />}
            <Link className="to-cell" to={`/s/${encodeURIComponent(study)}/${cellWay(place)}`}>Open the cell</Link>
          </>
        );
      }}
    </Answered>
  );
}
