import { Button, Group } from "@mantine/core";
import { Link } from "react-router";

import { OnlyNow, useReadsPast } from "@/shared/page/past";

import type { MarginWrites } from "../hooks/useMemos";
import type { Recordings } from "../hooks/useRecording";
import type { Beside, Opened, OwnChanges } from "../hooks/useSource";
import type { ReadText, Stretch } from "@/shared/text/transcript";
import { RecordingBlock } from "./RecordingBlock";
import { WaitingList } from "./WaitingList";

/** What is known of the source: who speaks, who has read it how far, its versions. */
export function SourcePanel({ study, opened, beside, text, margin, place, own, onShow, onCorrect, recordings }: {
  study: string;
  opened: Opened;
  beside: Beside;
  text: ReadText;
  margin: MarginWrites;
  place: Stretch | null;
  own: OwnChanges;
  onShow: (stretch: Stretch) => void;
  onCorrect: () => void;
  recordings: Recordings;
}) {
  const isPast = useReadsPast();
  const turn = place === null ? null : (text.turns[text.turnAt(place.end - 1)]?.n ?? null);
  return (
    <>
      <section className="side-block" aria-label="Reading log">
        <h2>Who has read it</h2>
        {beside.read.length === 0 && <p>Nobody has noted that they read this source.</p>}
        <ul style={{ margin: 0, paddingLeft: "1.1rem" }}>
          {beside.read.map((each) => (
            <li key={each.person}>
              {each.person}, {new Date(each.on).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })}
              {each.how !== "whole" && `, ${each.how}`}
              {each.turn !== null && `, up to turn ${String(each.turn)}`}
            </li>
          ))}
        </ul>
        <OnlyNow><Group gap={6}>
          <Button size="compact-sm" variant="default" onClick={() => { margin.log.mutate({ how: "whole", turn: null }); }}>I have read all of it</Button>
          {turn !== null && (
            <Button size="compact-sm" variant="default" onClick={() => { margin.log.mutate({ how: "whole", turn }); }}>Up to turn {turn}</Button>
          )}
          {beside.read.length > 0 && <Button size="compact-sm" variant="subtle" color="gray" onClick={() => { margin.unlog.mutate(null); }}>Take back mine</Button>}
        </Group></OnlyNow>
      </section>
      <RecordingBlock study={study} recordings={recordings} canLink={opened.is_current && !isPast} />
      <section className="side-block" aria-label="Cases">
        <h2>Whose words</h2>
        {opened.cases.length === 0 ? <p>No case is linked to this source.</p> : <p>{opened.cases.map((each) => each.name).join(", ")}</p>}
      </section>
      <section className="side-block" aria-label="Versions">
        <h2>Versions of the text</h2>
        <ul style={{ margin: 0, paddingLeft: "1.1rem" }}>
          {opened.versions.map((version) => (
            <li key={version.number}>
              {version.number === opened.version ? (
                <b>{version.number}, {version.kind}</b>
              ) : (
                <Link to={`/s/${encodeURIComponent(study)}/read/${String(opened.k)}${version.is_current ? "" : `?version=${String(version.number)}`}`}>
                  {version.number}, {version.kind}
                </Link>
              )}
              {version.is_current && " · read now"}
            </li>
          ))}
        </ul>
        {opened.is_current && !isPast && <Group><Button size="compact-sm" variant="default" onClick={onCorrect}>Correct the text …</Button></Group>}
      </section>
      {opened.waiting > 0 && opened.is_current && !isPast && <WaitingList study={study} opened={opened} own={own} text={text} place={place} onShow={onShow} />}
    </>
  );
}
