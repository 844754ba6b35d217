import { Button, Stack, Text, Title } from "@mantine/core";

import { Problem } from "@/api/problem";
import { Empty } from "@/shared/page/States";
import { tellRefusal } from "@/shared/page/tell";

import { picturesOf, unitName } from "../model/picture";
import { useLensDeeds } from "../model/useLens";
import { usePut } from "@/shared/filters/usePut";
import type { Lens, Unit } from "../model/types";
import { PictureView, type NameCell } from "./PictureView";

/** How broad the ground of a unit is, in words. */
function ground(unit: Unit): string {
  const { base } = unit;
  const many = (n: number, what: string): string => `${String(n)} ${what}${n === 1 ? "" : "s"}`;
  const parts = [
    `${many(base.dimensions.length, "dimension")} with evidence`,
    many(base.cases, "case"),
    ...(base.sites > 0 ? [many(base.sites, "site")] : []),
    many(base.sources, "source"),
    `word of: ${base.words.join(", ") || "not said"}`,
  ];
  return parts.join(" · ");
}

function UnitRow({ unit, onOpen }: { unit: Unit; onOpen: () => void }) {
  const marks = [
    ...(unit.override === "" ? [] : [`overridden (derived: ${unit.derived}): ${unit.override}`]),
    ...(unit.differing.length > 0 ? [`judges differ on ${unit.differing.join(", ")}`] : []),
    ...(unit.base.bare.length > 0 ? [`rests on nothing: ${unit.base.bare.join(", ")}`] : []),
    ...(unit.uncharted ? ["judged though nothing is charted"] : []),
    ...(unit.stale > 0 ? [`${String(unit.stale)} to look at again: what they rest on has changed`] : []),
  ];
  return (
    <tr>
      <th scope="row"><button type="button" className="head-button unit-link" onClick={onOpen}>{unitName(unit)}</button></th>
      <td>
        <Text size="sm" fw={600}>{unit.outcome}</Text>
        {marks.map((mark) => <p key={mark} className="lens-mark">{mark}</p>)}
      </td>
      <td>{unit.nearest !== "" && <><Text size="sm">{unit.nearest}</Text>{unit.missing.map((each) => <Text key={each} size="xs" c="dimmed">lacks {each}</Text>)}</>}</td>
      <td><Text size="sm">{ground(unit)}</Text></td>
      <td>{unit.rests.length === 0 ? <Text size="sm" c="dimmed">nothing by itself</Text> : <Text size="sm">{unit.rests.length === 1 ? "one thing by itself" : `${String(unit.rests.length)} things, each by itself`}</Text>}</td>
    </tr>
  );
}

/** The picture of a lens, and below it every unit with its outcome, the nearest other one, and its ground. */
export function OutcomesView({ study, lens }: { study: string; lens: Lens }) {
  const put = usePut();
  const { nameCell } = useLensDeeds(study, lens.card.ident);
  const open = (unit: Unit): void => {
    put({ unit: unit.name, kind: unit.unit, wave: unit.wave, view: "judge" });
  };
  const pictures = picturesOf(lens);
  const name: NameCell = async (cell, given, rev) => {
    try {
      await nameCell.mutateAsync({ cell, name: given, rev });
    } catch (error) {
      if (error instanceof Problem && error.slug === "outdated") return error.current as { rev: number; name: string };
      tellRefusal(error, "The cell was not named");
    }
    return null;
  };
  const drawn = (
    <PictureView
      pictures={pictures} onUnit={(at) => { const unit = lens.units[at]; if (unit !== undefined) open(unit); }} onName={name} rev={lens.rev}
    />
  );
  if (lens.units.length === 0) {
    return (
      <Stack gap="lg">
        <Empty title="Nothing is judged yet">
          <Text>Outcomes follow from judgements: choose somebody or something, and say what is so on each dimension, with evidence.</Text>
          <Button size="sm" onClick={() => { put({ view: "judge" }); }}>Judge the first</Button>
        </Empty>
        {lens.lens.rule.kind === "two axes" && drawn}
      </Stack>
    );
  }
  return (
    <Stack gap="xl">
      {lens.summary !== "" && <p className="lens-summary">All together: <strong>{lens.summary}</strong></p>}
      {drawn}
      <section aria-labelledby="units">
        <Title order={2} id="units" size="h4" mb="xs">One by one</Title>
        <table className="quiet-table lens-units">
          <thead><tr>{["Unit", "Outcome", "Nearest other", "Ground", "Depends on"].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>{lens.units.map((unit) => <UnitRow key={`${unit.unit} ${unitName(unit)}`} unit={unit} onOpen={() => { open(unit); }} />)}</tbody>
        </table>
        {lens.blank.length > 0 && <Text size="sm" mt="sm">Nobody came out as: {lens.blank.join(", ")}.</Text>}
        {lens.aside > 0 && <Text size="sm" mt="xs">{lens.aside} judgements of earlier versions no longer fit and are set aside.</Text>}
      </section>
    </Stack>
  );
}
