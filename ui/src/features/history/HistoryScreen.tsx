import { Badge, Button, Text, TextInput } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useMemo, useState } from "react";

import { dataOf, http, REQUEST_KEY } from "@/api/client";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";
import { FilterChips, type Facet } from "@/shared/filters/FilterChips";
import { useFilters } from "@/shared/filters/useFilters";
import { Page } from "@/shared/page/Page";
import { Answered } from "@/shared/page/States";
import { tell } from "@/shared/page/tell";
import { useStudy } from "@/shared/page/useStudyName";
import { inFull } from "@/shared/page/when";

type Line = components["schemas"]["LineShown"];

const PAGE = 200;

/** The cache's key of the history; in the form that a change from elsewhere refreshes. */
function historyKey(study: string) {
  return ["get", "/api/studies/{study}/history", { params: { path: { study } } }] as const;
}

function useHistoryLines(study: string) {
  return useInfiniteQuery({
    queryKey: historyKey(study),
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam }) =>
      dataOf(
        await http.GET("/api/studies/{study}/history", {
          params: { path: { study }, query: { limit: PAGE, ...(pageParam === null ? {} : { after: pageParam }) } },
        }),
      ),
    getNextPageParam: (page) => page.next,
  });
}

function useUndoOf(study: string) {
  const cache = useQueryClient();
  return useWrite({
    label: "Undo a change",
    send: async (line: Line, key) =>
      dataOf(
        await http.POST("/api/studies/{study}/history/{number}/undo", {
          params: { path: { study, number: line.number } },
          headers: { [REQUEST_KEY]: key },
        }),
      ),
    onDone: (_answer, line) => {
      tell(`Undone: ${line.words}`);
      void cache.invalidateQueries({ queryKey: historyKey(study) });
    },
  });
}

function facetsOf(lines: readonly Line[]): Facet[] {
  const tally = (pick: (line: Line) => string) => {
    const found = new Map<string, number>();
    for (const line of lines) found.set(pick(line), (found.get(pick(line)) ?? 0) + 1);
    return [...found].sort().map(([value, count]) => ({ value, label: value, count }));
  };
  return [
    { name: "who", label: "Who", choices: tally((line) => line.person) },
    { name: "what", label: "What", choices: tally((line) => line.action.split(".")[0] ?? "") },
  ];
}

function Row({ line, onUndo }: { line: Line; onUndo: (line: Line) => void }) {
  return (
    <tr data-undone={line.undone}>
      <td className="number">{line.number}</td>
      <td style={{ whiteSpace: "nowrap" }}>{inFull(line.at)}</td>
      <td>{line.person}</td>
      <td>
        <Text component="span" td={line.undone ? "line-through" : undefined}>{line.words}</Text>{" "}
        {line.changes > 1 && <Badge size="sm" variant="default">{line.changes} changes</Badge>}{" "}
        {line.undone && <Badge size="sm" variant="default">undone</Badge>}{" "}
        {line.brought && <Badge size="sm" variant="default">from another copy</Badge>}
      </td>
      <td style={{ textAlign: "right" }}>
        {!line.undone && line.number > 1 && (
          <Button size="compact-sm" variant="default" leftSection={<Undo2 size={14} aria-hidden />} onClick={() => { onUndo(line); }} aria-label={`Undo change ${String(line.number)}: ${line.words}`}>
            Undo
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Every change, who made it and when, and the way back. */
export default function HistoryScreen() {
  const study = useStudy();
  const query = useHistoryLines(study);
  const undo = useUndoOf(study);
  const filters = useFilters();
  const [sought, setSought] = useState("");
  const lines = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const fits = (name: string, value: string): boolean => filters.values(name).length === 0 || filters.values(name).includes(value);
  const shown = lines.filter(
    (line) =>
      fits("who", line.person) && fits("what", line.action.split(".")[0] ?? "") && line.words.toLowerCase().includes(sought.toLowerCase()),
  );
  return (
    <Page title="History" about="Every change, newest first. Nothing is rewritten: an undo is a change too.">
      <div className="chips" style={{ marginBottom: "0.75rem" }}>
        <TextInput
          size="xs"
          aria-label="Words in the change"
          placeholder="Words in the change"
          value={sought}
          onChange={(event) => { setSought(event.currentTarget.value); }}
        />
        <FilterChips facets={facetsOf(lines)} />
      </div>
      <Answered query={query} what="Reading the history">
        {() => (
          <>
            <table className="quiet-table">
              <thead>
                <tr>
                  <th scope="col" className="number">No.</th>
                  <th scope="col">When</th>
                  <th scope="col">Who</th>
                  <th scope="col">What</th>
                  <th scope="col"><span className="vh">Undo</span></th>
                </tr>
              </thead>
              <tbody>
                {shown.map((line) => (
                  <Row key={line.k} line={line} onUndo={(chosen) => { undo.mutate(chosen); }} />
                ))}
              </tbody>
            </table>
            {query.hasNextPage && (
              <Button mt="md" variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                Earlier changes
              </Button>
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}
