import { Link } from "react-router";

import type { components } from "@/api/schema";
import { hueOfNumber, hueStyle } from "@/shared/colour/hue";

type Stand = components["schemas"]["ThemeStandShown"];

const PARTS = [
  { key: "reviewed", label: "reviewed" },
  { key: "charted", label: "charted" },
  { key: "drafts", label: "drafts" },
  { key: "returned", label: "returned" },
  { key: "blank", label: "blank for a reason" },
] as const;

function done(theme: Stand): number {
  return PARTS.reduce((sum, { key }) => sum + theme[key], 0);
}

function Bar({ theme }: { theme: Stand }) {
  const words = PARTS.filter(({ key }) => theme[key] > 0).map(({ key, label }) => `${String(theme[key])} ${label}`);
  return (
    <div className="stand-bar" role="img" aria-label={`${words.join(", ") || "nothing yet"} of ${String(theme.cells)} cells`}>
      {PARTS.map(({ key }) => (theme[key] === 0 ? null : <span key={key} data-part={key} style={{ flexGrow: theme[key] }} />))}
      <span data-part="open" style={{ flexGrow: Math.max(0, theme.cells - done(theme)) }} />
    </div>
  );
}

/** How far each main theme's chart is: cells by what they are, and what is not charted yet. */
export function ThemesDone({ study, themes }: { study: string; themes: readonly Stand[] }) {
  return (
    <table className="quiet-table stand-table">
      <thead>
        <tr>
          <th scope="col">Theme</th>
          <th scope="col" className="number">Codings</th>
          <th scope="col" style={{ width: "26%" }}>Cells</th>
          {PARTS.map(({ key, label }) => (
            <th key={key} scope="col" className="number"><span className="stand-key" data-part={key} aria-hidden /> {label}</th>
          ))}
          <th scope="col" className="number">not charted</th>
        </tr>
      </thead>
      <tbody>
        {themes.map((theme) => (
          <tr key={theme.k}>
            <td className="hue stand-name" style={hueStyle(hueOfNumber(theme.number))}>
              <span className="hue-dot" aria-hidden />{" "}
              <Link to={`/s/${encodeURIComponent(study)}/chart?theme=${String(theme.k)}`}>{theme.number} {theme.name}</Link>
            </td>
            <td className="number">{theme.codings}</td>
            <td><Bar theme={theme} /></td>
            {PARTS.map(({ key }) => (
              <td key={key} className="number">{theme[key] === 0 ? "" : theme[key]}</td>
            ))}
            <td className="number">{Math.max(0, theme.cells - done(theme))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
