import { Button, Group, NativeSelect, Textarea } from "@mantine/core";
import { useState } from "react";

import { api } from "@/api/client";
import { SearchedSelect } from "@/shared/page/SearchedSelect";
import { Refused } from "@/shared/page/States";

import { SIDES, type Side } from "../model/intent";

/** Words of a source, pasted or typed as they stand in it, to be linked to something. */
export function Linking({ study, documents, error, sides = false, action, disabled = false, onLink }: {
  study: string;
  /** Whether the words are a document's, or what somebody told. */
  documents: boolean;
  error: unknown;
  sides?: boolean;
  action: string;
  disabled?: boolean;
  onLink: (words: { source: number; quote: string; side: Side }, done: () => void) => void;
}) {
  const sources = api.useQuery("get", "/api/studies/{study}/reading", { params: { path: { study } } });
  const [source, setSource] = useState<string | null>(null);
  const [quote, setQuote] = useState("");
  const [side, setSide] = useState<Side>("for");
  const listed = (sources.data ?? []).filter((one) => (one.kind === "document") === documents);
  return (
    <>
      <Group gap="xs" align="flex-end" grow preventGrowOverflow={false}>
        <SearchedSelect size="xs" label={documents ? "Document" : "Transcript"} data={listed.map((one) => ({ value: String(one.k), label: one.name }))} value={source} onChange={setSource} />
        {sides && <NativeSelect size="xs" label="Which way they point" data={SIDES.map((one) => ({ ...one }))} value={side} onChange={(event) => { setSide(event.currentTarget.value as Side); }} />}
      </Group>
      <Textarea size="xs" label="Words, as they stand there" autosize minRows={2} value={quote} onChange={(event) => { setQuote(event.currentTarget.value); }} />
      {error !== null && error !== undefined && <Refused error={error} title="Not linked" />}
      <Group justify="flex-end">
        <Button size="compact-sm" variant="default" disabled={disabled || source === null || quote.trim() === ""} onClick={() => { onLink({ source: Number(source), quote, side }, () => { setQuote(""); }); }}>{action}</Button>
      </Group>
    </>
  );
}
