import { Tabs, Title } from "@mantine/core";
import { lazy, Suspense } from "react";

import { useFilters } from "@/shared/filters/useFilters";
import { usePageTitle } from "@/shared/page/Page";
import { Answered, Waiting } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";

import { CasesView } from "./components/CasesView";
import { useCases } from "./model/useCases";
import "./components/sample.css";

const PublishView = lazy(() => import("./components/PublishView"));
const QuotasView = lazy(() => import("./components/QuotasView"));
const WavesView = lazy(() => import("./components/WavesView"));
const ConsentView = lazy(() => import("./components/ConsentView"));
const GuideView = lazy(() => import("./components/GuideView"));

const VIEWS = [
  { name: "cases", label: "Cases and attributes" },
  { name: "table", label: "Sample table" },
  { name: "quotas", label: "Quotas" },
  { name: "waves", label: "Waves" },
  { name: "consent", label: "Consent" },
  { name: "guide", label: "Topic guide" },
] as const;

/** Whom the study set out to hear, whom it heard, and what is known of them. */
export default function SampleScreen() {
  const study = useStudy();
  const filters = useFilters();
  const deeds = useCases(study);
  const view = filters.value("view") || "cases";
  usePageTitle("Sample");
  return (
    <Tabs className="sample" value={view} onChange={(to) => { filters.set("view", to === "cases" ? "" : (to ?? "")); }} keepMounted={false}>
      <header className="sample-head">
        <Title order={1}>Sample</Title>
        <Tabs.List aria-label="Parts of the sample">
          {VIEWS.map(({ name, label }) => <Tabs.Tab key={name} value={name}>{label}</Tabs.Tab>)}
        </Tabs.List>
      </header>
      <Answered query={deeds.query} what="Reading the cases">
        {(grid) => (
          <Tabs.Panel value={view} className="sample-body" data-grid={view === "cases"}>
            <Suspense fallback={<Waiting />}>
              {view === "cases" && <CasesView study={study} grid={grid} deeds={deeds} />}
              {view === "table" && <PublishView study={study} grid={grid} />}
              {view === "quotas" && <QuotasView study={study} grid={grid} />}
              {view === "waves" && <WavesView study={study} />}
              {view === "consent" && <ConsentView study={study} grid={grid} />}
              {view === "guide" && <GuideView study={study} />}
            </Suspense>
          </Tabs.Panel>
        )}
      </Answered>
    </Tabs>
  );
}
