import { TextInput } from "@mantine/core";
import { useState, type KeyboardEvent, type RefCallback } from "react";

import { useQueueState } from "@/api/writes";
import { hueStyle } from "@/shared/colour/hue";
import { printedKeys } from "@/shared/commands/commands";

import { usePointing, useReaderStore } from "../hooks/store";
import { meant } from "../hooks/useSelection";
import { fitting, isKnown, leadingOn, read, type Choice } from "@/shared/themes/quickcode";
import type { ReadText } from "@/shared/text/transcript";
import type { Themes } from "@/shared/themes/themes";

const MOST_OFFERED = 12;

/** One line of the list under the field: a theme, one that the number being typed leads on to, or an open code to be made. */
type Offer = { kind: "theme"; theme: Choice } | { kind: "below"; theme: Choice } | { kind: "new"; name: string };

function offers(typed: string, themes: Themes, recent: readonly number[]): { list: Offer[]; told: string } {
  const found = read(typed, themes.choices);
  if (found.kind === "nothing") {
    return { list: fitting("", themes.choices, recent).slice(0, MOST_OFFERED).map((theme) => ({ kind: "theme", theme })), told: "" };
  }
  if (found.kind === "numbers") {
    const told = found.unknown.length === 0 ? "" : `There is no theme ${found.unknown.join(", ")}.`;
    const below = leadingOn(typed, themes.choices).slice(0, MOST_OFFERED);
    return { list: [...found.themes.map((theme): Offer => ({ kind: "theme", theme })), ...below.map((theme): Offer => ({ kind: "below", theme }))], told };
  }
  const list: Offer[] = fitting(found.words, themes.choices, recent).slice(0, MOST_OFFERED).map((theme) => ({ kind: "theme", theme }));
  if (!isKnown(found.words, themes.choices)) list.push({ kind: "new", name: found.words });
  return { list, told: "" };
}

/**
 * The field under the text: theme numbers ("2.3 4.1"), or letters of a theme's name; Enter indexes what is selected.
 * `instead` is set while a coding is being moved to another theme.
 */
