import { Button, Group } from "@mantine/core";
import { useState } from "react";

import type { Recordings } from "../hooks/useRecording";
import { LinkRecording } from "./LinkRecording";

/** The recording that is linked to the source: which file, how it stands, and how it is linked. */
export function RecordingBlock({ study, recordings, canLink }: { study: string; recordings: Recordings; canLink: boolean }) {
  const [isLinking, setLinking] = useState(false);
  const { recording } = recordings;
  return (
    <section className="side-block" aria-label="Linked recording">
      <h2>Recording</h2>
      {recording === null ? (
        <p>No recording is linked. It stays where it lies; the study keeps no copy.</p>
      ) : (
        <>
          <p>{recording.path ?? "Linked in another copy of the study."}</p>
          {recording.words !== "" && <p className="notice">{recording.words}</p>}
        </>
      )}
      {canLink && (
        <Group gap={6}>
          <Button size="compact-sm" variant="default" onClick={() => { setLinking(true); }}>{recording === null ? "Link a recording …" : "Link it again …"}</Button>
          {recording !== null && <Button size="compact-sm" variant="subtle" color="gray" onClick={() => { recordings.unlink.mutate(null); }}>Take the link away</Button>}
        </Group>
      )}
      {isLinking && <LinkRecording study={study} recordings={recordings} onClose={() => { setLinking(false); }} />}
    </section>
  );
}
