import { Tabs, Title } from "@mantine/core";
import { lazy, Suspense } from "react";

import { api } from "@/api/client";
import { useFilters } from "@/shared/filters/useFilters";
import { usePageTitle } from "@/shared/page/Page";
import { Answered, Waiting } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";

import { SaturationView } from "./components/SaturationView";
import "./components/explore.css";

const VoicesView = lazy(() => import("./components/VoicesView"));
const GroupsView = lazy(() => import("./components/GroupsView"));
const CrosstabView = lazy(() => import("./components/CrosstabView"));
const TogetherView = lazy(() => import("./components/TogetherView"));
const WavesView = lazy(() => import("./components/WavesView"));
const IntentView = lazy(() => import("./components/IntentView"));
const PowerView = lazy(() => import("./components/PowerView"));

const VIEWS = [
  { name: "crosstab", label: "Crosstab" },
  { name: "together", label: "Co-occurrence" },
  { name: "groups", label: "Groups" },
  { name: "waves", label: "Waves" },
  { name: "saturation", label: "Saturation" },
  { name: "power", label: "Information power" },
  { name: "voices", label: "Voices" },
  { name: "intent", label: "Intent and experience" },
] as const;

/** What shows when the study is looked at across its cases; every count opens its words. */
export default function ExploreScreen() {
  const study = useStudy();
  const filters = useFilters();
  const view = filters.value("view") || "crosstab";
  const grid = api.useQuery("get", "/api/studies/{study}/cases", { params: { path: { study } } });
  usePageTitle("Explore");
  return (
    <Tabs className="explore" value={view} onChange={(to) => { filters.set("view", to === "crosstab" ? "" : (to ?? "")); }} keepMounted={false}>
      <header className="explore-head">
        <Title order={1}>Explore</Title>
        <Tabs.List aria-label="Questions">{VIEWS.map(({ name, label }) => <Tabs.Tab key={name} value={name}>{label}</Tabs.Tab>)}</Tabs.List>
      </header>
      <Answered query={grid} what="Reading the cases">
        {(known) => (
          <Tabs.Panel value={view} className="explore-body">
            <Suspense fallback={<Waiting />}>
              {view === "crosstab" && <CrosstabView study={study} grid={known} />}
              {view === "together" && <TogetherView study={study} />}
              {view === "groups" && <GroupsView study={study} grid={known} />}
              {view === "waves" && <WavesView study={study} grid={known} />}
              {view === "saturation" && <SaturationView study={study} />}
              {view === "power" && <PowerView study={study} />}
              {view === "voices" && <VoicesView study={study} grid={known} />}
              {view === "intent" && <IntentView study={study} grid={known} />}
            </Suspense>
          </Tabs.Panel>
        )}
      </Answered>
    </Tabs>
  );
}
