import { Button, Checkbox, Group, Select, Text, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { Link } from "react-router";

import { api, dataOf, http, REQUEST_KEY } from "@/api/client";
import { useWrite } from "@/api/writes";
import { FilterChips, type Facet } from "@/shared/filters/FilterChips";
import { useFilters } from "@/shared/filters/useFilters";
import { Page } from "@/shared/page/Page";
import { Answered } from "@/shared/page/States";
import { OnlyNow, useReadsPast } from "@/shared/page/past";
import { useStudy } from "@/shared/page/useStudyName";
import { counted } from "@/shared/page/when";

import { DropArea } from "./components/DropArea";
import { ImportBox } from "./components/ImportBox";
import type { Kind, Source } from "./model/types";
import { useImport } from "./model/useImport";

const KINDS: Kind[] = ["interview", "focus group", "document", "field note", "survey answer"];
const NUMBER = new Intl.NumberFormat("en-GB");

function useAssigning(study: string) {
  const path = { study };
  const refresh = () => [["get", "/api/studies/{study}/reading"]];
  const wave = useWrite({
    label: "Place sources in a wave",
    send: async (given: { sources: number[]; wave: number | null }, key) =>
      dataOf(await http.POST("/api/studies/{study}/sources/wave", { params: { path }, headers: { [REQUEST_KEY]: key }, body: given })),
    refresh,
  });
  const kind = useWrite({
    label: "Say what kind of source",
    send: async (given: { sources: number[]; kind: Kind }, key) =>
      dataOf(await http.POST("/api/studies/{study}/sources/kind", { params: { path }, headers: { [REQUEST_KEY]: key }, body: given })),
    refresh,
  });
  return { wave, kind };
}

function facetsOf(sources: readonly Source[]): Facet[] {
  const tally = (pick: (source: Source) => string) => {
    const found = new Map<string, number>();
    for (const source of sources) found.set(pick(source), (found.get(pick(source)) ?? 0) + 1);
    return [...found].sort().map(([value, count]) => ({ value, label: value, count }));
  };
  return [
    { name: "kind", label: "Kind", choices: tally((source) => source.kind) },
    { name: "wave", label: "Wave", choices: tally((source) => source.wave ?? "no wave") },
    { name: "read", label: "Read", choices: tally((source) => (source.read.length > 0 ? "read" : "not read")) },
    { name: "indexed", label: "Indexed", choices: tally((source) => (source.codings > 0 ? "indexed" : "not indexed")) },
  ];
}

type Order = "name" | "length" | "turns" | "codings";

function sorted(sources: readonly Source[], order: Order): Source[] {
  const by: Record<Order, (one: Source, other: Source) => number> = {
    name: (one, other) => one.name.localeCompare(other.name, "en", { numeric: true }),
    length: (one, other) => other.length - one.length,
    turns: (one, other) => other.turns - one.turns,
    codings: (one, other) => other.codings - one.codings,
  };
  return [...sources].sort(by[order]);
}

function Row({ study, source, ticked, onTick }: { study: string; source: Source; ticked: boolean; onTick: () => void }) {
  return (
    <tr>
      <td><OnlyNow><Checkbox size="xs" checked={ticked} onChange={onTick} aria-label={`Tick ${source.name}`} /></OnlyNow></td>
      <td><Link to={`/s/${encodeURIComponent(study)}/read/${String(source.k)}`}>{source.name}</Link></td>
      <td>{source.kind}</td>
      <td>{source.wave ?? ""}</td>
      <td>{source.held_on ?? ""}</td>
      <td className="number">{NUMBER.format(source.length)}</td>
      <td className="number">{source.turns === 0 ? "" : source.turns}</td>
      <td className="number">{source.timed === 0 ? "" : source.timed}</td>
      <td className="number">{source.codings === 0 ? "" : source.codings}</td>
    </tr>
  );
}

function Bulk({ study, ticked, onDone }: { study: string; ticked: readonly number[]; onDone: () => void }) {
  const { wave, kind } = useAssigning(study);
  const waves = api.useQuery("get", "/api/studies/{study}/waves", { params: { path: { study } } });
  if (ticked.length === 0) return null;
  return (
    <Group gap="xs" mb="sm" role="toolbar" aria-label="What to do with the ticked sources">
      <Text size="sm">{counted(ticked.length, "source")} ticked</Text>
      <Select
        size="xs"
        aria-label="Kind of the ticked sources"
        placeholder="is a …"
        data={KINDS}
        value={null}
        onChange={(value) => {
          kind.mutate({ sources: [...ticked], kind: value as Kind });
          onDone();
        }}
        w={140}
      />
      {(waves.data ?? []).length > 0 && (
        <Select
          size="xs"
          aria-label="Wave of the ticked sources"
          placeholder="collected in …"
          data={[{ value: "0", label: "no wave" }, ...(waves.data ?? []).map((each) => ({ value: String(each.k), label: each.name }))]}
          value={null}
          onChange={(value) => {
            wave.mutate({ sources: [...ticked], wave: value === "0" ? null : Number(value) });
            onDone();
          }}
          w={160}
        />
      )}
      <Button size="compact-sm" variant="subtle" onClick={onDone}>Tick none</Button>
    </Group>
  );
}

/** The sources of a study: bringing them in, and the list of them. */
export default function SourcesScreen() {
  const study = useStudy();
  const isPast = useReadsPast();
  const query = api.useQuery("get", "/api/studies/{study}/reading", { params: { path: { study } } });
  const waves = api.useQuery("get", "/api/studies/{study}/waves", { params: { path: { study } } });
  const batch = useImport(study);
  const filters = useFilters();
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [sought, setSought] = useState("");
  const sources = useMemo(() => query.data ?? [], [query.data]);
  const order = (filters.value("order") || "name") as Order;
  const fits = (name: string, value: string): boolean => filters.values(name).length === 0 || filters.values(name).includes(value);
  const shown = sorted(sources, order).filter(
    (source) =>
      fits("kind", source.kind) &&
      fits("wave", source.wave ?? "no wave") &&
      fits("read", source.read.length > 0 ? "read" : "not read") &&
      fits("indexed", source.codings > 0 ? "indexed" : "not indexed") &&
      source.name.toLowerCase().includes(sought.toLowerCase()),
  );
  const tick = (k: number): void => {
    setTicked((known) => {
      const next = new Set(known);
      if (!next.delete(k)) next.add(k);
      return next;
    });
  };
  const head = (label: string, by: Order) => (
    <th scope="col" className={by === "name" ? undefined : "number"} aria-sort={order === by ? (by === "name" ? "ascending" : "descending") : undefined}>
      <button type="button" className="head-button" onClick={() => { filters.set("order", by === "name" ? "" : by); }}>{label}{order === by ? (by === "name" ? " ↑" : " ↓") : ""}</button>
    </th>
  );
  return (
    <Page title="Sources" about={counted(sources.length, "source")}>
      {batch.stage.at === "idle" && !isPast && <DropArea onFiles={(files) => { batch.look(files, {}); }} />}
      <ImportBox batch={batch} waves={(waves.data ?? []).map((wave) => wave.name)} />
      <Group gap="xs" mb="sm">
        <TextInput size="xs" aria-label="Name of a source" placeholder="Name of a source" value={sought} onChange={(event) => { setSought(event.currentTarget.value); }} />
        <FilterChips facets={facetsOf(sources)} />
      </Group>
      <Bulk study={study} ticked={[...ticked]} onDone={() => { setTicked(new Set()); }} />
      <Answered query={query} what="Reading the list">
        {() => (
          <table className="quiet-table">
            <thead>
              <tr>
                <th scope="col">
                  <OnlyNow>
                    <Checkbox
                      size="xs"
                      aria-label="Tick all that are shown"
                      checked={shown.length > 0 && shown.every((source) => ticked.has(source.k))}
                      onChange={(event) => { setTicked(event.currentTarget.checked ? new Set(shown.map((source) => source.k)) : new Set()); }}
                    />
                  </OnlyNow>
                </th>
                {head("Source", "name")}
                <th scope="col">Kind</th>
                <th scope="col">Wave</th>
                <th scope="col">Held on</th>
                {head("Characters", "length")}
                {head("Turns", "turns")}
                <th scope="col" className="number">Timed</th>
                {head("Codings", "codings")}
              </tr>
            </thead>
            <tbody>
              {shown.map((source) => (
                <Row key={source.k} study={study} source={source} ticked={ticked.has(source.k)} onTick={() => { tick(source.k); }} />
              ))}
            </tbody>
          </table>
        )}
      </Answered>
    </Page>
  );
}
