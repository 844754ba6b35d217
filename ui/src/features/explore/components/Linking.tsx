import { Button, Group, NativeSelect, Text, Textarea } from "@mantine/core";
import { useCallback, useMemo, useState } from "react";

import { api } from "@/api/client";
import { SearchedSelect } from "@/shared/page/SearchedSelect";
import { Answered, Refused } from "@/shared/page/States";
import { SaidText, SELECTING, type Picked } from "@/shared/text/SaidText";
import { ReadText } from "@/shared/text/transcript";

import { SIDES, type Side, type WordsGiven } from "../model/intent";

/** Where words were selected, in a version of the text (by key). */
type Selected = Picked & { version: number };

const NOTHING_TAKEN: readonly Picked[] = [];

/** Words of a source, selected in its text or typed as they stand in it, to be linked to something. */
export function Linking({ study, documents, error, sides = false, action, disabled = false, onLink }: {
  study: string;
  /** Whether the words are a document's, or what somebody told. */
  documents: boolean;
  error: unknown;
  sides?: boolean;
  action: string;
  disabled?: boolean;
  onLink: (words: WordsGiven, side: Side, done: () => void) => void;
}) {
  const sources = api.useQuery("get", "/api/studies/{study}/reading", { params: { path: { study } } });
  const [source, setSource] = useState<string | null>(null);
  const [quote, setQuote] = useState("");
  /** Where the words were selected; null for words that were typed. */
  const [picked, setPicked] = useState<Selected | null>(null);
  const [side, setSide] = useState<Side>("for");
  const listed = (sources.data ?? []).filter((one) => (one.kind === "document") === documents);
  const isReady = !disabled && source !== null && quote.trim() !== "";
  const link = (place: Selected | null): void => {
    if (source === null || disabled) return;
    onLink({ source: Number(source), ...(place === null ? { quote } : place) }, side, () => { setQuote(""); setPicked(null); });
  };
  const take = useCallback((place: Selected, words: string) => { setPicked(place); setQuote(words); }, []);
  return (
    <>
      <Group gap="xs" align="flex-end" grow preventGrowOverflow={false}>
        <SearchedSelect size="xs" label={documents ? "Document" : "Transcript"} data={listed.map((one) => ({ value: String(one.k), label: one.name }))} value={source} onChange={(value) => { setSource(value); setPicked(null); }} />
        {sides && <NativeSelect size="xs" label="Which way they point" data={SIDES.map((one) => ({ ...one }))} value={side} onChange={(event) => { setSide(event.currentTarget.value as Side); }} />}
      </Group>
      {source !== null && <SourceText key={source} study={study} source={Number(source)} onSelect={take} onTake={link} />}
      <Textarea size="xs" label="Words, as they stand there" autosize minRows={2} maxRows={6} value={quote} onChange={(event) => { setQuote(event.currentTarget.value); setPicked(null); }} />
      {error !== null && error !== undefined && <Refused error={error} title="Not linked" />}
      <Group justify="flex-end">
        <Button size="compact-sm" variant="default" disabled={!isReady} onClick={() => { link(picked); }}>{action}</Button>
      </Group>
    </>
  );
}

/** The source's text, from which the words are selected. */
function SourceText({ study, source, onSelect, onTake }: { study: string; source: number; onSelect: (place: Selected, words: string) => void; onTake: (place: Selected) => void }) {
  const opened = api.useQuery("get", "/api/studies/{study}/reading/{source}", { params: { path: { study, source } } });
  const text = useMemo(() => (opened.data === undefined ? null : new ReadText(opened.data.text, opened.data.parts)), [opened.data]);
  const version = opened.data?.version_key ?? 0;
  const select = useCallback((place: Picked | null) => { if (place !== null && text !== null) onSelect({ ...place, version }, text.words(text.toUtf16(place.start, place.end))); }, [text, version, onSelect]);
  return (
    <Answered query={opened} what="Opening the source">
      {({ name }) => text !== null && (
        <div className="linking-text">
          <SaidText text={text} label={`Text of ${name}`} find={`Find in ${name}`} marked={NOTHING_TAKEN} onSelect={select} onTake={(place) => { onTake({ ...place, version }); }}>
            <Text size="xs" c="dimmed">Select the words, or by keyboard, in the text: {SELECTING} Enter links them.</Text>
          </SaidText>
        </div>
      )}
    </Answered>
  );
}
