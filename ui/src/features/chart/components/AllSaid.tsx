import { Button, Select, Text } from "@mantine/core";
import { useMemo, useState } from "react";

import { api } from "@/api/client";
import type { components } from "@/api/schema";
import { Answered } from "@/shared/page/States";
import { OnlyNow } from "@/shared/page/past";
import { SaidText, SELECTING, type Picked } from "@/shared/text/SaidText";
import { ReadText } from "@/shared/text/transcript";

import type { Cell, EvidenceGiven } from "../model/types";

type Opened = components["schemas"]["SourceOpened"];

function stretchesOf(source: number, chosen: readonly EvidenceGiven[]): Picked[] {
  return chosen.flatMap((each) => (each.source === source && typeof each.start === "number" && typeof each.end === "number" ? [{ start: each.start, end: each.end }] : []));
}

function Turns({ source, chosen, onLink }: { source: Opened; chosen: readonly EvidenceGiven[]; onLink: (evidence: EvidenceGiven) => void }) {
  const text = useMemo(() => new ReadText(source.text, source.parts), [source]);
  const [picked, setPicked] = useState<Picked | null>(null);
  const here = useMemo(() => stretchesOf(source.k, chosen), [source.k, chosen]);
  const link = (words: Picked | null): void => { if (words !== null) onLink({ source: source.k, version: source.version_key, ...words }); };
  return (
    <SaidText text={text} label={`Text of ${source.name}`} find="Find in what the case said" marked={here} onSelect={setPicked} onTake={link}>
      <OnlyNow><Text size="xs" c="dimmed">
        Select words and{" "}
        <Button size="compact-xs" variant="default" onMouseDown={(event) => { event.preventDefault(); }} onClick={() => { link(picked); }}>
          link them
        </Button>{" "}
        to the next statement, indexed or not.{here.length > 0 && ` ${String(here.length)} chosen.`} By keyboard, in the text: {SELECTING} Enter links.
      </Text></OnlyNow>
    </SaidText>
  );
}

/** All that the case said: its sources, from which words are linked directly; `chosen`: what was taken from them so far. */
export function AllSaid({ study, cell, chosen: taken, onLink }: { study: string; cell: Cell; chosen: readonly EvidenceGiven[]; onLink: (evidence: EvidenceGiven) => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const source = Number(chosen ?? cell.sources[0]?.k ?? NaN);
  const query = api.useQuery(
    "get",
    "/api/studies/{study}/reading/{source}",
    { params: { path: { study, source } } },
    { enabled: !Number.isNaN(source) },
  );
  if (Number.isNaN(source)) return <Text size="sm" c="dimmed">The case has no source in this wave.</Text>;
  return (
    <>
      {cell.sources.length > 1 && (
        <Select
          size="xs"
          aria-label="Source"
          mb="xs"
          data={cell.sources.map((each) => ({ value: String(each.k), label: each.name }))}
          value={String(source)}
          onChange={setChosen}
          allowDeselect={false}
        />
      )}
      <Answered query={query}>{(opened) => <Turns source={opened} chosen={taken} onLink={onLink} />}</Answered>
    </>
  );
}
