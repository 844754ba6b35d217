import { Button, Group, Textarea } from "@mantine/core";
import { useState, type RefCallback } from "react";

import { OnlyNow } from "@/shared/page/past";

import { shortened } from "@/shared/text/shortened";

import type { MarginWrites } from "../hooks/useMemos";
import type { Memo } from "../hooks/useSource";
import type { ReadText, Stretch } from "@/shared/text/transcript";

/** Memos on the source and on words of it, in order of the text; and a field for a new one. */
export function MemoPanel({ memos, text, place, source, writes, field, onShow }: {
  memos: readonly Memo[];
  text: ReadText;
  /** The words that a new memo would stand beside, null for the whole source. */
  place: Stretch | null;
  source: number;
  writes: MarginWrites;
  field: RefCallback<HTMLTextAreaElement>;
  onShow: (stretch: Stretch) => void;
}) {
  const ordered = [...memos].sort((a, b) => (a.start ?? -1) - (b.start ?? -1) || a.at - b.at);
  return (
    <div className="side-block">
      <OnlyNow><NewMemo source={source} text={text} place={place} writes={writes} field={field} /></OnlyNow>
      {ordered.length === 0 && <p>No memo stands beside this source yet.</p>}
      <ul className="side-list">
        {ordered.map((memo) => (
          <OneMemo key={memo.k} memo={memo} text={text} writes={writes} onShow={onShow} />
        ))}
      </ul>
    </div>
  );
}

function NewMemo({ source, text, place, writes, field }: { source: number; text: ReadText; place: Stretch | null; writes: MarginWrites; field: RefCallback<HTMLTextAreaElement> }) {
  const draft = `reader.memo.${String(source)}`;
  const [words, setWords] = useState(() => sessionStorage.getItem(draft) ?? "");
  const add = (beside: Stretch | null): void => {
    const at = beside === null ? { start: null, end: null } : text.toCodePoints(beside);
    writes.add.mutate({ text: words, ...at }, { onSuccess: () => { sessionStorage.removeItem(draft); } });
    setWords("");
  };
  return (
    <>
      <Textarea
        ref={field}
        label="New memo"
        size="sm"
        autosize
        minRows={2}
        maxRows={10}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          sessionStorage.setItem(draft, event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && words.trim() !== "") {
            event.preventDefault();
            add(place);
          }
        }}
      />
      <Group gap={6}>
        <Button size="compact-sm" disabled={words.trim() === "" || place === null} onClick={() => { add(place); }}>
          Beside {place === null ? "selected words" : text.place(place)}
        </Button>
        <Button size="compact-sm" variant="default" disabled={words.trim() === ""} onClick={() => { add(null); }}>
          On the whole source
        </Button>
      </Group>
    </>
  );
}

function OneMemo({ memo, text, writes, onShow }: { memo: Memo; text: ReadText; writes: MarginWrites; onShow: (stretch: Stretch) => void }) {
  const [words, setWords] = useState<string | null>(null);
  const { start, end } = memo;
  const stretch = start === null || end === null ? null : text.toUtf16(start, end);
  return (
    <li id={`memo-${String(memo.k)}`} tabIndex={-1}>
      <span style={{ color: "var(--mantine-color-dimmed)", fontSize: "0.8125rem" }}>
        {memo.by} · {memo.kind} · {new Date(memo.at).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" })}
      </span>
      {stretch !== null && stretch.end > stretch.start && (
        <button type="button" className="linkish quotation" onClick={() => { onShow(stretch); }}>
          {text.place(stretch)}: “{shortened(text.words(stretch), 90)}”
        </button>
      )}
      {words === null ? (
        <p>{memo.text}</p>
      ) : (
        <Textarea aria-label="Words of the memo" size="sm" autosize maxRows={12} value={words} onChange={(event) => { setWords(event.currentTarget.value); }} data-autofocus />
      )}
      <OnlyNow><Group gap={6}>
        {words === null ? (
          <>
            <Button size="compact-xs" variant="subtle" onClick={() => { setWords(memo.text); }}>Edit</Button>
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => { writes.remove.mutate(memo); }}>Remove</Button>
          </>
        ) : (
          <>
            <Button size="compact-xs" disabled={words.trim() === ""} onClick={() => { writes.edit.mutate({ memo, text: words }); setWords(null); }}>Keep</Button>
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => { setWords(null); }}>Leave as it was</Button>
          </>
        )}
      </Group></OnlyNow>
    </li>
  );
}
