import type { KeyboardEvent } from "react";

import { useCommands } from "@/shared/commands/commands";

import { back, extend, move, stepOf, type Way } from "@/shared/text/steps";
import type { ReadText } from "@/shared/text/transcript";
import type { ReaderStore } from "./store";

/** What keys on the text do besides moving the selection. */
export interface KeyDeeds {
  /** Goes to the quick-code field, with what was typed already. */
  type: (begun: string) => void;
  last: () => void;
  inVivo: () => void;
  recent: (place: number) => void;
  step: (way: Way) => void;
  remove: () => void;
  bounds: () => void;
  note: () => void;
  recode: () => void;
  memo: () => void;
  find: () => void;
  fastList: () => void;
  name: () => void;
  /** Opens the parent study around the words in hand; null where this study was made from no other. */
  parent: (() => void) | null;
  play: () => void;
  back: () => void;
  faster: (way: Way) => void;
  read: () => void;
  escape: () => void;
  /** After the selection has moved: brings it into view. */
  moved: () => void;
}

/** Listens for the keys of the text. */
export function keysOn(text: ReadText, store: ReaderStore, deeds: KeyDeeds) {
  const plain: Record<string, () => void> = {
    q: deeds.last,
    i: deeds.inVivo,
    c: () => { deeds.type(""); },
    Enter: () => { deeds.type(""); },
    "[": () => { deeds.step(-1); },
    "]": () => { deeds.step(1); },
    Delete: deeds.remove,
    b: deeds.bounds,
    n: deeds.note,
    r: deeds.recode,
    m: deeds.memo,
    "/": deeds.find,
    f: deeds.fastList,
    x: deeds.name,
    ...(deeds.parent === null ? {} : { o: deeds.parent }),
    p: deeds.play,
    ",": deeds.back,
    "+": () => { deeds.faster(1); },
    "-": () => { deeds.faster(-1); },
    Escape: deeds.escape,
  };
  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.defaultPrevented || (event.target instanceof HTMLElement && event.target.matches("input, textarea"))) return;
    const done = (run: () => void): void => {
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    const step = stepOf(event);
    if (step !== null) {
      done(() => {
        const { caret } = store.get();
        const next = caret === null && store.left !== null ? back(text, store.left, step[0]) : (event.shiftKey ? extend : move)(text, caret, ...step);
        store.set({ caret: next });
        deeds.moved();
      });
      return;
    }
    if (event.altKey && !event.ctrlKey && /^Digit[1-9]$/.test(event.code)) {
      done(() => { deeds.recent(Number(event.code.slice(5)) - 1); });
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // A button in the text keeps Enter for itself.
    if (event.key === "Enter" && event.target instanceof HTMLButtonElement) return;
    if (/^[0-9]$/.test(event.key)) done(() => { deeds.type(event.key); });
    else {
      const run = plain[event.key];
      if (run !== undefined) done(run);
    }
  };
}

/** The same keys on the sheet of shortcuts and in the palette. */
export function useReaderCommands(deeds: KeyDeeds): void {
  const sheet = (id: string, label: string, keys: string, run: () => void = () => undefined, group = "Index") => ({ id: `reader.${id}`, label, group, keys, sheetOnly: true, run });
  useCommands(
    [
      sheet("turn", "Next or previous turn", "ArrowDown", undefined, "Select"),
      sheet("sentence", "Next or previous sentence", "ArrowRight", undefined, "Select"),
      sheet("word", "Next or previous word", "$mod+ArrowRight", undefined, "Select"),
      sheet("paragraph", "Next or previous paragraph of a turn", "$mod+ArrowDown", undefined, "Select"),
      sheet("more", "Take in the next turn, sentence or word", "Shift+ArrowDown", undefined, "Select"),
      sheet("numbers", "Type theme numbers; Enter indexes", "0–9", () => { deeds.type(""); }),
      sheet("name", "Find a theme by its name", "c", () => { deeds.type(""); }),
      sheet("recent", "Index under a theme used lately", "Alt+1"),
      sheet("last", "Index under the last theme again", "q", deeds.last),
      sheet("invivo", "The words themselves as an open code", "i", deeds.inVivo),
      sheet("fast", "Fast list from paper", "f", deeds.fastList),
      sheet("step", "Next coding here", "]", () => { deeds.step(1); }, "Codings"),
      sheet("bounds", "Give the coding the selection's bounds", "b", deeds.bounds, "Codings"),
      sheet("recode", "Move the coding to another theme", "r", deeds.recode, "Codings"),
      sheet("note", "Note on the coding", "n", deeds.note, "Codings"),
      sheet("remove", "Remove the coding", "Delete", deeds.remove, "Codings"),
      sheet("memo", "Memo beside the words", "m", deeds.memo, "Read"),
      sheet("name", "Replace the selected name by its pseudonym", "x", deeds.name, "Read"),
      ...(deeds.parent === null ? [] : [sheet("parent", "What the parent study says around here", "o", deeds.parent, "Read")]),
      sheet("play", "Play or pause the recording", "p", deeds.play, "Recording"),
      sheet("back", "Back three seconds", ",", deeds.back, "Recording"),
      sheet("faster", "Faster; slower is -", "+", () => { deeds.faster(1); }, "Recording"),
      sheet("find", "Find in this source", "/", deeds.find, "Read"),
      sheet("read", "Note that I have read up to here", "", deeds.read, "Read"),
    ].map(({ keys, ...rest }) => (keys === "" ? rest : { ...rest, keys })),
    [deeds.parent === null],
  );
}
