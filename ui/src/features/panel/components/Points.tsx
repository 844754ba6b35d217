import { Anchor, Button, Group, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";

import { draftAt, keepDraft } from "@/shared/drafts/drafts";
import { Empty, Refused } from "@/shared/page/States";
import { ThemePicker } from "@/shared/themes/ThemePicker";
import type { Themes } from "@/shared/themes/themes";

import { byTheme } from "../model/pack";
import type { Panel, Point } from "../model/usePanel";

/** What panel members said, under its theme, with what was done about it. */
export function Points({ study, points, panel, reading }: { study: string; points: readonly Point[]; panel: Panel; reading: boolean }) {
  if (points.length === 0) return <Empty title="Nothing has come back yet">When the panel has read the pack, bring back what its members said, theme by theme. The next pack ends with it.</Empty>;
  return (
    <>
      {byTheme(points).map(([theme, said]) => (
        <section key={theme} className="panel-theme" aria-label={theme}>
          <Title order={3} size="h5"><Anchor component={Link} to={`/s/${encodeURIComponent(study)}/sort/${String(said[0]?.theme_k ?? "")}`}>{theme}</Anchor></Title>
          <ul className="panel-points">
            {said.map((point) => <OnePoint key={point.k} study={study} point={point} panel={panel} reading={reading} />)}
          </ul>
        </section>
      ))}
    </>
  );
}

function OnePoint({ study, point, panel, reading }: { study: string; point: Point; panel: Panel; reading: boolean }) {
  const [isAnswering, setAnswering] = useState(false);
  return (
    <li>
      <p><b>{point.by} said</b> {point.said}</p>
      {point.did === null ? <Text size="sm" c="dimmed">Not answered yet.</Text> : <p><b>We did</b> {point.did}</p>}
      {!reading && !isAnswering && (
        <Button size="compact-sm" variant="default" aria-label={`${point.did === null ? "Say what was done" : "Add to what was done"}: ${point.said}`} onClick={() => { setAnswering(true); }}>
          {point.did === null ? "Say what was done" : "Add to what was done"}
        </Button>
      )}
      {isAnswering && <Answer study={study} point={point} panel={panel} onDone={() => { setAnswering(false); }} />}
    </li>
  );
}

function Answer({ study, point, panel, onDone }: { study: string; point: Point; panel: Panel; onDone: () => void }) {
  const place = `${study} panel answer ${String(point.k)}`;
  const [words, setWords] = useState(() => draftAt(place));
  const type = (given: string): void => { setWords(given); keepDraft(place, given); };
  const keep = async (): Promise<void> => {
    await panel.did.mutateAsync({ point: point.k, words });
    keepDraft(place, "");
    onDone();
  };
  return (
    // A refusal stands below the field.
    <form onSubmit={(event) => { event.preventDefault(); keep().catch(() => undefined); }}>
      <Textarea label="What was done about it" autosize minRows={2} autoFocus value={words} onChange={(event) => { type(event.currentTarget.value); }} />
      {panel.did.isError && <Refused error={panel.did.error} />}
      <Group gap="xs" mt="xs">
        <Button type="submit" size="xs" disabled={words.trim() === ""} loading={panel.did.isPending}>Keep what was done</Button>
        <Button size="xs" variant="subtle" color="gray" onClick={() => { type(""); onDone(); }}>Leave it</Button>
      </Group>
    </form>
  );
}

/** A field for what a member said of a theme; theme and member stay for the next words. */
export function NewPoint({ study, themes, panel }: { study: string; themes: Themes; panel: Panel }) {
  const place = `${study} panel point`;
  const [theme, setTheme] = useState<number | null>(null);
  const [by, setBy] = useState("");
  const [words, setWords] = useState(() => draftAt(place));
  const type = (given: string): void => { setWords(given); keepDraft(place, given); };
  const isWhole = theme !== null && by.trim() !== "" && words.trim() !== "";
  const keep = async (): Promise<void> => {
    if (theme === null) return;
    await panel.said.mutateAsync({ theme, by, words });
    type("");
  };
  return (
    // A refusal stands below the fields.
    <form className="panel-new" onSubmit={(event) => { event.preventDefault(); if (isWhole) keep().catch(() => undefined); }}>
      <Group gap="sm" align="end">
        <ThemePicker label="Theme that it is about" w={320} themes={themes} value={theme === null ? null : String(theme)} onPick={setTheme} />
        <TextInput size="sm" w={220} label="Who said it" placeholder="Member 3" value={by} onChange={(event) => { setBy(event.currentTarget.value); }} />
      </Group>
      <Textarea label="What was said" description="In their words, as far as you have them. Whoever says something for the first time joins the study as a panel member." autosize minRows={2} value={words} onChange={(event) => { type(event.currentTarget.value); }} />
      {panel.said.isError && <Refused error={panel.said.error} />}
      <div><Button type="submit" size="sm" disabled={!isWhole} loading={panel.said.isPending}>Keep what was said</Button></div>
    </form>
  );
}
