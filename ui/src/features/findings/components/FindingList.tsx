import { Link } from "react-router";

import { useInSight } from "@/shared/page/useInSight";

import type { Line } from "../model/types";

/** The findings in their order, each with what it wants. */
export function FindingList({ study, lines, chosen }: { study: string; lines: readonly Line[]; chosen: number }) {
  useInSight(`finding-${String(chosen)}`);
  return (
    <nav className="finding-list" aria-label="Findings">
      <ol>
        {lines.map((line) => (
          <li key={line.k} id={`finding-${String(line.k)}`}>
            <Link className="finding-line" to={`/s/${encodeURIComponent(study)}/findings/${String(line.k)}`} aria-current={line.k === chosen ? "true" : undefined} data-status={line.status}>
              <span className="finding-number">{line.number}</span>
              <span>
                <span className="finding-claim">{line.statement}</span>
                <span className="finding-about">
                  {line.output} · {line.status} · {line.base} asked
                  {line.counts.contrary !== undefined && line.counts.contrary > 0 && ` · ${String(line.counts.contrary)} contrary`}
                  {line.counts["to be placed"] !== undefined && line.counts["to be placed"] > 0 && ` · ${String(line.counts["to be placed"])} to be placed`}
                </span>
                {(line.stale.length > 0 || !line.tested) && line.status !== "dropped" && (
                  <span className="finding-wants">{line.stale.length > 0 ? "Its evidence changed" : line.output === "recommendation" ? "" : "Untested"}</span>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
