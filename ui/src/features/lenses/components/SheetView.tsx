import { Text, Title } from "@mantine/core";
import { useState } from "react";

import { useFilters } from "@/shared/filters/useFilters";

import { linked } from "../model/judging";
import type { Lens, Piece, Sheet } from "../model/types";
import { useJudging } from "../model/useJudging";
import { useLensDeeds, type At } from "../model/useLens";
import { DimensionCard } from "./DimensionCard";
import { Material } from "./Material";
import { SheetOutcome } from "./SheetOutcome";

/** One unit under a lens, as one judge sees it: dimension by dimension, with what comes out above and what is charted beside. */
export function SheetView({ study, lens, sheet, at, me }: { study: string; lens: Lens; sheet: Sheet; at: At; me: string }) {
  const deeds = useLensDeeds(study, lens.card.ident);
  const judging = useJudging(study, lens, sheet, at, me, deeds);
  const asked = useFilters().value("dimension");
  const [open, setOpen] = useState(lens.lens.dimensions.some((each) => each.id === asked) ? asked : (lens.lens.dimensions[0]?.id ?? ""));
  const link = (piece: Piece, side: "evidence" | "against"): void => { judging.say(open, linked(judging.draftFor(open), piece, side)); };
  const active = lens.lens.dimensions.find((each) => each.id === open);

  return (
    <div className="sheet">
      <div className="sheet-main">
        <SheetOutcome lens={lens} sheet={sheet} at={at} deeds={deeds} busy={deeds.judge.isPending || deeds.takeBack.isPending} />
        <Title order={2} size="h5" mt="md" mb={4}>Dimensions</Title>
        {lens.lens.dimensions.map((dimension) => (
          <DimensionCard
            key={dimension.id} study={study} dimension={dimension} open={dimension.id === open} judging={judging}
            others={sheet.judgements.filter((each) => each.dimension === dimension.id && each.judge !== judging.me)}
            taken={sheet.unit.taken.find((each) => each.startsWith(`${dimension.id}: `))}
            onOpen={() => { setOpen(dimension.id); }}
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
