import { useState } from "react";
import { useParams, useSearchParams } from "react-router";

import { Page } from "@/shared/page/Page";
import { Refused, Waiting } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";

import { Reader } from "./components/Reader";
import { ReaderStore, StoreContext } from "./hooks/store";
import { useSource } from "./hooks/useSource";

/** A source open for reading and indexing. */
export default function ReaderScreen() {
  const study = useStudy();
  const source = Number(useParams()["source"]);
  const [params] = useSearchParams();
  const version = params.get("version");
  const view = params.get("view") === "identified" ? "identified" : version === null ? null : Number(version);
  const round = Number(params.get("round") ?? "") || null;
  const { opened, isNamed, beside, themes, own } = useSource(study, source, view, round);
  // The turn to be shown once another view of the text is there.
  const [turn, setTurn] = useState<number | null>(null);
  const error = opened.error ?? beside.error ?? themes.error;
  if (opened.data !== undefined && beside.data !== undefined && themes.data !== undefined) {
    return (
      <OneStore key={`${String(source)} ${String(opened.data.version)} ${String(round)}`}>
        <Reader study={study} opened={opened.data} beside={beside.data} framework={themes.data} own={own} round={round} isNamed={isNamed} turn={turn} onView={setTurn} />
      </OneStore>
    );
  }
  return <Page title="Read and index">{error === null ? <Waiting what="Opening the source" /> : <Refused error={error} title="This source cannot be opened" />}</Page>;
}

function OneStore({ children }: { children: React.ReactNode }) {
  const [store] = useState(() => new ReaderStore());
  return <StoreContext value={store}>{children}</StoreContext>;
}
