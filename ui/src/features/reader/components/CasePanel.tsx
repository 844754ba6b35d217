import { Link } from "react-router";

import { api } from "@/api/client";
import { hueStyle } from "@/shared/colour/hue";
import { Answered } from "@/shared/page/States";
import type { Themes } from "@/shared/themes/themes";

import type { Opened } from "../hooks/useSource";
import { cellsOf } from "../model/cells";

/** What the chart says so far of the people who speak here, beside their words. For reading; the chart is where it is written. */
export function CasePanel({ study, opened, themes }: { study: string; opened: Opened; themes: Themes }) {
  const rows = opened.cases.flatMap((each) => [...new Set([0, opened.wave_key])].map((wave) => `${String(each.k)}:${String(wave)}`));
  const window = api.useQuery("get", "/api/studies/{study}/chart/window", { params: { path: { study }, query: { row: rows } } }, { enabled: rows.length > 0 });
  if (rows.length === 0) return <div className="side-block"><p>No case is linked to this source, so no cell belongs to it.</p></div>;
  return (
    <Answered query={window} what="Reading the chart">
      {(data) => {
        const cells = cellsOf(data, themes.choices.map((theme) => theme.k));
        return (
          <>
            {opened.cases.map((each) => (
              <section key={each.k} className="side-block" aria-label={`Chart of ${each.name}`}>
                <h2>{each.name} in the chart</h2>
                <Link to={`/s/${encodeURIComponent(study)}/memos?about=case:${String(each.k)}`}>Memos on {each.name}</Link>
                {cells.every((cell) => cell.case !== each.k) && <p>Nothing is charted yet.</p>}
                {cells.filter((cell) => cell.case === each.k).map((cell) => (
                  <div key={cell.theme} className="hue" style={hueStyle(themes.hue(cell.theme))}>
                    <h3><span className="hue-dot" aria-hidden /> {themes.label(cell.theme)}</h3>
                    {cell.statements.map((line) => <p key={line.k}>{line.layer === "verbatim" ? `“${line.text}”` : line.text}</p>)}
                  </div>
                ))}
              </section>
            ))}
            <div className="side-block"><Link to={`/s/${encodeURIComponent(study)}/chart`}>Open the chart</Link></div>
          </>
        );
      }}
    </Answered>
  );
}
