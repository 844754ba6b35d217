import { Button, Checkbox, Group, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";

import { api, dataOf, http, REQUEST_KEY } from "@/api/client";
import { useWrite } from "@/api/writes";
import { FilterChips, type Facet } from "@/shared/filters/FilterChips";
import { useFilters } from "@/shared/filters/useFilters";
import { Answered, Empty } from "@/shared/page/States";
import { OnlyNow } from "@/shared/page/past";
import { tell } from "@/shared/page/tell";
import { SearchedSelect } from "@/shared/page/SearchedSelect";

import type { Framework, TodoItem } from "../model/types";

type How = "keep" | "reallocate" | "remove";

function useSettling(study: string) {
  const path = { study };
  const cache = useQueryClient();
  const settled = (): void => {
    void cache.invalidateQueries({ queryKey: ["get", "/api/studies/{study}/framework/todo"] });
    void cache.invalidateQueries({ queryKey: ["get", "/api/studies/{study}/framework"] });
  };
  const settle = useWrite({
    label: "Settle what was to look at again",
    send: async ({ items, how, into }: { items: string[]; how: How; into: number[] }, key) =>
      dataOf(
        await http.POST("/api/studies/{study}/framework/todo/settle", { params: { path }, headers: { [REQUEST_KEY]: key }, body: { items, how, into } }),
      ),
    onDone: settled,
  });
  const accept = useWrite({
    label: "Accept all that only moved",
    send: async (_none: undefined, key) =>
      dataOf(await http.POST("/api/studies/{study}/framework/todo/accept-moved", { params: { path }, headers: { [REQUEST_KEY]: key } })),
    onDone: () => {
      settled();
      tell("Accepted all cells that a merge carried along as they were.");
    },
  });
  return { settle, accept };
}

function Row({ item, ticked, onTick }: { item: TodoItem; ticked: boolean; onTick: () => void }) {
  return (
    <tr>
      <td>
        <OnlyNow><Checkbox checked={ticked} onChange={onTick} aria-label={`${item.kind}: ${item.label}, ${item.place}`} /></OnlyNow>
      </td>
      <td className="unbroken">{item.kind}</td>
      <td>{item.label}</td>
      <td className={item.place.length < 20 ? "unbroken" : undefined}>{item.place}</td>
      <td style={{ minWidth: "18rem", maxWidth: "32rem" }}>
        {item.words === "" ? "" : `“${item.words}”`} {item.coder !== "" && <Text component="span" size="xs" c="dimmed">{item.coder}</Text>}
      </td>
      <td>{item.why}</td>
    </tr>
  );
}

function facetsOf(items: readonly TodoItem[]): Facet[] {
  const counted = (pick: (item: TodoItem) => [string, string]) => {
    const found = new Map<string, { label: string; count: number }>();
    for (const item of items) {
      const [value, label] = pick(item);
      found.set(value, { label, count: (found.get(value)?.count ?? 0) + 1 });
    }
    return [...found].map(([value, { label, count }]) => ({ value, label, count }));
  };
  return [
    { name: "kind", label: "What", choices: counted((item) => [item.kind, item.kind]) },
    { name: "theme", label: "Theme", choices: counted((item) => [String(item.theme), item.label]) },
    { name: "place", label: "Where", choices: counted((item) => [item.place, item.place]) },
  ];
}

/** What must be looked at again after the framework changed, worked through like a to-do list. */
export function Todo({ study, framework }: { study: string; framework: Framework }) {
  const query = api.useQuery("get", "/api/studies/{study}/framework/todo", { params: { path: { study } } });
  const { settle, accept } = useSettling(study);
  const filters = useFilters();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [target, setTarget] = useState<string | null>(null);
  const items = useMemo(() => query.data?.items ?? [], [query.data]);
  const fits = (name: string, value: string): boolean => filters.values(name).length === 0 || filters.values(name).includes(value);
  const shown = items.filter((item) => fits("kind", item.kind) && fits("theme", String(item.theme)) && fits("place", item.place));
  const chosen = shown.filter((item) => ticked.has(item.item)).map((item) => item.item);
  const done = (how: How, into: number[] = []): void => {
    settle.mutate({ items: chosen, how, into });
    setTicked(new Set());
  };
  const tick = (item: string): void => {
    setTicked((known) => {
      const after = new Set(known);
      if (!after.delete(item)) after.add(item);
      return after;
    });
  };
  const moved = items.filter((item) => item.only_moved).length;
  return (
    <Answered query={query} what="Looking for what must be looked at again">
      {() =>
        items.length === 0 ? (
          <Empty title="Nothing waits">
            <Text>When a theme is redefined, split, merged or born after a source was indexed, what it touches comes to stand here.</Text>
          </Empty>
        ) : (
          <div className="framework-scroll">
            <Group mb="sm" gap="sm">
              <FilterChips facets={facetsOf(items)} />
            </Group>
            <OnlyNow><Group mb="sm" gap="xs" role="toolbar" aria-label="What to do with what is ticked">
              <Text size="sm">{chosen.length} of {shown.length} ticked</Text>
              <Button size="compact-sm" disabled={chosen.length === 0} onClick={() => { done("keep"); }}>
                Still right
              </Button>
              <SearchedSelect
                size="xs"
                aria-label="Theme to allocate to"
                placeholder="allocate to …"
                data={framework.themes.map((theme) => ({ value: String(theme.k), label: `${theme.number} ${theme.name}` }))}
                value={target}
                onChange={setTarget}
                clearable
              />
              <Button size="compact-sm" variant="default" disabled={chosen.length === 0 || target === null} onClick={() => { done("reallocate", [Number(target)]); }}>
                Allocate
              </Button>
              <Button size="compact-sm" variant="default" disabled={chosen.length === 0} onClick={() => { done("remove"); }}>
                Remove the coding
              </Button>
              {moved > 0 && (
                <Button size="compact-sm" variant="light" onClick={() => { accept.mutate(undefined); }}>
                  Accept all {moved} that only moved
                </Button>
              )}
            </Group></OnlyNow>
            <table className="quiet-table">
              <thead>
                <tr>
                  <th scope="col">
                    <OnlyNow><Checkbox
                      aria-label="Tick all that are shown"
                      checked={chosen.length === shown.length && shown.length > 0}
                      indeterminate={chosen.length > 0 && chosen.length < shown.length}
                      onChange={() => { setTicked(chosen.length === shown.length ? new Set() : new Set(shown.map((item) => item.item))); }}
                    /></OnlyNow>
                  </th>
                  <th scope="col">What</th>
                  <th scope="col">Theme</th>
                  <th scope="col">Where</th>
                  <th scope="col">Words</th>
                  <th scope="col">Why</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((item) => (
                  <Row key={item.item} item={item} ticked={ticked.has(item.item)} onTick={() => { tick(item.item); }} />
                ))}
              </tbody>
            </table>
          </div>
        )
      }
    </Answered>
  );
}
