import { Text, Title } from "@mantine/core";
import { useRef, useState } from "react";

import { draftOf, givenOf, linked, type Draft } from "../model/judging";
import type { Lens, Piece, Sheet } from "../model/types";
import { useLensDeeds, useMe } from "../model/useLens";
import { DimensionCard } from "./DimensionCard";
import { Material } from "./Material";
import { SheetOutcome } from "./SheetOutcome";

interface Local {
  draft: Draft;
  n: number;
}

/** One unit under a lens: dimension by dimension, with what comes out above and what is charted beside. */
export function SheetView({ study, lens, sheet, at }: { study: string; lens: Lens; sheet: Sheet; at: { unit: string; kind: string; wave: string } }) {
  const me = useMe();
  const deeds = useLensDeeds(study, lens.card.ident);
  const [open, setOpen] = useState(lens.lens.dimensions[0]?.id ?? "");
  const [local, setLocal] = useState<Readonly<Record<string, Local>>>({});
  const count = useRef(0);
  const mine = (dimension: string) => sheet.judgements.find((each) => each.dimension === dimension && each.judge === me);
  const draftFor = (dimension: string): Draft => local[dimension]?.draft ?? draftOf(mine(dimension));

  // What is typed stands until the server has said the same; a later word is not taken away by an earlier answer.
  const say = (dimension: string, draft: Draft): void => {
    count.current += 1;
    const n = count.current;
    setLocal((known) => ({ ...known, [dimension]: { draft, n } }));
    if (draft.values.length === 0) return;
    const settle = async (said: Sheet): Promise<void> => {
      await deeds.show(said, at);
      setLocal((known) => (known[dimension]?.n === n ? Object.fromEntries(Object.entries(known).filter(([name]) => name !== dimension)) : known));
    };
    deeds.judge.mutateAsync({ given: givenOf(at, dimension, draft), at }).then(settle).catch(() => undefined);
  };
  const link = (piece: Piece, side: "evidence" | "against"): void => { say(open, linked(draftFor(open), piece, side)); };
  const active = lens.lens.dimensions.find((each) => each.id === open);

  return (
    <div className="sheet">
      <div className="sheet-main">
        <SheetOutcome lens={lens} sheet={sheet} at={at} deeds={deeds} />
        <Title order={2} size="h5" mt="md" mb={4}>Dimensions</Title>
        {lens.lens.dimensions.map((dimension) => (
          <DimensionCard
            key={dimension.id} dimension={dimension} open={dimension.id === open} draft={draftFor(dimension.id)} own={mine(dimension.id)}
            others={sheet.judgements.filter((each) => each.dimension === dimension.id && each.judge !== me)}
            taken={sheet.unit.taken.find((each) => each.startsWith(`${dimension.id}: `))}
            onOpen={() => { setOpen(dimension.id); }} onSay={(draft) => { say(dimension.id, draft); }}
            onTakeBack={(k) => { setLocal((known) => Object.fromEntries(Object.entries(known).filter(([name]) => name !== dimension.id))); deeds.takeBack.mutate(k); }}
            onConfirm={(k) => { deeds.confirm.mutate(k); }}
          />
        ))}
      </div>
      <aside className="sheet-beside" aria-label="What is charted">
        {sheet.members.length === 0 ? (
          <Text size="sm" c="dimmed">Nobody in this study is of “{at.unit}”: it goes by its name alone. What others say of it can be linked with “trellis lens judge … --for”.</Text>
        ) : (
          <Material study={study} lens={lens.card.ident} members={sheet.members} wave={sheet.unit.wave_k} towards={active?.name ?? ""} onLink={link} />
        )}
      </aside>
    </div>
  );
}
