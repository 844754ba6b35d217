import "./components/team.css";

import { Button, SegmentedControl, Switch } from "@mantine/core";
import { useState } from "react";
import { Link, useParams } from "react-router";

import { api } from "@/api/client";
import { useFilters } from "@/shared/filters/useFilters";
import { Page } from "@/shared/page/Page";
import { QuietTable } from "@/shared/page/QuietTable";
import { Answered, Empty } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";
import { counted } from "@/shared/page/when";
import { useRounds } from "@/shared/rounds/useRounds";

import { OneDisagreement } from "./components/OneDisagreement";
import { inState, nextWaiting, waiting } from "./model/settled";
import { useDisagreements } from "./model/useTeam";

/** Where the coders of a round differ, with the words; each is settled with its reason. */
export default function RoundScreen() {
  const study = useStudy();
  const round = Number(useParams()["round"]);
  const rounds = useRounds(study);
  const { query, settle } = useDisagreements(study, round);
  const filters = useFilters();
  const state = filters.value("state");
  const name = rounds.data?.find((each) => each.k === round)?.name ?? "";
  const go = (item: string | undefined): void => {
    requestAnimationFrame(() => { document.getElementById(`disagreement ${item ?? ""}`)?.focus(); });
  };
  return (
    <Page title={name === "" ? "Disagreements" : `Disagreements in ${name}`} about={<Link to={`/s/${encodeURIComponent(study)}/team`}>All rounds</Link>}>
      <Answered query={query} what="Comparing the coders">
        {(found) => {
          const shown = inState(found.items, state);
          return (
            <>
              <div className="round-tools">
                <SegmentedControl
                  size="xs"
                  aria-label="Which disagreements"
                  value={state === "" ? "all" : state}
                  onChange={(to) => { filters.set("state", to === "all" ? "" : to); }}
                  data={[
                    { value: "all", label: `All ${String(found.items.length)}` },
                    { value: "open", label: `To settle ${String(waiting(found.items))}` },
                    { value: "settled", label: `Settled ${String(found.items.length - waiting(found.items))}` },
                  ]}
                />
                <span>{found.coders.join(", ")} · {counted(found.agreed, "stretch", "stretches")} indexed alike</span>
              </div>
              {shown.length === 0 && <Empty title={found.items.length === 0 ? "There is nothing to settle" : "None in this state"}>{found.items.length === 0 ? <p>{found.note}</p> : null}</Empty>}
              <ol className="disagreements">
                {shown.map((item) => (
                  <OneDisagreement
                    key={item.item}
                    study={study}
                    round={round}
                    item={item}
                    onSettle={(given) => { settle.mutate(given, { onSuccess: () => { go(nextWaiting(found.items, item.item)?.item); } }); }}
                  />
                ))}
              </ol>
              {found.items.length > 0 && <p className="quiet">{found.note}</p>}
              <Figures study={study} round={round} />
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

function Figures({ study, round }: { study: string; round: number }) {
  const [isAsked, setAsked] = useState(false);
  const [isMain, setMain] = useState(true);
  const [isSaid, setSaid] = useState(false);
  const figures = api.useQuery("get", "/api/studies/{study}/rounds/{round}/agreement", { params: { path: { study, round }, query: { main: isMain, said: isSaid } } }, { enabled: isAsked, retry: false });
  return (
    <section aria-label="Figures of agreement" className="figures">
      <h2>Figures of agreement</h2>
      <p>Figures tell how much coders differ and not why. Read the disagreements first.</p>
      {!isAsked && <Button variant="default" size="compact-sm" onClick={() => { setAsked(true); }}>Show the figures</Button>}
      {isAsked && (
        <>
          <div className="round-tools">
            <Switch size="xs" label="Sub-themes count as their main theme" checked={isMain} onChange={(event) => { setMain(event.currentTarget.checked); }} />
            <Switch size="xs" label="Only what participants said" checked={isSaid} onChange={(event) => { setSaid(event.currentTarget.checked); }} />
          </div>
          <Answered query={figures} what="Counting">{(table) => <div className="wide"><QuietTable table={table} /></div>}</Answered>
        </>
      )}
    </section>
  );
}
