import { SegmentedControl, Select } from "@mantine/core";
import { useMemo, useRef, useState } from "react";
import { useNavigate } from "react-router";

import { api } from "@/api/client";
import { FilterChips } from "@/shared/filters/FilterChips";
import { useFilters } from "@/shared/filters/useFilters";
import { usePageTitle } from "@/shared/page/Page";
import { Answered, Empty } from "@/shared/page/States";
import { OnlyNow } from "@/shared/page/past";
import { useStudy } from "@/shared/page/useStudyName";

import { ByWhat, ChartTitle, LookControls, PrintLink, type Look } from "./components/ChartHead";
import { ExportMenu } from "./components/ExportMenu";
import { FillArea, FillButton, useFillArea } from "./components/FillArea";
import { Matrix } from "./components/Matrix";
import { themeChart, wavesBeside } from "./model/arrange";
import { facetsOf } from "./model/facets";
import { inAddress } from "./model/grid";
import type { Place, Skeleton } from "./model/types";
import { useSkeleton } from "./model/useSkeleton";

function hasWaves(skeleton: Skeleton | undefined): boolean {
  return new Set((skeleton?.rows ?? []).map((row) => row.wave)).size > 1;
}

/** By which attributes rows are grouped and sorted; both stand in the address. */
function RowOrder({ study }: { study: string }) {
  const filters = useFilters();
  const known = api.useQuery("get", "/api/studies/{study}/attributes", { params: { path: { study } } });
  const attributes = (known.data ?? []).map((attribute) => attribute.name);
  return (["group", "sort"] as const).map((way) => {
    const label = way === "group" ? "Group rows by" : "Sort rows by";
    return (
      <Select
        key={way}
        size="xs"
        aria-label={label}
        placeholder={`${label} …`}
        data={attributes}
        value={filters.value(way) || null}
        onChange={(value) => { filters.set(way, value ?? ""); }}
        clearable
        w={160}
      />
    );
  });
}

/** The framework matrix: cases by sub-themes, a cell's words beside it. */
export default function ChartScreen() {
  const study = useStudy();
  const navigate = useNavigate();
  const filters = useFilters();
  const themes = filters.values("theme").map(Number);
  const group = filters.values("group");
  const query = useSkeleton(study, { themes, group, sort: filters.values("sort"), waves: filters.values("wave").map(Number) });
  const whole = useSkeleton(study, {});
  const [look, setLook] = useState<Look>({ height: "middle", panel: true });
  const filled = useFillArea(study);
  const at = useRef<Place | null>(null);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  usePageTitle("Chart");
  const facets = useMemo(() => facetsOf(whole.data, "Rows with"), [whole.data]);
  const beside = filters.value("waves") === "beside" && hasWaves(query.data);
  return (
    <FillArea filled={filled} panel={look.panel}>
      <header className="chart-head">
        <ChartTitle>Chart</ChartTitle>
        <ByWhat value="theme" first={whole.data?.rows[0]?.case ?? null} at={at} />
        <FilterChips facets={facets} />
        <RowOrder study={study} />
        {hasWaves(whole.data) && (
          <SegmentedControl
            size="xs"
            aria-label="Waves of a case"
            data={[
              { value: "below", label: "Waves in rows" },
              { value: "beside", label: "Side by side" },
            ]}
            value={beside ? "beside" : "below"}
            onChange={(value) => { filters.set("waves", value === "beside" ? "beside" : ""); }}
          />
        )}
        <LookControls look={look} onLook={setLook}>
          <span ref={setSlot} />
          <PrintLink of={null} />
          <OnlyNow><FillButton filled={filled} /></OnlyNow>
          <ExportMenu study={study} themes={themes} group={group} />
        </LookControls>
      </header>
      <Answered query={query} what="Reading the chart">
        {(skeleton) =>
          skeleton.rows.length === 0 || skeleton.themes.length === 0 ? (
            <div style={{ padding: "1.5rem" }}>
              <Empty title="No matrix yet">It needs cases for its rows and themes for its columns.</Empty>
            </div>
          ) : (
            <Matrix
              study={study}
              skeleton={skeleton}
              arrange={beside ? wavesBeside : themeChart}
              label="Framework matrix"
              height={look.height}
              panel={look.panel}
              slot={slot}
              onPanel={() => { setLook({ ...look, panel: true }); }}
              kept={filters.values("state")}
              at={at}
              onCase={(place) => void navigate(`/s/${encodeURIComponent(study)}/chart/case/${String(place.case)}?cell=${inAddress(place)}`)}
            />
          )
        }
      </Answered>
    </FillArea>
  );
}
