import { Badge, Button, Text, TextInput } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { BookOpenText, ScrollText, Undo2 } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";

import { dataOf, http, REQUEST_KEY } from "@/api/client";
import { looking, usePast } from "@/api/past";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";
import { FilterChips, type Facet } from "@/shared/filters/FilterChips";
import { useFilters } from "@/shared/filters/useFilters";
import { Page } from "@/shared/page/Page";
import { Answered } from "@/shared/page/States";
import { tell } from "@/shared/page/tell";
import { useStudy } from "@/shared/page/useStudyName";
import { inFull } from "@/shared/page/when";
import { useCannotUndo } from "@/shared/undo/useCannotUndo";
import { lineInWords } from "@/shared/undo/words";

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
  const cannot = useCannotUndo(study);
  return useWrite({
    label: "Undo a change",
    send: async (line: Line, key) =>
      dataOf(
        await http.POST("/api/studies/{study}/history/{number}/undo", {
          params: { path: { study, number: line.number } },
          headers: { [REQUEST_KEY]: key },
        }),
      ),
    onRefused: (error) => { cannot(error); },
    onDone: (_answer, line) => {
      tell(`Undone: ${lineInWords(line)}`);
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

function Row({ line, isSought, onUndo, onRead }: { line: Line; isSought: boolean; onUndo: ((line: Line) => void) | null; onRead: (line: Line) => void }) {
  return (
    <tr data-undone={line.undone} aria-current={isSought ? "true" : undefined} ref={isSought ? bring : undefined} style={isSought ? { background: "var(--t-selected)" } : undefined}>
      <td className="number">{line.number}</td>
      <td style={{ whiteSpace: "nowrap" }}>{inFull(line.at)}</td>
      <td>{line.person}</td>
      <td>
        <Text component="span" td={line.undone ? "line-through" : undefined}>{line.words}</Text>{" "}
        {line.about !== "" && <Text component="span" c="dimmed" td={line.undone ? "line-through" : undefined}>{line.about}</Text>}{" "}
        {line.changes > 1 && <Badge size="sm" variant="default">{line.changes} changes</Badge>}{" "}
        {line.undone && <Badge size="sm" variant="default">undone</Badge>}{" "}
        {line.brought && <Badge size="sm" variant="default">from another copy</Badge>}
      </td>
      <td style={{ textAlign: "right", whiteSpace: "nowrap" }}>
        <Button size="compact-sm" variant="subtle" color="gray" leftSection={<BookOpenText size={14} aria-hidden />} onClick={() => { onRead(line); }} aria-label={`Read as it was after change ${String(line.number)}`}>
          Read as it was
        </Button>{" "}
        {onUndo !== null && !line.undone && line.number > 1 && (
          <Button size="compact-sm" variant="default" leftSection={<Undo2 size={14} aria-hidden />} onClick={() => { onUndo(line); }} aria-label={`Undo change ${String(line.number)}: ${lineInWords(line)}`}>
            Undo
          </Button>
        )}
      </td>
    </tr>
  );
}

function bring(row: HTMLTableRowElement | null): void {
  row?.scrollIntoView({ block: "center" });
}

/** The change that the address asks for (`?change=41`): earlier pages are read until its line is there. */
function useSought(query: ReturnType<typeof useHistoryLines>, lines: readonly Line[]): number | null {
  const [params] = useSearchParams();
  const sought = Number(params.get("change") ?? "") || null;
  const line = sought === null ? undefined : lines.find((each) => each.number >= sought && each.number - each.changes < sought);
  const isMissing = sought !== null && lines.length > 0 && line === undefined;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (isMissing && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [isMissing, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return line?.k ?? null;
}

/** Every change, who made it and when, and the way back. */
export default function HistoryScreen() {
  const study = useStudy();
  const query = useHistoryLines(study);
  const undo = useUndoOf(study);
  const filters = useFilters();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const past = usePast(study);
  const read = (line: Line): void => {
    looking.set({ study, number: line.number, at: line.at, words: lineInWords(line) });
    void cache.resetQueries();
    void navigate(`/s/${encodeURIComponent(study)}/`);
  };
  const [sought, setSought] = useState("");
  const lines = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const wanted = useSought(query, lines);
  const fits = (name: string, value: string): boolean => filters.values(name).length === 0 || filters.values(name).includes(value);
  const shown = lines.filter(
    (line) =>
      fits("who", line.person) && fits("what", line.action.split(".")[0] ?? "") && lineInWords(line).toLowerCase().includes(sought.toLowerCase()),
  );
  return (
    <Page
      title="History"
      about="Every change, newest first. Nothing is rewritten: an undo is a change too."
      actions={<Button component={Link} to="audit" variant="default" leftSection={<ScrollText size={16} aria-hidden />}>Audit trail</Button>}
    >
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
                  <Row key={line.k} line={line} isSought={line.k === wanted} onUndo={past === null ? (chosen) => { undo.mutate(chosen); } : null} onRead={read} />
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
