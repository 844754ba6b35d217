import { ActionIcon, NativeSelect, Slider, Switch, Tooltip } from "@mantine/core";
import { Pause, Play, RotateCcw } from "lucide-react";
import { useEffect, useMemo, type RefCallback } from "react";

import { clock } from "@/shared/text/clock";

import { useReaderStore } from "../hooks/store";
import type { Pane } from "../hooks/pane";
import { BACK_MS, SPEEDS, useTape, type Tape } from "../hooks/tape";
import { fileOf, type Recording } from "../hooks/useRecording";
import { Spoken } from "../model/spoken";
import type { ReadText } from "@/shared/text/transcript";

/** The recording under the text's head: played, stepped back, slowed down; the text follows what is spoken. */
export function Player({ study, source, recording, tape, text, pane }: { study: string; source: number; recording: Recording; tape: Tape; text: ReadText; pane: Pane }) {
  if (!recording.can_play) {
    return (
      <div className="player" role="status">
        <span>The recording{recording.name === null ? "" : ` “${recording.name}”`} is {recording.words}.</span>
      </div>
    );
  }
  return <Playing held={tape.setElement} study={study} source={source} recording={recording} tape={tape} text={text} pane={pane} />;
}

function Playing({ held, study, source, recording, tape, text, pane }: { held: RefCallback<HTMLMediaElement>; study: string; source: number; recording: Recording; tape: Tape; text: ReadText; pane: Pane }) {
  const { isPlaying, at, length, speed, follows } = useTape(tape);
  const spoken = useMemo(() => new Spoken(text.turns), [text]);
  const store = useReaderStore();
  const row = isPlaying || at > 0 ? spoken.rowAt(at) : null;
  useEffect(() => {
    store.set({ spoken: row });
    const turn = row === null ? undefined : text.turns[row];
    if (turn !== undefined && follows && isPlaying) pane.bring(turn);
  }, [row, follows, isPlaying, store, text, pane]);
  useEffect(() => () => { store.set({ spoken: null }); }, [store]);
  const play = isPlaying ? "Pause the recording" : "Play the recording";
  const heard = { onTimeUpdate: tape.heard, onPlay: tape.heard, onPause: tape.heard, onEnded: tape.heard, onLoadedMetadata: tape.heard, onDurationChange: tape.heard, onSeeked: tape.heard };
  const address = fileOf(study, source);
  return (
    <section className="player" aria-label="Recording">
      {recording.is_video
        ? <video key={recording.path} ref={held} src={address} preload="metadata" className="picture" {...heard} />
        : <audio key={recording.path} ref={held} src={address} preload="metadata" {...heard} />}
      <Tooltip label={`${play} (P)`}><ActionIcon variant="filled" size={30} aria-label={play} onClick={tape.toggle}>{isPlaying ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}</ActionIcon></Tooltip>
      <Tooltip label="Back three seconds (,)"><ActionIcon variant="default" size={30} aria-label="Back three seconds" onClick={() => { tape.step(-BACK_MS); }}><RotateCcw size={16} aria-hidden /></ActionIcon></Tooltip>
      <span className="player-time">{clock(at)}</span>
      <Slider className="player-bar" thumbLabel="Place in the recording" thumbProps={{ "aria-valuetext": `${clock(at)} of ${clock(length)}` }} size="sm" min={0} max={Math.max(1, length)} step={1000} value={at} label={(ms) => clock(ms)} onChange={tape.goTo} />
      <span className="player-time">{clock(length)}</span>
      <NativeSelect size="xs" aria-label="Speed" value={String(speed)} onChange={(event) => { tape.setSpeed(Number(event.currentTarget.value)); }} data={SPEEDS.map((each) => ({ value: String(each), label: `${String(each)} ×` }))} />
      {spoken.knowsTimes && <Switch size="xs" label="Text follows" checked={follows} onChange={(event) => { tape.setFollows(event.currentTarget.checked); }} />}
    </section>
  );
}
