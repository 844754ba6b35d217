import { Checkbox, Group, Select, Text, Textarea } from "@mantine/core";
import { X } from "lucide-react";
import { useState } from "react";

import { chosen, toggled, unlinked, type Draft } from "../model/judging";
import { CONFIDENCE, OPEN_VALUES, WORDS, type Dimension, type Judgement, type Piece } from "../model/types";

function Pieces({ title, pieces, onRemove }: { title: string; pieces: readonly Piece[]; onRemove?: (piece: Piece) => void }) {
  if (pieces.length === 0) return null;
  return (
    <div className="pieces">
      <Text size="xs" fw={600}>{title}</Text>
      <ul>
        {pieces.map((piece) => (
          <li key={`${String(piece.k)} ${String(piece.start)}`}>
            <span>{piece.source === null ? <>{piece.reference} {piece.words}</> : <><q>{piece.words}</q> <span className="from">{piece.source_name} {piece.reference}</span></>}
              {piece.stale !== null && <span className="lens-mark"> {piece.stale}</span>}
            </span>
            {onRemove !== undefined && <button type="button" className="unlink" aria-label={`Unlink ${piece.words.slice(0, 40)}`} onClick={() => { onRemove(piece); }}><X size={14} aria-hidden /></button>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Other({ judgement }: { judgement: Judgement }) {
  return (
    <div className="other-judge">
      <Text size="sm"><strong>{judgement.judge}</strong>: {judgement.values.join(", ")} ({judgement.confidence}{judgement.words.length > 0 && `; word of ${judgement.words.join(", ")}`})</Text>
      {judgement.rationale !== "" && <Text size="sm" c="dimmed">{judgement.rationale}</Text>}
      <Pieces title="For" pieces={judgement.evidence} />
      <Pieces title="Against" pieces={judgement.against} />
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

/** What is still to be said of a judgement beside its value. */
function More({ dimension, draft, onSay }: { dimension: Dimension; draft: Draft; onSay: (draft: Draft) => void }) {
  const [why, setWhy] = useState<string | null>(null);
  return (
    <>
      <Group gap="md" align="flex-end" mt="xs">
        <Select size="xs" w={120} label="How sure" data={[...CONFIDENCE]} value={draft.confidence} allowDeselect={false} onChange={(confidence) => { onSay({ ...draft, confidence: confidence ?? "medium" }); }} />
        <fieldset className="whose">
          <legend>Whose word it is</legend>
          {WORDS.map((word) => <Checkbox key={word} size="xs" label={word} checked={draft.words.includes(word)} onChange={() => { onSay({ ...draft, words: toggled(draft.words, word) }); }} />)}
        </fieldset>
      </Group>
      <Textarea
        size="sm" mt="xs" label="Why" autosize minRows={1} maxRows={8} value={why ?? draft.rationale} aria-label={`Why, on ${dimension.name}`}
        onChange={(event) => { setWhy(event.currentTarget.value); }} onBlur={() => { if (why !== null && why !== draft.rationale) onSay({ ...draft, rationale: why }); setWhy(null); }}
      />
    </>
  );
}

/** One dimension: what is said of it, and by whom; open, the form for what I say. */
export function DimensionCard({ dimension, open, draft, own, others, taken, onOpen, onSay, onTakeBack, onConfirm }: {
  dimension: Dimension;
  open: boolean;
  draft: Draft;
  own: Judgement | undefined;
  others: readonly Judgement[];
  taken: string | undefined;
  onOpen: () => void;
  onSay: (draft: Draft) => void;
  onTakeBack: (judgement: number) => void;
  onConfirm: (judgement: number) => void;
}) {
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
          <Values dimension={dimension} draft={draft} onSay={onSay} />
          <Pieces title="Evidence for" pieces={draft.evidence} onRemove={(piece) => { onSay(unlinked(draft, piece)); }} />
          <Pieces title="Evidence against" pieces={draft.against} onRemove={(piece) => { onSay(unlinked(draft, piece)); }} />
          {draft.values.length === 0 && draft.evidence.length + draft.against.length > 0 && <p className="lens-mark">Choose a value; until then nothing of this is kept.</p>}
          <More dimension={dimension} draft={draft} onSay={onSay} />
          {own !== undefined && own.look !== "" && (
            <p className="lens-mark">{own.look} {own.look !== "rests on nothing" && <button type="button" className="head-button" onClick={() => { onConfirm(own.k); }}>Still right</button>}</p>
          )}
          {own !== undefined && <button type="button" className="head-button take-back" onClick={() => { onTakeBack(own.k); }}>Take my judgement back</button>}
          {others.map((each) => <Other key={each.k} judgement={each} />)}
        </div>
      )}
    </section>
  );
}
