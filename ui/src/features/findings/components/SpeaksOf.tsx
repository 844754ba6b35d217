import { Group, MultiSelect, Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";

import { api } from "@/api/client";
import { OnlyNow, useReadsPast } from "@/shared/page/past";
import { useThemes } from "@/shared/themes/useThemes";

import { whereOf } from "../model/finding";
import type { Finding, Line } from "../model/types";
import type { Deeds } from "../model/useFindings";

/** Whom the finding speaks of, the themes it comes from, the findings it follows from. */
export function SpeaksOf({ study, finding, lines, deeds }: { study: string; finding: Finding; lines: readonly Line[]; deeds: Deeds }) {
  const [isOpen, setOpen] = useState(false);
  const isPast = useReadsPast();
  const follow = (k: number): string => `/s/${encodeURIComponent(study)}/findings/${String(k)}`;
  return (
    <section className="speaks" aria-label="What it speaks of">
      <Text size="sm">
        <span className="dim">Speaks of</span> {finding.line.scope.length === 0 ? "everybody" : finding.line.scope.join("; ")}
        {finding.themes.length > 0 && <> <span className="dim">· from</span> {finding.themes.map((one) => `${one.number} ${one.name}`.trim()).join(", ")}</>}
        {finding.follows.length > 0 && <> <span className="dim">· follows from</span> {finding.follows.map((one) => <Link key={one.k} to={follow(one.k)} title={one.statement}>finding {one.number}</Link>)}</>}
        {finding.followed_by.length > 0 && <> <span className="dim">· leads to</span> {finding.followed_by.map((one) => <Link key={one.k} to={follow(one.k)} title={one.statement}>finding {one.number}</Link>)}</>}
        {" "}<OnlyNow><button type="button" className="pick" aria-expanded={isOpen} onClick={() => { setOpen(!isOpen); }}>{isOpen ? "Done" : "Change"}</button></OnlyNow>
      </Text>
      {isOpen && !isPast && <Choices study={study} finding={finding} lines={lines} deeds={deeds} />}
    </section>
  );
}

function Choices({ study, finding, lines, deeds }: { study: string; finding: Finding; lines: readonly Line[]; deeds: Deeds }) {
  const themes = useThemes(study);
  const grid = api.useQuery("get", "/api/studies/{study}/cases", { params: { path: { study } } });
  const known = grid.data;
  if (known === undefined) return null;
  const names = new Map(known.attributes.map((each) => [each.k, each.name]));
  const where = whereOf(finding, (k) => names.get(k));
  const values = (attribute: number, levels: readonly string[]): string[] => [...new Set([...levels, ...known.values.filter((one) => one.attribute === attribute).map((one) => one.value)])];
  const pairs = known.attributes.filter((each) => each.type !== "text" || values(each.k, each.levels).length < 12).map((each) => ({ group: each.name, items: values(each.k, each.levels).map((value) => ({ value: `${each.name}=${value}`, label: `${each.name}: ${value}` })) }));
  const keysOf = (kind: string): string[] => finding.speaks_of.filter((one) => one.kind === kind).map((one) => String(one.about));
  const chosen = Object.entries(where).flatMap(([name, each]) => each.map((value) => `${name}=${value}`));
  const setWhere = (given: string[]): void => {
    const next: Record<string, string[]> = {};
    for (const pair of given) {
      const at = pair.indexOf("=");
      (next[pair.slice(0, at)] ??= []).push(pair.slice(at + 1));
    }
    deeds.tie.mutate({ where: next });
  };
  return (
    <Group gap="sm" align="flex-start" mt="xs" grow>
      <MultiSelect size="xs" label="Attributes" searchable data={pairs} value={chosen} onChange={setWhere} />
      <MultiSelect size="xs" label="Cases, sites, teams" searchable data={known.cases.map((one) => ({ value: String(one.k), label: one.name }))} value={keysOf("case")} onChange={(given) => { deeds.tie.mutate({ cases: given.map(Number) }); }} />
      {known.waves.length > 0 && <MultiSelect size="xs" label="Waves" data={known.waves.map((one) => ({ value: String(one.k), label: one.name }))} value={keysOf("wave")} onChange={(given) => { deeds.tie.mutate({ waves: given.map(Number) }); }} />}
      <MultiSelect size="xs" label="Themes" searchable data={themes.choices.map((one) => ({ value: String(one.k), label: themes.label(one.k) }))} value={finding.themes.map((one) => String(one.k))} onChange={(given) => { deeds.tie.mutate({ themes: given.map(Number) }); }} />
      <MultiSelect size="xs" label="Follows from" searchable data={lines.filter((one) => one.k !== finding.line.k).map((one) => ({ value: String(one.k), label: `${String(one.number)} ${one.statement}` }))} value={finding.follows.map((one) => String(one.k))} onChange={(given) => { deeds.tie.mutate({ follows: given.map(Number) }); }} />
    </Group>
  );
}
