import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";

import { api, dataOf, http, REQUEST_KEY, restingOn } from "@/api/client";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";
import { tell } from "@/shared/page/tell";
import { counted } from "@/shared/page/when";

import { placeOf, type PastedValue } from "./grid";
import type { Attribute, Case, Grid, HowKnown, Value } from "./types";

export type BlockLine = components["schemas"]["BlockLineShown"];
type Status = components["schemas"]["Recruitment"];

/** One value to be written: rev is what the person saw, null for an empty cell. */
export interface ValueEdit {
  case: number;
  attribute: number;
  wave: number;
  value: string;
  how: HowKnown;
  rev: number | null;
}

function withValue(grid: Grid, edit: ValueEdit): Grid {
  const at = placeOf(edit.attribute, edit.case, edit.wave);
  const others = grid.values.filter((value) => placeOf(value.attribute, value.owner, value.wave) !== at);
  const made: Value[] =
    edit.value.trim() === ""
      ? []
      : [{ attribute: edit.attribute, owner: edit.case, wave: edit.wave, rev: edit.rev ?? 0, value: edit.value, how_known: edit.how }];
  return { ...grid, values: [...others, ...made] };
}

/** The cases of a study by their attributes, and everything that can be done with them; each deed is one change. */
export function useCases(study: string) {
  const path = { study };
  const query = api.useQuery("get", "/api/studies/{study}/cases", { params: { path } });
  const { queryKey } = api.queryOptions("get", "/api/studies/{study}/cases", { params: { path } });
  const cache = useQueryClient();
  /** What this page's own writes made of a revision, so that two quick edits of a cell are no conflict. */
  const own = useRef(new Map<string, number | null>());
  const refresh = () => [queryKey, ["get", "/api/studies/{study}/attributes", { params: { path } }]];

  const ahead = (change: (grid: Grid) => Grid): (() => void) => {
    const before = cache.getQueryData<Grid>(queryKey);
    if (before !== undefined) cache.setQueryData<Grid>(queryKey, change(before));
    return () => { cache.setQueryData(queryKey, before); };
  };

  const setValue = useWrite({
    label: "Set a value",
    send: async (edit: ValueEdit, key) => {
      const at = placeOf(edit.attribute, edit.case, edit.wave);
      let rev = edit.rev;
      for (let next = own.current.get(`${at} ${String(rev)}`); next !== undefined; next = own.current.get(`${at} ${String(rev)}`)) rev = next;
      const done = dataOf(
        await http.PUT("/api/studies/{study}/attributes/values", {
          params: { path },
          headers: { [REQUEST_KEY]: key },
          body: { ...edit, rev },
        }),
      );
      if (done.rev !== null && done.rev !== rev) own.current.set(`${at} ${String(rev)}`, edit.value.trim() === "" ? null : done.rev);
      return done;
    },
    optimistic: (edit) => ahead((grid) => withValue(grid, edit)),
    refresh,
    toldThere: true,
  });
  const rename = useWrite({
    label: "Rename a case",
    send: async ({ row, name }: { row: Case; name: string }, key) =>
      dataOf(
        await http.PATCH("/api/studies/{study}/cases/{case}", {
          params: { path: { study, case: row.k } },
          headers: { [REQUEST_KEY]: key, ...restingOn(row.rev) },
          body: { name },
        }),
      ),
    optimistic: ({ row, name }) => ahead((grid) => ({ ...grid, cases: grid.cases.map((each) => (each.k === row.k ? { ...each, name } : each)) })),
    refresh,
    toldThere: true,
  });
  const setStatus = useWrite({
    label: "Say how far a participant has come",
    send: async ({ row, status }: { row: Case; status: Status }, key) =>
      dataOf(
        await http.PUT("/api/studies/{study}/cases/{case}/status", {
          params: { path: { study, case: row.k } },
          headers: { [REQUEST_KEY]: key },
          body: { status },
        }),
      ),
    optimistic: ({ row, status }) => ahead((grid) => ({ ...grid, cases: grid.cases.map((each) => (each.k === row.k ? { ...each, status } : each)) })),
    refresh,
    toldThere: true,
  });
  const addCase = useWrite({
    label: "Add a case",
    send: async (given: components["schemas"]["NewCase"], key) =>
      dataOf(await http.POST("/api/studies/{study}/cases", { params: { path }, headers: { [REQUEST_KEY]: key }, body: given })),
    refresh,
    toldThere: true,
  });
  const removeCase = useWrite({
    label: "Remove a case",
    send: async (row: Case, key) =>
      dataOf(
        await http.DELETE("/api/studies/{study}/cases/{case}", {
          params: { path: { study, case: row.k } },
          headers: { [REQUEST_KEY]: key, ...restingOn(row.rev) },
        }),
      ),
    onDone: (_answer, row) => { tell(`Removed: ${row.name}. Ctrl+Z brings it back.`); },
    refresh,
  });
  const addAttribute = useWrite({
    label: "Add an attribute",
    send: async (given: components["schemas"]["NewAttribute"], key) =>
      dataOf(await http.POST("/api/studies/{study}/attributes", { params: { path }, headers: { [REQUEST_KEY]: key }, body: given })),
    refresh,
    toldThere: true,
  });
  const renameAttribute = useWrite({
    label: "Rename an attribute",
    send: async ({ attribute, name }: { attribute: Attribute; name: string }, key) =>
      dataOf(
        await http.PATCH("/api/studies/{study}/attributes/{attribute}", {
          params: { path: { study, attribute: attribute.k } },
          headers: { [REQUEST_KEY]: key, ...restingOn(attribute.rev) },
          body: { name },
        }),
      ),
    refresh,
    toldThere: true,
  });
  const retype = useWrite({
    label: "Change the type of an attribute",
    send: async ({ attribute, kind }: { attribute: Attribute; kind: components["schemas"]["AttributeKind"] }, key) =>
      dataOf(
        await http.PUT("/api/studies/{study}/attributes/{attribute}/type", {
          params: { path: { study, attribute: attribute.k } },
          headers: { [REQUEST_KEY]: key, ...restingOn(attribute.rev) },
          body: kind,
        }),
      ),
    refresh,
    toldThere: true,
  });
  const removeAttribute = useWrite({
    label: "Remove an attribute",
    send: async (attribute: Attribute, key) =>
      dataOf(
        await http.DELETE("/api/studies/{study}/attributes/{attribute}", {
          params: { path: { study, attribute: attribute.k } },
          headers: { [REQUEST_KEY]: key, ...restingOn(attribute.rev) },
        }),
      ),
    onDone: (_answer, attribute) => { tell(`Removed: ${attribute.name} with its values. Ctrl+Z brings them back.`); },
    refresh,
  });
  const setBlock = useWrite({
    label: "Paste a block of values",
    send: async (block: BlockGiven, key) =>
      dataOf(
        await http.POST("/api/studies/{study}/attributes/values", {
          params: { path },
          headers: { [REQUEST_KEY]: key },
          body: { values: block.values, how: block.how, new_categories: block.growing },
        }),
      ),
    onDone: (_answer, block) => { tell(`Pasted ${counted(block.values.length, "value")} as one change.`); },
    refresh,
  });
  return { query, setValue, rename, setStatus, addCase, removeCase, addAttribute, renameAttribute, retype, removeAttribute, setBlock };
}

export type CaseDeeds = ReturnType<typeof useCases>;

export interface BlockGiven {
  values: PastedValue[];
  how: HowKnown;
  growing: boolean;
}

/** What a block would change, from the server; nothing is written. */
export async function previewOf(study: string, block: BlockGiven): Promise<BlockLine[]> {
  const answer = await http.POST("/api/studies/{study}/attributes/values/preview", {
    params: { path: { study } },
    body: { values: block.values, how: block.how, new_categories: block.growing },
  });
  return dataOf(answer).lines;
}
