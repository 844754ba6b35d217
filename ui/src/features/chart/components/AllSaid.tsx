import { Button, Select, Text, TextInput } from "@mantine/core";
import { useMemo, useRef, useState, type ReactNode } from "react";

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

/** A turn's words, with what was chosen from them marked. Positions count code points. */
function marked(offsets: Offsets, from: number, to: number, chosen: readonly EvidenceGiven[]): ReactNode[] {
  const inside = chosen
    .flatMap(({ start, end }) => (typeof start === "number" && typeof end === "number" && start < to && end > from ? [{ start: Math.max(start, from), end: Math.min(end, to) }] : []))
    .sort((one, other) => one.start - other.start);
  const pieces: ReactNode[] = [];
  let at = from;
  for (const { start, end } of inside) {
    if (end <= at) continue;
    pieces.push(offsets.slice(at, Math.max(at, start)), <mark key={start}>{offsets.slice(Math.max(at, start), end)}</mark>);
    at = end;
  }
  return [...pieces, offsets.slice(at, to)];
}

/** Brings the next turn with these words into view, after the one that was found last. */
function findIn(root: HTMLElement | null, words: string): boolean {
  const sought = words.trim().toLocaleLowerCase();
  const turns = [...(root?.querySelectorAll<HTMLElement>("[data-start]") ?? [])];
  if (sought === "" || turns.length === 0) return false;
  const last = turns.findIndex((turn) => turn.dataset["found"] === "true");
  const order = [...turns.slice(last + 1), ...turns.slice(0, last + 1)];
  const next = order.find((turn) => turn.textContent.toLocaleLowerCase().includes(sought));
  for (const turn of turns) delete turn.dataset["found"];
  if (next === undefined) return false;
  next.dataset["found"] = "true";
  next.scrollIntoView({ block: "center" });
  return true;
}

function Turns({ source, chosen, onLink }: { source: Opened; chosen: readonly EvidenceGiven[]; onLink: (evidence: EvidenceGiven) => void }) {
  const offsets = useMemo(() => new Offsets(source.text), [source.text]);
  const root = useRef<HTMLDivElement>(null);
  const [isMissing, setMissing] = useState(false);
  const link = (): void => {
    const found = root.current === null ? null : selected(root.current, offsets);
    if (found !== null) onLink({ source: source.k, ...found });
  };
  const parts = source.parts.filter((part) => part.kind !== "page" && part.end > part.words);
  const here = chosen.filter((stretch) => stretch.source === source.k);
  return (
    <>
      <div className="said-bar">
        <OnlyNow><Text size="xs" c="dimmed">
          Select words and{" "}
          <Button size="compact-xs" variant="default" onMouseDown={(event) => { event.preventDefault(); }} onClick={link}>
            link them
          </Button>{" "}
          to the next statement, indexed or not.{here.length > 0 && ` ${String(here.length)} chosen.`}
        </Text></OnlyNow>
        <TextInput
          size="xs"
          mt={4}
          aria-label="Find in what the case said"
          placeholder="Find; Enter goes on to the next"
          error={isMissing && "This is not said here."}
          onChange={() => { setMissing(false); }}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            setMissing(!findIn(root.current, event.currentTarget.value));
          }}
        />
      </div>
      <div className="said" ref={root}>
        {parts.map((part) => (
          <p key={part.n}>
            <span className="who">{part.label ?? ""} {part.n}</span>
            <span data-start={offsets.toUtf16(part.words)}>{marked(offsets, part.words, part.end, here)}</span>
          </p>
        ))}
      </div>
    </>
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
