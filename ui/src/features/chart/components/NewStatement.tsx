import { SegmentedControl, Text } from "@mantine/core";
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from "react";

import { Problem } from "@/api/problem";
import { draftAt, keepDraft, noteAnswered, noteSent } from "@/shared/drafts/drafts";
import { tellRefusal } from "@/shared/page/tell";

import type { EvidenceGiven, Layer, Place, Statement } from "../model/types";
import type { CellDeeds } from "../model/useChart";

const LAYERS: { value: Layer; label: string }[] = [
  { value: "summary", label: "Summary" },
  { value: "verbatim", label: "Verbatim" },
  { value: "comment", label: "Comment" },
];

const IDLE_MS = 10_000;
/** Where the words stand that a statement can rest on. */
const WORDS = ".cell-words";

/** Where Ctrl+Enter, Tab and Alt+N take the writer once the words are kept; "why": to the reasons why a cell is empty. */
export type After = "stay" | "down" | "right" | "grid" | "empty" | "why";

function after(event: KeyboardEvent): After | null {
  if (event.code === "KeyN" && event.altKey && !event.ctrlKey && !event.metaKey) return "empty";
  if (event.key === "Tab" && !event.altKey && !event.ctrlKey) return event.shiftKey ? null : "right";
  if (event.key === "Enter" && !event.shiftKey) return event.ctrlKey || event.metaKey ? "down" : "stay";
  return null;
}

/** The first thing to tick of what a statement can rest on, beside a field. */
function firstTick(field: Element): HTMLElement | null {
  return field.closest("aside")?.querySelector<HTMLElement>(`${WORDS} input[type="checkbox"]`) ?? null;
}

/** Under what the words are kept that are typed in a cell and not kept yet. */
export function whereOf(study: string, place: Place): string {
  return `${study} ${String(place.case)} ${String(place.wave)} ${String(place.theme)}`;
}

/** The layer in which words were typed that wait at a place. */
function layerOf(where: string): Layer {
  const kept = draftAt(`${where} layer`);
  return LAYERS.find((each) => each.value === kept)?.value ?? "summary";
}

/**
 * The field in which a statement is written. Enter keeps it and begins the next, Ctrl+Enter goes on in the row
 * below, Tab in the next column, Escape back to the grid with the words left in the field, Alt+↓ to what it can rest on.
 * What is typed and not kept yet survives a closed cell and a reload, and so does its layer.
 */
