import { useQueryClient } from "@tanstack/react-query";

import { api, dataOf, http, REQUEST_KEY, restingOn } from "@/api/client";
import { drawAhead, useReadWhenIdle } from "@/api/fresh";
import { restingOnBase, type Base } from "@/api/resting";
import { useWrite } from "@/api/writes";
import { tell } from "@/shared/page/tell";

import { withPlaced, withRev } from "./placing";
import type { Typology } from "./types";

const LIST = "/api/studies/{study}/typologies";
const ONE = "/api/studies/{study}/typologies/{typology}";
const CROSSING = "/api/studies/{study}/typologies/{typology}/crossing";

/** The typologies of a study, and beginning one. */
export function useTypologies(study: string) {
  const path = { study };
  const query = api.useQuery("get", LIST, { params: { path } });
  const add = useWrite({
    label: "New typology",
    send: async (given: { name: string; description: string; kind: (typeof KINDS)[number] }, request) => dataOf(await http.POST(LIST, { params: { path }, headers: { [REQUEST_KEY]: request }, body: given })),
    refresh: () => [["get", LIST]],
    toldThere: true,
  });
  return { query, add };
}

export const KINDS = ["person", "pair", "group", "team", "site", "organisation", "document"] as const;

/** A dimension that is to be added. */
export interface NewDimension {
  name: string;
  question: string;
  theme: number | null;
  categories: number[];
  values: string[];
}

/** Where a case is put on a dimension; base: the place that whoever puts it there saw. */
export interface Placing {
  case: number;
  wave: number;
  dimension: number;
  value: number | null;
  base: Base;
}

/** A typology, and what is done with it. */
export function useTypology(study: string, typology: number) {
  const init = { params: { path: { study, typology } } };
  // While places wait for their answer it is not read: what came then might be from before them.
  useReadWhenIdle(study, ["get", ONE]);
  const query = api.useQuery("get", ONE, init, { meta: { live: false } });
  const cache = useQueryClient();
  const marked = (request: string) => ({ headers: { [REQUEST_KEY]: request } });
  const refresh = () => [["get", ONE], ["get", CROSSING], ["get", LIST]];

  const addDimension = useWrite({
    label: "New dimension",
    send: async (given: NewDimension, request) => dataOf(await http.POST("/api/studies/{study}/typologies/{typology}/dimensions", { ...init, ...marked(request), body: given })),
    refresh,
    toldThere: true,
  });
  const removeDimension = useWrite({
    label: "Remove a dimension",
    send: async (dimension: number, request) =>
      dataOf(await http.DELETE("/api/studies/{study}/typologies/{typology}/dimensions/{dimension}", { params: { path: { study, typology, dimension } }, ...marked(request) })),
    refresh,
    onDone: () => { tell("Removed, with who stood where on it. Ctrl-Z brings it back."); },
  });
  const addValue = useWrite({
    label: "New value",
    send: async ({ dimension, name }: { dimension: number; name: string }, request) =>
      dataOf(await http.POST("/api/studies/{study}/typologies/{typology}/dimensions/{dimension}/values", { params: { path: { study, typology, dimension } }, ...marked(request), body: { name } })),
    refresh,
  });
  const place = useWrite({
    label: "Place a case",
    toldThere: true,
    optimistic: ({ case: of, wave, dimension, value }: Placing) => drawAhead<Typology>(cache, ["get", ONE, init], (now) => withPlaced(now, { case: of, wave }, dimension, value)),
    send: async ({ base, ...given }, request) => {
      const answer = dataOf(await http.POST("/api/studies/{study}/typologies/{typology}/place", { ...init, headers: { [REQUEST_KEY]: request, ...restingOnBase(base) }, body: { ...given, note: "", also: false } }));
      if (answer.rev !== null) base.made(given.value === null ? 0 : answer.rev);
      return answer;
    },
    refresh,
    onDone: ({ rev }, { case: of, wave, dimension, value }) => {
      if (rev !== null) cache.setQueryData<Typology>(["get", ONE, init], (now) => (now === undefined ? now : withRev(now, { case: of, wave }, dimension, value === null ? 0 : rev)));
    },
  });
  const placeByElements = useWrite({
    label: "Place by elements",
    send: async (_given: null, request) => dataOf(await http.POST("/api/studies/{study}/typologies/{typology}/place-by-elements", { ...init, ...marked(request) })),
    refresh,
    onDone: (done) => { tell(done.change === null ? "No case's elements speak for exactly one value that it is not on." : "Placed as their elements say; look them through. Ctrl-Z takes it back."); },
  });
  const setAside = useWrite({
    label: "Set a case aside",
    send: async ({ rev, ...given }: { case: number; wave: number; reason: string | null; rev: number }, request) =>
      dataOf(await http.POST("/api/studies/{study}/typologies/{typology}/set-aside", { ...init, headers: { [REQUEST_KEY]: request, ...restingOn(rev) }, body: given })),
    refresh,
  });
  const nameType = useWrite({
    label: "Name a type",
    send: async (given: { name: string; values: { dimension: number; value: number }[] }, request) =>
      dataOf(await http.POST("/api/studies/{study}/typologies/{typology}/types", { ...init, ...marked(request), body: { ...given, description: "" } })),
    refresh,
  });
  const removeType = useWrite({
    label: "Take a type's name away",
    send: async (named: number, request) => dataOf(await http.DELETE("/api/studies/{study}/typologies/{typology}/types/{named}", { params: { path: { study, typology, named } }, ...marked(request) })),
    refresh,
    onDone: () => { tell("The cases stay where they are. Ctrl-Z brings the name back."); },
  });
  return { query, addDimension, removeDimension, addValue, place, placeByElements, setAside, nameType, removeType };
}

export type Working = ReturnType<typeof useTypology>;
