import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";

import { api, dataOf, http, REQUEST_KEY, restingOn } from "@/api/client";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";
import { tell } from "@/shared/page/tell";

import { readRowsOf } from "./useSkeleton";
import type { Blank, EvidenceGiven, Layer, Place, Row, State, Statement, Window } from "./types";

type Written = components["schemas"]["Written"];

/** Rows that are read together: enough for a screen, few enough to come within a frame or two. */
const BLOCK_ROWS = 24;

/** The statements of a cell as the grid shows them. */
export interface Shown {
  layer: Layer;
  text: string;
  evidence: number;
  stars: number;
}

function byPlace(window: Window): Map<string, Shown[]> {
  const found = new Map<string, Shown[]>();
  const { cells, statements } = window;
  cells.case.forEach((k, at) => {
    const shown: Shown[] = [];
    for (let n = cells.first[at] ?? 0; n < (cells.first[at + 1] ?? 0); n += 1) {
      shown.push({
        layer: statements.layer[n] ?? "summary",
        text: statements.text[n] ?? "",
        evidence: statements.evidence[n] ?? 0,
        stars: statements.stars[n] ?? 0,
      });
    }
    found.set(`${String(k)}:${String(cells.wave[at])}:${String(cells.theme[at])}`, shown);
  });
  return found;
}

/** Full cells of the rows that are near the window; what has not come yet is not in it. */
export function useWindows(study: string, rows: readonly Row[], from: number, to: number, columns: readonly number[]) {
  const blocks = useMemo(() => {
    const numbers: number[] = [];
    for (let n = Math.floor(from / BLOCK_ROWS); n <= Math.floor(Math.max(from, to) / BLOCK_ROWS); n += 1) numbers.push(n);
    return numbers;
  }, [from, to]);
  const found = useQueries({
    combine: together,
    queries: blocks.map((n) => {
      const block = rows.slice(n * BLOCK_ROWS, (n + 1) * BLOCK_ROWS).map((row) => `${String(row.case)}:${String(row.wave)}`);
      return {
        queryKey: ["chart window", study, block, columns],
        enabled: block.length > 0 && columns.length > 0,
        meta: { live: false },
        placeholderData: (before: Map<string, Shown[]> | undefined) => before,
        queryFn: async () =>
          byPlace(
            dataOf(
              await http.GET("/api/studies/{study}/chart/window", { params: { path: { study }, query: { row: block, column: [...columns] } } }),
            ),
          ),
      };
    }),
  });
  return useCallback(
    (place: Place): Shown[] | undefined => {
      const key = `${String(place.case)}:${String(place.wave)}:${String(place.theme)}`;
      return found.find((window) => window?.has(key) === true)?.get(key);
    },
    [found],
  );
}

/** The windows that have come; the query library keeps the list as long as none of them changes. */
function together(answers: readonly { data: Map<string, Shown[]> | undefined }[]): (Map<string, Shown[]> | undefined)[] {
  return answers.map((answer) => answer.data);
}