export function NewStatement({ study, place, field, begin, said, isEmpty, evidence, deeds, onAll, onKept, onLeave }: {
  study: string;
  place: Place;
  field: RefObject<HTMLTextAreaElement | null>;
  /** Whether the writer came on from another cell; the field then takes the cursor at once. */
  begin: boolean;
  /** What stands in the cell. */
  said: readonly Pick<Statement, "text" | "layer">[];
  /** Whether nothing is in the cell, so that the writer may say why. */
  isEmpty: boolean;
  evidence: readonly EvidenceGiven[];
  deeds: CellDeeds;
  /** Ticks all that is coded to the cell, or nothing if all of it is ticked. */
  onAll: () => void;
  onKept: () => void;
  onLeave: (to: After) => void;
}) {
  const where = whereOf(study, place);
  const [text, setText] = useState(() => draftAt(where));
  const [layer, setLayer] = useState<Layer>(() => (draftAt(where) === "" ? "summary" : layerOf(where)));
  const [refused, setRefused] = useState("");
  /** Words that waited here when the field opened. The server may have had them before the page that sent them ended. */
  const [waited] = useState(() => text.trim());
  /** The statement that idle seconds have made of these words already, and how it stood then. */
  const made = useRef<{ k: number; rev: number; text: string } | null>(null);

  const here = useRef(true);
  /** The writer is being taken elsewhere; that the field loses the cursor by it is no further end of the statement. */
  const leaving = useRef(false);

  useEffect(() => {
    here.current = true;
    if (begin && field.current !== null) {
      field.current.focus();
      field.current.setSelectionRange(field.current.value.length, field.current.value.length);
    }
    return () => { here.current = false; };
  }, [begin, field]);

  const failed = (error: unknown, words: string): void => {
    if (!here.current) tellRefusal(error, "A statement was not kept; its words wait in the cell");
    setRefused(error instanceof Problem ? error.message : "");
    setText((typed) => (typed === "" ? words : typed));
    keepDraft(where, words);
    keepDraft(`${where} layer`, layer);
  };
  const keep = async (words: string): Promise<void> => {
    const line = words.trim();
    if (line === "" || line === made.current?.text) return;
    setRefused("");
    if (line === waited && made.current === null && said.some((each) => each.text === line && each.layer === layer)) {
      if (draftAt(where).trim() === line) keepDraft(where, "");
      return;
    }
    noteSent(where, line);
    try {
      if (made.current === null) {
        const answer = await deeds.write.mutateAsync({ ...place, text: line, layer, evidence: [...evidence] });
        const k = answer.made.find((record) => record.table === "statement")?.key[0];
        if (typeof k === "number" && answer.rev !== null) made.current = { k, rev: answer.rev, text: line };
      } else {
        const answer = await deeds.edit.mutateAsync({ k: made.current.k, rev: made.current.rev, text: line });
        made.current = { ...made.current, rev: answer.rev ?? made.current.rev, text: line };
      }
      if (draftAt(where).trim() === line) keepDraft(where, "");
      onKept();
    } catch (error) {
      failed(error, line);
    } finally {
      noteAnswered(where, line);
    }
  };
  const keepNow = useRef(keep);
  useEffect(() => {
    keepNow.current = keep;
  });
  useEffect(() => {
    if (text.trim() === "") return undefined;
    const timer = setTimeout(() => void keepNow.current(text), IDLE_MS);
    return () => { clearTimeout(timer); };
  }, [text]);

  const finish = (to: After): void => {
    const words = text;
    setText("");
    keepDraft(where, "");
    keepDraft(`${where} layer`, "");
    void keep(words).then(() => { made.current = null; });
    leaving.current = true;
    onLeave(to);
    leaving.current = false;
  };
  const choose = (to: Layer): void => {
    setLayer(to);
    keepDraft(`${where} layer`, to);
  };
  return (
    <div
      className="new-statement"
      onBlur={(event) => {
        // To choose the layer, or what the statement is to rest on, is not to leave the statement.
        const stays = event.relatedTarget instanceof Element && (event.currentTarget.contains(event.relatedTarget) || event.relatedTarget.closest(WORDS) !== null);
        if (!stays && !leaving.current && text.trim() !== "") finish("stay");
      }}
    >
      <textarea
        ref={field}
        className="statement-field"
        aria-label="New statement"
        placeholder={layer === "verbatim" ? "The participant’s own words, exactly" : "What the case says on this, in your words"}
        value={text}
        rows={2}
        onChange={(event) => {
          setText(event.currentTarget.value);
          keepDraft(where, event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          const to = after(event);
          if (event.key === "Escape") {
            event.preventDefault();
            onLeave("grid");
          } else if (event.altKey && event.code === "KeyA") {
            event.preventDefault();
            onAll();
          } else if (event.altKey && "123".includes(event.key)) {
            event.preventDefault();
            choose(LAYERS[Number(event.key) - 1]?.value ?? "summary");
          } else if (event.altKey && event.key === "ArrowDown") {
            event.preventDefault();
            firstTick(event.currentTarget)?.focus();
          } else if (event.key === "-" && text === "" && isEmpty) {
            event.preventDefault();
            onLeave("why");
          } else if (to !== null && (text.trim() !== "" || to !== "stay")) {
            event.preventDefault();
            finish(to);
          } else if (to === "stay") {
            event.preventDefault();
            onLeave("grid");
          }
        }}
      />
      {refused !== "" && <Text size="sm" c="var(--mantine-color-error)" role="alert">{refused}</Text>}
      <SegmentedControl size="xs" aria-label="Layer" data={LAYERS} value={layer} onChange={(value) => { choose(value as Layer); }} mt={4} />
      <Text size="xs" c="dimmed" mt={4}>
        {evidence.length > 0 ? `Will rest on ${String(evidence.length)} chosen below. ` : ""}Enter keeps it, Ctrl+Enter goes down, Tab right, Alt+N to the next empty cell, Alt+↓ to what it rests on{isEmpty && text === "" ? ", - says why nothing is here" : ""}.
      </Text>
    </div>
  );
}
