import { Anchor, Tabs, Text, Title } from "@mantine/core";
import { ArrowLeft } from "lucide-react";
import { Link, useParams } from "react-router";

import { api } from "@/api/client";
import { useFilters } from "@/shared/filters/useFilters";
import { usePageTitle } from "@/shared/page/Page";
import { Answered } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";

import { Compare } from "./components/Compare";
import { JudgeView } from "./components/JudgeView";
import { OutcomesView } from "./components/OutcomesView";
import { RestsView } from "./components/RestsView";
import type { Lens } from "./model/types";
import "./components/lenses.css";

const VIEWS = [
  { name: "outcomes", label: "What comes out" },
  { name: "judge", label: "Judge" },
  { name: "rests", label: "What it rests on" },
  { name: "compare", label: "Judges, waves, crossings" },
  { name: "about", label: "About this lens" },
] as const;

function About({ study, lens }: { study: string; lens: Lens }) {
  const file = api.useQuery("get", "/api/studies/{study}/lenses/{lens}/file", { params: { path: { study, lens: lens.card.ident } } });
  return (
    <div className="lens-about">
      {lens.lens.note !== "" && <Text mb="md" maw="44rem">{lens.lens.note}</Text>}
      <Text size="sm" c="dimmed" mb="md">{lens.note}</Text>
      <Answered query={file} what="Reading the file">
        {(given) => <pre className="lens-file" tabIndex={0} aria-label="The lens as it was declared">{given.text}</pre>}
      </Answered>
    </div>
  );
}

function Views({ study, lens }: { study: string; lens: Lens }) {
  const filters = useFilters();
  const view = filters.value("view") || "outcomes";
  usePageTitle(lens.lens.title);
  return (
    <Tabs className="lens" value={view} onChange={(to) => { filters.set("view", to === "outcomes" ? "" : (to ?? "")); }} keepMounted={false}>
      <header className="lens-head">
        <Anchor component={Link} to={`/s/${encodeURIComponent(study)}/lenses`} size="sm" className="lens-back"><ArrowLeft size={14} aria-hidden /> Lenses</Anchor>
        <Title order={1}>{lens.lens.title}</Title>
        <Text c="dimmed" size="sm">{lens.lens.question}</Text>
        <Tabs.List aria-label="Parts of the lens">{VIEWS.map(({ name, label }) => <Tabs.Tab key={name} value={name}>{label}</Tabs.Tab>)}</Tabs.List>
      </header>
      <Tabs.Panel value={view} className="lens-body" data-split={view === "judge"}>
        {view === "outcomes" && <OutcomesView study={study} lens={lens} />}
        {view === "judge" && <JudgeView study={study} lens={lens} />}
        {view === "rests" && <RestsView lens={lens} />}
        {view === "compare" && <Compare study={study} lens={lens} />}
        {view === "about" && <About study={study} lens={lens} />}
      </Tabs.Panel>
    </Tabs>
  );
}

/** One lens: what comes out, the judgement sheet, what it rests on. */
export default function LensScreen() {
  const study = useStudy();
  const lens = useParams()["lens"] ?? "";
  const query = api.useQuery("get", "/api/studies/{study}/lenses/{lens}", { params: { path: { study, lens } } });
  return <Answered query={query} what="Reading the lens">{(found) => <Views study={study} lens={found} />}</Answered>;
}