/** One cell with everything that belongs in it, and what can be done with it. */
export function useCell(study: string, place: Place | null) {
  const path = { study };
  const query = api.useQuery(
    "get",
    "/api/studies/{study}/chart/cell",
    { params: { path, query: place ?? { case: 0, theme: 0 } } },
    { enabled: place !== null },
  );
  const cache = useQueryClient();
  const refreshCell = () => [["get", "/api/studies/{study}/chart/cell"], ["chart window", study]];
  const refresh = () => [...refreshCell(), ["get", "/api/studies/{study}/chart/skeleton"]];
  /** Of a write whose cell is known no more than the rows of its case are read again. */
  const inCell = {
    refresh: refreshCell,
    onDone: (answer: Written, given: Place): void => { readRowsOf(cache, study, given.case, answer.change); },
  };
  const at = (key: string) => ({ params: { path }, headers: { [REQUEST_KEY]: key } });

  const write = useWrite({
    label: "Write a statement",
    toldThere: true,
    send: async (given: Place & { text: string; layer: Layer; evidence: EvidenceGiven[] }, key) =>
      dataOf(await http.POST("/api/studies/{study}/chart/statements", { ...at(key), body: given })),
    ...inCell,
  });
  const edit = useWrite({
    label: "Edit a statement",
    toldThere: true,
    send: async ({ k, rev, text, layer }: { k: number; rev: number; text: string; layer?: Layer }, key) =>
      dataOf(
        await http.PATCH("/api/studies/{study}/chart/statements/{statement}", {
          params: { path: { study, statement: k } },
          headers: { [REQUEST_KEY]: key, ...restingOn(rev) },
          body: { text, ...(layer === undefined ? {} : { layer }) },
        }),
      ),
    refresh,
  });
  const remove = useWrite({
    label: "Remove a statement",
    send: async (statement: Statement, key) =>
      dataOf(
        await http.DELETE("/api/studies/{study}/chart/statements/{statement}", {
          params: { path: { study, statement: statement.k } },
          headers: { [REQUEST_KEY]: key, ...restingOn(statement.rev) },
        }),
      ),
    refresh,
  });
  const order = useWrite({
    label: "Move a statement",
    send: async ({ k, to }: { k: number; to: number }, key) =>
      dataOf(
        await http.POST("/api/studies/{study}/chart/statements/{statement}/order", {
          params: { path: { study, statement: k } },
          headers: { [REQUEST_KEY]: key },
          body: { to },
        }),
      ),
    refresh,
  });
  const link = useWrite({
    label: "Link words to a statement",
    send: async ({ k, evidence }: { k: number; evidence: EvidenceGiven }, key) =>
      dataOf(
        await http.POST("/api/studies/{study}/chart/statements/{statement}/evidence", {
          params: { path: { study, statement: k } },
          headers: { [REQUEST_KEY]: key },
          body: evidence,
        }),
      ),
    refresh,
  });
  const unlink = useWrite({
    label: "Take a link away",
    send: async (evidence: number, key) =>
      dataOf(
        await http.DELETE("/api/studies/{study}/chart/evidence/{evidence}", { params: { path: { study, evidence } }, headers: { [REQUEST_KEY]: key } }),
      ),
    refresh,
  });
  const star = useWrite({
    label: "Star a quotation",
    send: async ({ evidence, on }: { evidence: number; on: boolean }, key) =>
      dataOf(
        await http.POST("/api/studies/{study}/chart/evidence/{evidence}/star", {
          params: { path: { study, evidence } },
          headers: { [REQUEST_KEY]: key },
          body: { on },
        }),
      ),
    refresh,
  });
  const blank = useWrite({
    label: "Say why a cell is empty",
    send: async (given: Place & { reason: Blank | null }, key) => dataOf(await http.POST("/api/studies/{study}/chart/blank", { ...at(key), body: given })),
    ...inCell,
  });
  const mark = useWrite({
    label: "Say how far a cell is",
    send: async (given: Place & { state: State; question?: string }, key) =>
      dataOf(await http.POST("/api/studies/{study}/chart/state", { ...at(key), body: given })),
    ...inCell,
  });
  const markAll = useWrite({
    label: "Say how far cells are",
    send: async (given: { cells: Place[]; state: State }, key) => dataOf(await http.POST("/api/studies/{study}/chart/states", { ...at(key), body: given })),
    refresh,
    onDone: (_answer, { state }) => { tell(`What is written there is ${state}. Ctrl-Z takes it back.`); },
  });
  const confirm = useWrite({
    label: "Still right",
    send: async (given: Place, key) => dataOf(await http.POST("/api/studies/{study}/chart/confirm", { ...at(key), body: given })),
    ...inCell,
  });
  return { query, write, edit, remove, order, link, unlink, star, blank, mark, markAll, confirm };
}

export type CellDeeds = ReturnType<typeof useCell>;
