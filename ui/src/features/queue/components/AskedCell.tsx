import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";

import { draftAt, keepDraft } from "@/shared/drafts/drafts";
import { useReadsPast } from "@/shared/page/past";
import { said } from "@/shared/page/when";

import { cellAt } from "../model/places";
import type { CellAsked } from "../model/useQueue";

/** A cell that was returned: what was asked and answered on it, and what is to be done now. */
export function AskedCell({ study, cell, onAnswer, onReview }: {
  study: string;
  cell: CellAsked;
  onAnswer?: (text: string) => void;
  onReview?: () => void;
}) {
  const isPast = useReadsPast();
  const place = `queue.answer.${String(cell.case)}.${String(cell.wave)}.${String(cell.theme)}`;
  const [text, setText] = useState(() => draftAt(place));
  const write = (words: string): void => {
    setText(words);
    keepDraft(place, words);
  };
  const send = (): void => {
    if (text.trim() === "") return;
    onAnswer?.(text.trim());
    write("");
  };
  return (
    <li className="queue-cell">
      <p className="queue-what">
        <Link to={`/s/${encodeURIComponent(study)}/${cellAt(cell)}`}>{cell.name} × {cell.number} {cell.theme_name}{cell.wave_name !== "" && ` (${cell.wave_name})`}</Link>
        <span className="queue-facts">{onReview === undefined ? "" : cell.state === "returned" ? `waits for ${cell.writer}` : `answered, charted by ${cell.writer}`}</span>
      </p>
      <ul className="queue-talk">
        {cell.talk.map((one, n) => <li key={n}><span className="queue-facts">{one.by}, {said(one.at)}</span> {one.text}</li>)}
      </ul>
      {onAnswer !== undefined && !isPast && (
        <div className="queue-answer">
          <Textarea size="sm" aria-label={`Answer about ${cell.name}, ${cell.number}`} placeholder="Your answer; Ctrl+Enter sends it" autosize minRows={1} value={text} onChange={(event) => { write(event.currentTarget.value); }} onKeyDown={(event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); send(); } }} />
          <Button size="compact-sm" variant="default" disabled={text.trim() === ""} onClick={send}>Answer</Button>
        </div>
      )}
      {onReview !== undefined && !isPast && cell.state === "charted" && <Button size="compact-sm" variant="default" onClick={onReview}>Mark reviewed</Button>}
    </li>
  );
}
