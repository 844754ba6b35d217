import { Button, Group, NativeSelect, Text } from "@mantine/core";
import { useState } from "react";

import { Answered } from "@/shared/page/States";
import { OnlyNow } from "@/shared/page/past";
import { SearchedSelect } from "@/shared/page/SearchedSelect";
import { ThemePicker } from "@/shared/themes/ThemePicker";
import { useThemes } from "@/shared/themes/useThemes";

import { SIDES, type Side } from "../model/intent";
import type { Step } from "../model/longitudinal";
import type { Grid } from "../model/types";
import { useChange, type ChangeDeeds } from "../model/useChange";
import { Evidence } from "./Evidence";
import { Linking } from "./Linking";

/** What a change rests on of its own, beside the two cells that it compares; more is linked here. */
export function ChangeRests({ study, grid, step, waves }: { study: string; grid: Grid; step: Step; waves: [string, string] }) {
  const place = { case: step.case, theme: step.number, earlier: waves[0], later: waves[1] };
  const { query, deeds } = useChange(study, place);
  return (
    <Answered query={query} what="Reading what it rests on">
      {(change) => (
        <>
          <section aria-label="What this also rests on">
            <h3 className="dialog-head">Also rests on</h3>
            {change === null && <Text size="sm" c="dimmed">Say what became of it; then words of its own are linked here.</Text>}
            {change?.evidence.length === 0 && <Text size="sm" c="dimmed">Nothing beside the two cells above.</Text>}
            {change !== null && change.evidence.length > 0 && <Evidence study={study} pieces={change.evidence} onTurn={(evidence, side) => { deeds.turn.mutate({ evidence, side }); }} onRemove={(k) => { deeds.unlink.mutate(k); }} />}
            {change !== null && change.stale.length > 0 && (
              <Group gap="sm">
                <Text size="sm" className="warned">Look again: {change.stale.join("; ")}.</Text>
                <OnlyNow><Button size="compact-sm" variant="default" onClick={() => { deeds.confirm.mutate(place); }}>Still right</Button></OnlyNow>
              </Group>
            )}
          </section>
          {change !== null && <OnlyNow><section aria-label="Link words"><Links study={study} grid={grid} deeds={deeds} /></section></OnlyNow>}
        </>
      )}
    </Answered>
  );
}

/** Words of a transcript or, instead, another cell. */
function Links({ study, grid, deeds }: { study: string; grid: Grid; deeds: ChangeDeeds }) {
  const [onCell, setOnCell] = useState(false);
  return (
    <>
      {onCell
        ? <CellLinking study={study} grid={grid} onLink={(cell, side) => { deeds.link.mutate({ cell, side }); }} />
        : <Linking study={study} documents={false} sides action="Link these words" error={deeds.link.error} onLink={(words, side, done) => { deeds.link.mutate({ words, side }, { onSuccess: done }); }} />}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => { setOnCell(!onCell); }}>{onCell ? "Link words instead" : "Link another cell instead"}</Button>
    </>
  );
}

interface Cell {
  case: number;
  theme: number;
  wave: number;
}

function CellLinking({ study, grid, onLink }: { study: string; grid: Grid; onLink: (cell: Cell, side: Side) => void }) {
  const themes = useThemes(study);
  const [who, setWho] = useState<string | null>(null);
  const [theme, setTheme] = useState<number | null>(null);
  const [wave, setWave] = useState("0");
  const [side, setSide] = useState<Side>("for");
  return (
    <>
      <Group gap="xs" align="flex-end" grow preventGrowOverflow={false}>
        <SearchedSelect size="xs" label="Case of the cell" data={grid.cases.map((one) => ({ value: String(one.k), label: one.name }))} value={who} onChange={setWho} />
        <ThemePicker size="xs" label="Theme of the cell" themes={themes} value={theme === null ? null : String(theme)} onPick={setTheme} />
        <NativeSelect size="xs" label="Wave of the cell" data={[{ value: "0", label: "none" }, ...grid.waves.map((one) => ({ value: String(one.k), label: one.name }))]} value={wave} onChange={(event) => { setWave(event.currentTarget.value); }} />
        <NativeSelect size="xs" label="Which way it points" data={SIDES.map((one) => ({ ...one }))} value={side} onChange={(event) => { setSide(event.currentTarget.value as Side); }} />
      </Group>
      <Group justify="flex-end" mt="xs">
        <Button size="compact-sm" variant="default" disabled={who === null || theme === null} onClick={() => { if (who !== null && theme !== null) onLink({ case: Number(who), theme, wave: Number(wave) }, side); }}>Link this cell</Button>
      </Group>
    </>
  );
}
