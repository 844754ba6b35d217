import { useMemo, useRef, useState } from "react";
import { useNavigate, useParams } from "react-router";

import { FilterChips } from "@/shared/filters/FilterChips";
import { useFilters } from "@/shared/filters/useFilters";
import { usePageTitle } from "@/shared/page/Page";
import { Answered, Empty } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";

import { ByWhat, CaseSteps, casesOf, ChartTitle, LookControls, PrintLink, type Look } from "./components/ChartHead";
import { Matrix } from "./components/Matrix";
import { caseChart } from "./model/arrange";
import { facetsOf } from "./model/facets";
import type { Place } from "./model/types";
import { useSkeleton } from "./model/useSkeleton";

/** The chart of one case: its sub-themes by its waves, the same cells as in the theme charts. */
export default function CaseChartScreen() {
  const study = useStudy();
  const navigate = useNavigate();
  const filters = useFilters();
  const of = Number(useParams()["case"]);
  const query = useSkeleton(study, { cases: [of], themes: filters.values("theme").map(Number), waves: filters.values("wave").map(Number) });
  const whole = useSkeleton(study, {});
  const [look, setLook] = useState<Look>({ height: "middle", panel: true });
  const cases = useMemo(() => casesOf(whole.data), [whole.data]);
  const name = query.data?.rows[0]?.name ?? cases.find((each) => each.k === of)?.name ?? "a case";
  const at = useRef<Place | null>(null);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  usePageTitle(`Chart of ${name}`);
  const facets = useMemo(() => facetsOf(whole.data, "Themes with"), [whole.data]);
  const go = (k: number): void => {
    const next = new URLSearchParams();
    for (const facet of ["theme", "state", "wave"]) for (const value of filters.values(facet)) next.append(facet, value);
    void navigate(`/s/${encodeURIComponent(study)}/chart/case/${String(k)}?${next.toString()}`);
  };
  return (
    <div className="chart" data-panel={look.panel}>
      <header className="chart-head">
        <ChartTitle>Chart of {name}</ChartTitle>
        <ByWhat value="case" first={of} at={at} />
        <CaseSteps cases={cases} value={of} onCase={go} />
        <FilterChips facets={facets} />
        <LookControls look={look} onLook={setLook}>
          <span ref={setSlot} />
          <PrintLink of={of} />
        </LookControls>
      </header>
      <Answered query={query} what="Reading the chart">
        {(skeleton) =>
          skeleton.rows.length === 0 || skeleton.themes.length === 0 ? (
            <div style={{ padding: "1.5rem" }}>
              <Empty title="Nothing to chart">The case has no row in these waves, or the framework has no theme yet.</Empty>
            </div>
          ) : (
            <Matrix
              key={of}
              study={study}
              skeleton={skeleton}
              arrange={caseChart}
              label={`Chart of ${name}`}
              height={look.height}
              panel={look.panel}
              slot={slot}
              onPanel={() => { setLook({ ...look, panel: true }); }}
              kept={filters.values("state")}
              at={at}
              onCase={null}
            />
          )
        }
      </Answered>
    </div>
  );
}
