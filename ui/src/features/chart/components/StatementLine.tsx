import { ActionIcon, Group, Menu, Text, Tooltip } from "@mantine/core";
import { Ellipsis, Star, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";

import { Problem, wordsOf } from "@/api/problem";
import { Conflict } from "@/shared/page/Conflict";
import { Changing, OnlyNow, useReadsPast } from "@/shared/page/past";
import { tellRefusal } from "@/shared/page/tell";

import type { Evidence, Layer, Statement } from "../model/types";
import type { CellDeeds } from "../model/useChart";

const IDLE_MS = 10_000;

function Link({ evidence, n, deeds, onOpen }: { evidence: Evidence; n: number; deeds: CellDeeds; onOpen: (evidence: Evidence) => void }) {
  const isSegment = evidence.source !== null;
  return (
    <li>
      <Group gap={4} wrap="nowrap" align="flex-start">
        <Tooltip label={evidence.words === "" ? evidence.reference : evidence.words} multiline maw={360} withinPortal>
          <button type="button" className="pick" onClick={() => { onOpen(evidence); }}>
            [{n}] {evidence.reference === "" ? "all that is coded to the cell" : evidence.reference}
          </button>
        </Tooltip>
        <Changing>
        {isSegment && (
          <ActionIcon
            size={24}
            variant="subtle"
            color="gray"
            aria-pressed={evidence.star}
            aria-label={evidence.star ? "A quotation to use; take the star away" : "Star as a quotation to use"}
            onClick={() => { deeds.star.mutate({ evidence: evidence.k, on: !evidence.star }); }}
          >
            <Star size={14} fill={evidence.star ? "currentColor" : "none"} aria-hidden />
          </ActionIcon>
        )}
        <ActionIcon size={24} variant="subtle" color="gray" aria-label={`Take link ${String(n)} away`} onClick={() => { deeds.unlink.mutate(evidence.k); }}>
          <X size={14} aria-hidden />
        </ActionIcon>
        </Changing>
        {evidence.stale !== null && <span className="cell-note" data-kind="stale">{evidence.stale}</span>}
      </Group>
    </li>
  );
}

function useEditing(statement: Statement, deeds: CellDeeds) {
  const [text, setText] = useState(statement.text);
  const [base, setBase] = useState({ rev: statement.rev, text: statement.text });
  const [theirs, setTheirs] = useState<string | null>(null);
  const typing = useRef(false);
  // A newer wording from elsewhere comes in while nobody types here.
  if (statement.rev !== base.rev && text === base.text) {
    setBase({ rev: statement.rev, text: statement.text });
    setText(statement.text);
  }
  const keep = async (words: string, rev = base.rev): Promise<void> => {
    const line = words.trim();
    if (line === "" || line === base.text) return;
    try {
      const answer = await deeds.edit.mutateAsync({ k: statement.k, rev, text: line });
      setBase({ rev: answer.rev ?? rev, text: line });
      setTheirs(null);
    } catch (error) {
      const current = error instanceof Problem && error.isConflict ? (error.current as { text?: string } | null) : null;
      if (typeof current?.text === "string") setTheirs(current.text);
      else tellRefusal(new Error(wordsOf(error)), "The line was not changed");
    }
  };
  return { text, setText, keep, theirs, setTheirs, typing, base, setBase };
}

/** A statement of the cell: its words, changed where they stand, and what it rests on. */
export function StatementLine({ statement, n, count, deeds, attach, onOpen }: {
  statement: Statement;
  n: number;
  count: number;
  deeds: CellDeeds;
  /** Links what is ticked below; null if nothing is. */
  attach: ((k: number) => void) | null;
  onOpen: (evidence: Evidence) => void;
}) {
  const { text, setText, keep, theirs, setTheirs, base, setBase } = useEditing(statement, deeds);
  const isPast = useReadsPast();
  const keepNow = useRef(keep);
  useEffect(() => {
    keepNow.current = keep;
  });
  useEffect(() => {
    if (text === base.text) return undefined;
    const timer = setTimeout(() => void keepNow.current(text), IDLE_MS);
    return () => { clearTimeout(timer); };
  }, [text, base.text]);
  const layer = (to: Layer): void => {
    deeds.edit.mutate(
      { k: statement.k, rev: base.rev, text: base.text, layer: to },
      { onError: (error) => { tellRefusal(error, `The line is not ${to}`); } },
    );
  };
  return (
    <div className="statement" data-layer={statement.layer} role="group" aria-label={`Statement ${String(n)}, ${statement.layer}`}>
      <Group gap={4} wrap="nowrap" align="flex-start">
        <textarea
          className="statement-field"
          aria-label={`Statement ${String(n)}`}
          value={text}
          readOnly={isPast}
          rows={1}
          onChange={(event) => { setText(event.currentTarget.value); }}
          onBlur={() => void keep(text)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.shiftKey) {
              event.preventDefault();
              event.currentTarget.blur();
            }
            if (event.key === "Escape") setText(base.text);
          }}
        />
        <OnlyNow><Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={`What can be done with statement ${String(n)}`}>
              <Ellipsis size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {attach !== null && <Menu.Item onClick={() => { attach(statement.k); }}>Link what is ticked below</Menu.Item>}
            <Menu.Item onClick={() => { deeds.link.mutate({ k: statement.k, evidence: {} }); }}>Let it rest on all coded to the cell</Menu.Item>
            <Menu.Divider />
            {(["summary", "verbatim", "comment"] as const).filter((each) => each !== statement.layer).map((each) => (
              <Menu.Item key={each} onClick={() => { layer(each); }}>Make it a {each === "verbatim" ? "verbatim line" : each}</Menu.Item>
            ))}
            <Menu.Divider />
            {n > 1 && <Menu.Item onClick={() => { deeds.order.mutate({ k: statement.k, to: n - 1 }); }}>Move up</Menu.Item>}
            {n < count && <Menu.Item onClick={() => { deeds.order.mutate({ k: statement.k, to: n + 1 }); }}>Move down</Menu.Item>}
            <Menu.Item onClick={() => { deeds.remove.mutate(statement); }}>Remove</Menu.Item>
          </Menu.Dropdown>
        </Menu></OnlyNow>
      </Group>
      {theirs !== null && (
        <Conflict
          mine={text}
          theirs={theirs}
          onMine={() => void keep(text, statement.rev)}
          onTheirs={() => {
            setText(theirs);
            setBase({ rev: statement.rev, text: theirs });
            setTheirs(null);
          }}
        />
      )}
      {statement.origin !== "" && <Text size="xs" c="dimmed">came from {statement.origin}</Text>}
      {statement.evidence.length === 0 && statement.layer !== "comment" && <Text size="xs" c="dimmed">rests on nothing yet</Text>}
      <ul style={{ listStyle: "none", padding: 0, margin: 0, display: "flex", flexWrap: "wrap", gap: "0.25rem" }}>
        {statement.evidence.map((evidence, at) => (
          <Link key={evidence.k} evidence={evidence} n={at + 1} deeds={deeds} onOpen={onOpen} />
        ))}
      </ul>
    </div>
  );
}
