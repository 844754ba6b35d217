import { Button, Select, Text } from "@mantine/core";
import { useMemo, useRef, useState } from "react";

import { api } from "@/api/client";
import type { components } from "@/api/schema";
import { Answered } from "@/shared/page/States";
import { OnlyNow } from "@/shared/page/past";
import { Offsets, wholeCharacters } from "@/shared/text/offsets";

import type { Cell, EvidenceGiven } from "../model/types";

type Opened = components["schemas"]["SourceOpened"];

/** Where the browser's selection is in the text, in code points; null if it is not within the turns shown. */
function selected(root: HTMLElement, offsets: Offsets): { start: number; end: number } | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const at = (node: Node, offset: number): number | null => {
    const element = node instanceof Element ? node : node.parentElement;
    const turn = element?.closest<HTMLElement>("[data-start]");
    if (turn === null || turn === undefined || !root.contains(turn)) return null;
    const before = document.createRange();
    before.selectNodeContents(turn);
    before.setEnd(node, offset);
    return Number(turn.dataset["start"]) + before.toString().length;
  };
  const from = at(range.startContainer, range.startOffset);
  const to = at(range.endContainer, range.endOffset);
  if (from === null || to === null || from >= to) return null;
  const [start, end] = wholeCharacters(offsets.text, from, to);
  return { start: offsets.toCodePoints(start), end: offsets.toCodePoints(end) };
}

function Turns({ source, onLink }: { source: Opened; onLink: (evidence: EvidenceGiven) => void }) {
  const offsets = useMemo(() => new Offsets(source.text), [source.text]);
  const root = useRef<HTMLDivElement>(null);
  const link = (): void => {
    const found = root.current === null ? null : selected(root.current, offsets);
    if (found !== null) onLink({ source: source.k, ...found });
  };
  const parts = source.parts.filter((part) => part.kind !== "page" && part.end > part.words);
  return (
    <>
      <OnlyNow><Text size="xs" c="dimmed" mb={6}>
        Select words and{" "}
        <Button size="compact-xs" variant="default" onMouseDown={(event) => { event.preventDefault(); }} onClick={link}>
          link them
        </Button>{" "}
        to the next statement, indexed or not.
      </Text></OnlyNow>
      <div className="said" ref={root}>
        {parts.map((part) => (
          <p key={part.n}>
            <span className="who">{part.label ?? ""} {part.n}</span>
            <span data-start={offsets.toUtf16(part.words)}>{offsets.slice(part.words, part.end)}</span>
          </p>
        ))}
      </div>
    </>
  );
}

/** All that the case said: its sources, from which words are linked directly. */
export function AllSaid({ study, cell, onLink }: { study: string; cell: Cell; onLink: (evidence: EvidenceGiven) => void }) {
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
      <Answered query={query}>{(opened) => <Turns source={opened} onLink={onLink} />}</Answered>
    </>
  );
}
