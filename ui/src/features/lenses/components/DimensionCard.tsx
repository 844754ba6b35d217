import { Checkbox, Group, Select, Text, Textarea } from "@mantine/core";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";

import { Conflict } from "@/shared/page/Conflict";
import { Changing } from "@/shared/page/past";

import { chosen, toggled, unlinked, type Draft } from "../model/judging";
import { inWords } from "../model/said";
import { CONFIDENCE, OPEN_VALUES, WORDS, type Dimension, type Judgement, type Piece } from "../model/types";
import type { Judging } from "../model/useJudging";
import { Place } from "./Place";

const IDLE_MS = 10_000;

function Pieces({ study, title, pieces, onRemove }: { study: string; title: string; pieces: readonly Piece[]; onRemove?: (piece: Piece) => void }) {
  if (pieces.length === 0) return null;
  return (
    <div className="pieces">
      <Text size="xs" fw={600}>{title}</Text>
      <ul>
        {pieces.map((piece) => (
          <li key={`${String(piece.k)} ${String(piece.start)}`}>
            <span>{piece.source === null ? <><Place study={study} piece={piece} /> {piece.words}</> : <><q>{piece.words}</q> <Place study={study} piece={piece} /></>}
              {piece.stale !== null && <span className="lens-mark"> {piece.stale}</span>}
            </span>
            {onRemove !== undefined && <button type="button" className="unlink" aria-label={`Unlink ${piece.words.slice(0, 40)}`} onClick={() => { onRemove(piece); }}><X size={14} aria-hidden /></button>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Other({ study, judgement }: { study: string; judgement: Judgement }) {
  return (
    <div className="other-judge">
      <Text size="sm"><strong>{judgement.judge}</strong>: {judgement.values.join(", ")} ({judgement.confidence}{judgement.words.length > 0 && `; word of ${judgement.words.join(", ")}`})</Text>
      {judgement.rationale !== "" && <Text size="sm" c="dimmed">{judgement.rationale}</Text>}
      <Pieces study={study} title="For" pieces={judgement.evidence} />
      <Pieces study={study} title="Against" pieces={judgement.against} />
      {judgement.look !== "" && <p className="lens-mark">{judgement.look}</p>}
    </div>
  );
}

function Values({ dimension, draft, onSay }: { dimension: Dimension; draft: Draft; onSay: (draft: Draft) => void }) {
  const button = (value: string, apart: boolean) => (
    <button key={value} type="button" className="pick value" data-apart={apart} aria-pressed={draft.values.includes(value)} onClick={() => { onSay({ ...draft, values: chosen(dimension, draft.values, value) }); }}>{value}</button>
  );
  return (
    <div className="chips" role="group" aria-label={`Value of ${dimension.name}`}>
      {dimension.values.map((value) => button(value, false))}
      <span className="apart" aria-hidden />
      {OPEN_VALUES.map((value) => button(value, true))}
    </div>
  );
}

/** Why: a draft from its first letter, kept by Enter, by leaving the field and by idle seconds; the cursor stays. */
function Why({ dimension, judging }: { dimension: Dimension; judging: Judging }) {
  const text = judging.rationale(dimension.id);
  const unkept = !judging.isKept(dimension.id);
  const keepNow = useRef(judging.keep);
  useEffect(() => {
    keepNow.current = judging.keep;
  });
  useEffect(() => {
    if (!unkept) return undefined;
    const timer = setTimeout(() => { keepNow.current(dimension.id); }, IDLE_MS);
    return () => { clearTimeout(timer); };
  }, [unkept, text, dimension.id]);
  return (
    <Textarea
      size="sm" mt="xs" label="Why" autosize minRows={1} maxRows={8} value={text} aria-label={`Why, on ${dimension.name}`} description={unkept ? "Not kept yet; Enter keeps it." : undefined} inputWrapperOrder={["label", "input", "description"]}
      onFocus={() => { judging.enter(dimension.id); }}
      onChange={(event) => { judging.type(dimension.id, event.currentTarget.value); }}
      onBlur={() => { judging.leave(dimension.id); }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.shiftKey) return;
        event.preventDefault();
        judging.keep(dimension.id);
      }}
    />
  );
}

/** What is still to be said of a judgement beside its value. */
function More({ dimension, draft, judging }: { dimension: Dimension; draft: Draft; judging: Judging }) {
  const say = (next: Draft): void => { judging.say(dimension.id, next); };
  return (
    <>
      <Group gap="md" align="flex-end" mt="xs">
        <Select size="xs" w={120} label="How sure" data={[...CONFIDENCE]} value={draft.confidence} allowDeselect={false} onChange={(confidence) => { say({ ...draft, confidence: confidence ?? "medium" }); }} />
        <fieldset className="whose">
          <legend>Whose word it is</legend>
          {WORDS.map((word) => <Checkbox key={word} size="xs" label={word} checked={draft.words.includes(word)} onChange={() => { say({ ...draft, words: toggled(draft.words, word) }); }} />)}
        </fieldset>
      </Group>
      <Why dimension={dimension} judging={judging} />
    </>
  );
}

/** What I say of a dimension: its value, what it rests on, how sure, why; and what stands against it elsewhere. */
function Mine({ study, dimension, judging }: { study: string; dimension: Dimension; judging: Judging }) {
  const [draft, own, odds] = [judging.draftFor(dimension.id), judging.mine(dimension.id), judging.odds[dimension.id]];
  const say = (next: Draft): void => { judging.say(dimension.id, next); };
  return (
    <>
      {odds !== undefined && (
        <Conflict
          what="judgement" mine={inWords(odds.mine)} theirs={inWords(odds.theirs)}
          onMine={() => { judging.keepMine(dimension.id); }} onTheirs={() => { judging.forget(dimension.id); }}
        />
      )}
      <Values dimension={dimension} draft={draft} onSay={say} />
      <Pieces study={study} title="Evidence for" pieces={draft.evidence} onRemove={(piece) => { say(unlinked(draft, piece)); }} />
      <Pieces study={study} title="Evidence against" pieces={draft.against} onRemove={(piece) => { say(unlinked(draft, piece)); }} />
      {draft.values.length === 0 && draft.evidence.length + draft.against.length > 0 && <p className="lens-mark">Choose a value; until then nothing of this is kept.</p>}
      <More dimension={dimension} draft={draft} judging={judging} />
      {own !== undefined && own.look !== "" && (
        <p className="lens-mark">{own.look} {own.look !== "rests on nothing" && <button type="button" className="head-button" onClick={() => { judging.confirm(own); }}>Still right</button>}</p>
      )}
      {own !== undefined && own.k > 0 && <button type="button" className="head-button take-back" onClick={() => { judging.takeBack(own); }}>Take my judgement back</button>}
    </>
  );
}

/** One dimension: what is said of it, and by whom; open, the form for what I say. */
export function DimensionCard({ study, dimension, open, judging, others, taken, onOpen }: {
  study: string;
  dimension: Dimension;
  open: boolean;
  judging: Judging;
  others: readonly Judgement[];
  taken: string | undefined;
  onOpen: () => void;
}) {
  const draft = judging.draftFor(dimension.id);
  const counts = `${String(draft.evidence.length)} for${draft.against.length > 0 ? `, ${String(draft.against.length)} against` : ""}`;
  return (
    <section className="dimension" data-open={open} aria-label={dimension.name}>
      <button type="button" className="dimension-head" aria-expanded={open} onClick={onOpen}>
        <span>{dimension.name}</span>
        <span className="dimension-said">{draft.values.length === 0 ? "not said" : `${draft.values.join(", ")} · ${counts}`}{others.length > 0 && ` · ${String(others.length)} other${others.length > 1 ? "s" : ""}`}</span>
      </button>
      {open && (
        <div className="dimension-body">
          <Text size="sm">{dimension.question}</Text>
          {dimension.evidence !== "" && <Text size="xs" c="dimmed">For it would speak: {dimension.evidence}.</Text>}
          {dimension.counter_evidence !== "" && <Text size="xs" c="dimmed">Against it: {dimension.counter_evidence}.</Text>}
          {taken !== undefined && <Text size="sm">Follows from another lens: {taken.slice(dimension.id.length + 2)}. What you say here stands before it.</Text>}
          <Changing><Mine study={study} dimension={dimension} judging={judging} /></Changing>
          {others.map((each) => <Other key={each.k} study={study} judgement={each} />)}
        </div>
      )}
    </section>
  );
}
