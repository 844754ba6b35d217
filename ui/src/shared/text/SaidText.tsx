import "./said.css";

import { TextInput } from "@mantine/core";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";

import type { CodePoints } from "./offsets";
import { selectedIn, selectIn } from "./selecting";
import { extend, move, stepOf, stretchOf, type Caret } from "./steps";
import { overlap, type ReadText, type Stretch, type Turn } from "./transcript";

/** A segment of a text; positions in code points. */
export interface Picked {
  start: CodePoints;
  end: CodePoints;
}

/** The keys of the text, for those who read what they are. */
export const SELECTING = "↓↑ turns, →← sentences, Ctrl+→← words, with Shift more of them.";

/**
 * A source's words, from which a stretch is selected: by mouse, or by the keys of the reader. `marked`: what was taken
 * from them already. `children` stand above the words and stay in view.
 */
export function SaidText({ text, label, find, marked, children, onSelect, onTake }: {
  text: ReadText;
  label: string;
  /** The name of the field in which words are looked for. */
  find: string;
  marked: readonly Picked[];
  children?: ReactNode;
  onSelect: (picked: Picked | null) => void;
  /** Enter on the text, with something selected. */
  onTake: (picked: Picked) => void;
}) {
  const root = useRef<HTMLDivElement>(null);
  const caret = useRef<Caret | null>(null);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    const follow = (event: Event): void => {
      // A field whose words change says so, too, and has nothing to do with the text.
      if (event.target !== document) return;
      const found = root.current === null ? undefined : selectedIn(root.current, text);
      if (found !== undefined) onSelect(found === null ? null : text.toCodePoints(found));
    };
    document.addEventListener("selectionchange", follow);
    return () => { document.removeEventListener("selectionchange", follow); };
  }, [text, onSelect]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const element = root.current;
    if (element === null) return;
    const found = selectedIn(element, text) ?? null;
    const step = stepOf(event);
    if (step !== null) {
      const next = (event.shiftKey ? extend : move)(text, caretOf(caret.current, found), ...step);
      caret.current = next;
      if (next !== null) selectIn(element, text, next);
    } else if (event.key === "Enter" && found !== null) onTake(text.toCodePoints(found));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const taken = marked.map((each) => text.toUtf16(each.start, each.end));
  return (
    <>
      <div className="said-bar">
        {children}
        <TextInput
          size="xs"
          mt={4}
          aria-label={find}
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
      <div className="said" ref={root} role="region" aria-label={label} tabIndex={0} onKeyDown={onKeyDown}>
        {text.turns.filter((turn) => turn.words !== "").map((turn) => (
          <p key={turn.index}>
            <span className="who">{turn.speaker ?? ""} {turn.n ?? ""}</span>
            <span className="said-words" data-start={turn.start}>{pieces(text, turn, taken)}</span>
          </p>
        ))}
      </div>
    </>
  );
}

/** Where the keyboard goes on from: its own selection with its direction, also once it is gone, or one that the mouse made. */
function caretOf(known: Caret | null, found: Stretch | null): Caret | null {
  if (found === null) return known;
  const same = known === null ? null : stretchOf(known);
  return same !== null && same.start === found.start && same.end === found.end ? known : { anchor: found.start, focus: found.end };
}

/** A turn's words, with what was taken from them marked. */
function pieces(text: ReadText, turn: Turn, taken: readonly Stretch[]): ReactNode[] {
  const inside = taken.filter((each) => overlap(each, turn)).sort((one, other) => one.start - other.start);
  const drawn: ReactNode[] = [];
  let at = turn.start;
  for (const each of inside) {
    const end = Math.min(each.end, turn.end);
    if (end <= at) continue;
    const start = Math.max(at, each.start);
    drawn.push(text.words({ start: at, end: start }), <mark key={start}>{text.words({ start, end })}</mark>);
    at = end;
  }
  return [...drawn, text.words({ start: at, end: turn.end })];
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