export function QuickCode({ text, themes, recent, field, typed, onType, onCode, onNew, onLeave, instead }: {
  text: ReadText;
  themes: Themes;
  recent: readonly number[];
  field: RefCallback<HTMLInputElement>;
  typed: string;
  onType: (words: string) => void;
  onCode: (themes: readonly number[]) => void;
  onNew: (name: string) => void;
  onLeave: () => void;
  instead: string | null;
}) {
  const store = useReaderStore();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const { list, told } = offers(typed, themes, recent);
  const isNumbers = read(typed, themes.choices).kind === "numbers";
  const chosen = Math.min(at, Math.max(0, list.length - 1));
  const ask = (place: number): void => {
    setAt(place);
    const offer = list[place];
    store.set({ asked: offer === undefined || offer.kind === "new" ? null : offer.theme.k });
  };
  const take = (offer: Offer | undefined): void => {
    if (isNumbers) {
      const numbers = list.flatMap((each) => (each.kind === "theme" ? [each.theme.k] : []));
      // What the last number leads on to stands for it.
      const wanted = offer?.kind === "below" ? [...numbers.slice(0, told === "" ? -1 : undefined), offer.theme.k] : numbers;
      if ((told !== "" && offer?.kind !== "below") || wanted.length === 0) return;
      onCode(wanted);
    } else if (offer === undefined) return;
    else if (offer.kind === "new") onNew(offer.name);
    else onCode([offer.theme.k]);
    leave();
  };
  const leave = (): void => {
    onType("");
    setAt(0);
    setOpen(false);
    store.set({ asked: null });
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const act: Record<string, () => void> = {
      Enter: () => { take(list[chosen]); },
      Escape: leave,
      ArrowDown: () => { ask(Math.min(list.length - 1, chosen + 1)); },
      ArrowUp: () => { ask(Math.max(0, chosen - 1)); },
    };
    const run = event.altKey || event.ctrlKey || event.metaKey ? undefined : act[event.key];
    if (run === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  return (
    <div className="quick">
      <div className="quick-line">
        <Meant text={text} instead={instead} />
        <div className="quick-field">
          <TextInput
            ref={field}
            size="sm"
            value={typed}
            aria-label={instead === null ? "Index under" : "Move to"}
            placeholder={instead === null ? "Theme number or name, then Enter" : "Move to which theme?"}
            role="combobox"
            aria-expanded={open}
            aria-controls="quick-list"
            aria-autocomplete="list"
            {...(open && list.length > 0 ? { "aria-activedescendant": `quick-${String(chosen)}` } : {})}
            error={told === "" ? undefined : told}
            onChange={(event) => {
              onType(event.currentTarget.value);
              const next = offers(event.currentTarget.value, themes, recent).list[0];
              setAt(0);
              store.set({ asked: next?.kind === "theme" ? next.theme.k : null });
            }}
            onFocus={() => { setOpen(true); }}
            onBlur={() => { setOpen(false); store.set({ asked: null }); }}
            onKeyDown={onKeyDown}
            autoComplete="off"
            spellCheck={false}
          />
          <ul id="quick-list" role="listbox" aria-label="Themes" className="quick-list" hidden={!open || list.length === 0}>
            {list.map((offer, place) => (
              <li
                key={offer.kind === "new" ? "new" : offer.theme.k}
                id={`quick-${String(place)}`}
                role="option"
                aria-selected={place === chosen || (isNumbers && offer.kind === "theme" && list[chosen]?.kind === "theme")}
                // The field keeps the focus; a press must not take it away.
                onPointerDown={(event) => { event.preventDefault(); take(offer); }}
                onPointerEnter={() => { ask(place); }}
              >
                <Line offer={offer} themes={themes} />
              </li>
            ))}
          </ul>
        </div>
      </div>
      <div className="quick-line">
        <Recent recent={recent} themes={themes} onCode={onCode} />
        <Kept />
      </div>
    </div>
  );
}

/** Whether everything that was done here has reached the disk. */
function Kept() {
  const { waiting } = useQueueState();
  return (
    <span className="quick-kept" data-waiting={waiting}>
      {waiting === 0 ? "kept" : "keeping …"}
    </span>
  );
}

function Line({ offer, themes }: { offer: Offer; themes: Themes }) {
  if (offer.kind === "new") return <span>New open code “{offer.name}”</span>;
  const { theme } = offer;
  return (
    <>
      <span className="hue-dot hue" style={hueStyle(themes.hue(theme.k))} aria-hidden />
      <span className="number">{theme.number ?? "code"}</span>
      <span>{theme.name}</span>
    </>
  );
}

/** What would be indexed: where it is, and how it begins. */
function Meant({ text, instead }: { text: ReadText; instead: string | null }) {
  const caret = usePointing((pointing) => pointing.caret);
  const stretch = meant(text, caret);
  if (instead !== null) return <div className="quick-where">{instead}</div>;
  if (stretch === null) return <div className="quick-where">Select words, or press ↓ to take the turn.</div>;
  const words = text.words(stretch).replace(/\s+/g, " ");
  return (
    <div className="quick-where" aria-live="polite">
      <b>{text.place(stretch)}</b> “{words.length > 90 ? `${words.slice(0, 60)} … ${words.slice(-25)}` : words}”
    </div>
  );
}

function Recent({ recent, themes, onCode }: { recent: readonly number[]; themes: Themes; onCode: (themes: readonly number[]) => void }) {
  if (recent.length === 0) return null;
  return (
    <div className="quick-recent" role="group" aria-label="Used last">
      {recent.map((k, at) => (
        <button key={k} type="button" className="hue" style={hueStyle(themes.hue(k))} title={themes.path(k)} onPointerDown={(event) => { event.preventDefault(); }} onClick={() => { onCode([k]); }}>
          <kbd className="keys">{printedKeys(`Alt+${String(at + 1)}`)}</kbd>
          <span className="hue-dot" aria-hidden />
          <span className="label">{themes.label(k)}</span>
        </button>
      ))}
    </div>
  );
}
