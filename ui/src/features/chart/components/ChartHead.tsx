import { ActionIcon, Button, SegmentedControl, Title } from "@mantine/core";
import { ChevronLeft, ChevronRight, PanelRight, Printer } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";

import { SearchedSelect } from "@/shared/page/SearchedSelect";
import { useStudy } from "@/shared/page/useStudyName";

import { fromAddress, inAddress } from "../model/grid";
import type { Place, Skeleton } from "../model/types";
import type { Height } from "./Grid";

/** How high rows are, and whether the words stand beside the grid. */
export interface Look {
  height: Height;
  panel: boolean;
}

/** The heights of rows and the panel: at the end of every chart's head. */
export function LookControls({ look, onLook, children }: { look: Look; onLook: (look: Look) => void; children?: ReactNode }) {
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label="Height of rows"
        data={[
          { value: "low", label: "Low" },
          { value: "middle", label: "Middle" },
          { value: "high", label: "High" },
        ]}
        value={look.height}
        onChange={(value) => { onLook({ ...look, height: value as Height }); }}
      />
      <div className="chart-deeds">
        {children}
        <Button
          size="compact-sm"
          variant="default"
          aria-pressed={look.panel}
          onClick={() => { onLook({ ...look, panel: !look.panel }); }}
          leftSection={<PanelRight size={15} aria-hidden />}
        >
          {look.panel ? "Hide the words" : "Show the words"}
        </Button>
      </div>
    </>
  );
}

/** The way to the pages for printing, with what the chart is narrowed to. `of`: the one case whose chart it is. */
export function PrintLink({ of }: { of: number | null }) {
  const study = useStudy();
  const [params] = useSearchParams();
  const next = new URLSearchParams(params);
  for (const name of ["cell", "state", "waves"]) next.delete(name);
  if (of !== null) {
    next.set("by", "case");
    next.set("case", String(of));
  }
  return (
    <Button component={Link} to={`/s/${encodeURIComponent(study)}/print/chart?${next.toString()}`} size="compact-sm" variant="default" leftSection={<Printer size={15} aria-hidden />}>
      Print
    </Button>
  );
}

/** Whether the chart is read by theme or by case; going over keeps the cell at which the cursor is. */
export function ByWhat({ value, first, at }: { value: "theme" | "case"; first: number | null; at: RefObject<Place | null> }) {
  const study = useStudy();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const go = (to: string): void => {
    const next = new URLSearchParams(params);
    next.delete("group");
    next.delete("sort");
    const base = `/s/${encodeURIComponent(study)}/chart`;
    if (at.current !== null) next.set("cell", inAddress(at.current));
    const of = fromAddress(next.get("cell") ?? "")?.case ?? first;
    const path = to === "case" && of !== null ? `${base}/case/${String(of)}` : base;
    void navigate(`${path}?${next.toString()}`);
  };
  return (
    <SegmentedControl
      size="xs"
      aria-label="Chart by"
      data={[
        { value: "theme", label: "By theme" },
        { value: "case", label: "By case" },
      ]}
      value={value}
      onChange={go}
    />
  );
}

/** Which case the chart is of, with the way to the ones before and after it. */
export function CaseSteps({ cases, value, onCase }: { cases: readonly { k: number; name: string }[]; value: number; onCase: (k: number) => void }) {
  const at = cases.findIndex((each) => each.k === value);
  const step = (by: number): void => {
    const next = cases[at + by];
    if (next !== undefined) onCase(next.k);
  };
  return (
    <div className="case-steps" role="group" aria-label="Which case">
      <ActionIcon variant="default" size={28} aria-label="The case before" disabled={at <= 0} onClick={() => { step(-1); }}>
        <ChevronLeft size={16} aria-hidden />
      </ActionIcon>
      <SearchedSelect
        size="xs"
        aria-label="Case"
        data={cases.map((each) => ({ value: String(each.k), label: each.name }))}
        value={String(value)}
        onChange={(k) => { if (k !== null) onCase(Number(k)); }}
        allowDeselect={false}
        w={170}
      />
      <ActionIcon variant="default" size={28} aria-label="The case after" disabled={at < 0 || at === cases.length - 1} onClick={() => { step(1); }}>
        <ChevronRight size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}

/** The cases of a chart, in the order of its rows. */
export function casesOf(skeleton: Skeleton | undefined): { k: number; name: string }[] {
  const found = new Map((skeleton?.rows ?? []).map((row) => [row.case, row.name]));
  return [...found].map(([k, name]) => ({ k, name }));
}

export function ChartTitle({ children }: { children: ReactNode }) {
  return <Title order={1}>{children}</Title>;
}
