import { ActionIcon, Button, Group, Textarea, Tooltip } from "@mantine/core";
import { ArrowLeftRight, Crosshair, Trash2, X } from "lucide-react";
import { useState, type RefCallback } from "react";

import { hueStyle } from "@/shared/colour/hue";
import { Changing } from "@/shared/page/past";

import { shortened } from "@/shared/text/shortened";

import type { Indexing } from "../hooks/useIndexing";
import type { Mark } from "../model/marks";
import type { ReadText } from "@/shared/text/transcript";
import type { Themes } from "@/shared/themes/themes";

/** The menu of a coding: its note, other bounds, another theme, away with it. */
export function CodingCard({ mark, text, themes, coders, indexing, note, canResize, onBounds, onRecode, onRemove, onClose }: {
  mark: Mark;
  text: ReadText;
  themes: Themes;
  coders: ReadonlyMap<number, string>;
  indexing: Indexing;
  note: RefCallback<HTMLTextAreaElement>;
  /** Whether the selection differs from the coding's bounds. */
  canResize: boolean;
  onBounds: () => void;
  onRecode: () => void;
  onRemove: () => void;
  onClose: () => void;
}) {
  const { coding } = mark;
  const isWaiting = coding.k < 0;
  return (
    <section className="side-block hue" style={hueStyle(themes.hue(coding.theme))} aria-label="Coding">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <h2 style={{ color: "var(--hue-text)" }}>{themes.label(coding.theme)}</h2>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label="Close the coding" onClick={onClose}>
          <X size={15} aria-hidden />
        </ActionIcon>
      </Group>
      <p className="quotation">{shortened(text.words(mark))}</p>
      <h3>
        {text.place(mark)} · {coders.get(coding.coder) ?? "you"}
        {coding.at > 0 && ` · ${new Date(coding.at).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" })}`}
        {coding.origins.some((each) => each.startsWith("rule:")) && " · from a rule"}
      </h3>
      <Changing>
      <Note key={coding.k} mark={mark} indexing={indexing} field={note} />
      <Group gap={6}>
        <Tooltip label="Make the selection the coding's bounds (B)">
          <Button size="compact-sm" variant="default" leftSection={<Crosshair size={14} aria-hidden />} disabled={!canResize || isWaiting} onClick={onBounds}>
            Use selection
          </Button>
        </Tooltip>
        <Tooltip label="Move to another theme (R)">
          <Button size="compact-sm" variant="default" leftSection={<ArrowLeftRight size={14} aria-hidden />} disabled={isWaiting} onClick={onRecode}>
            Recode
          </Button>
        </Tooltip>
        <Tooltip label="Remove this coding (Delete)">
          <Button size="compact-sm" variant="default" leftSection={<Trash2 size={14} aria-hidden />} disabled={isWaiting} onClick={onRemove}>
            Remove
          </Button>
        </Tooltip>
      </Group>
      </Changing>
    </section>
  );
}

function Note({ mark, indexing, field }: { mark: Mark; indexing: Indexing; field: RefCallback<HTMLTextAreaElement> }) {
  const { coding } = mark;
  const draft = `reader.note.${String(coding.k)}`;
  const [words, setWords] = useState(() => sessionStorage.getItem(draft) ?? coding.note);
  const keep = (): void => {
    if (words === coding.note) {
      sessionStorage.removeItem(draft);
      return;
    }
    indexing.note.mutate({ coding, words }, { onSuccess: () => { sessionStorage.removeItem(draft); } });
  };
  return (
    <Textarea
      ref={field}
      label="Note"
      size="sm"
      autosize
      minRows={2}
      maxRows={8}
      value={words}
      disabled={coding.k < 0}
      placeholder="Why these words belong here"
      onChange={(event) => {
        setWords(event.currentTarget.value);
        sessionStorage.setItem(draft, event.currentTarget.value);
      }}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) {
          event.preventDefault();
          event.currentTarget.blur();
          document.querySelector<HTMLElement>(".transcript")?.focus();
        }
      }}
    />
  );
}
