import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useQueryClient, type UseQueryResult } from "@tanstack/react-query";

import { api } from "@/api/client";
import { onHappened } from "@/api/events";
import type { components } from "@/api/schema";
import { Ahead, over } from "@/shared/ahead/ahead";
import { Revisions } from "@/shared/ahead/revisions";

import { Marks, type Mark } from "../model/marks";
import { agree } from "../model/agreeing";
import { ReadText } from "@/shared/text/transcript";

export type Opened = components["schemas"]["SourceOpened"];
export type Beside = components["schemas"]["BesideShown"];
export type Memo = components["schemas"]["MemoShown"];
export type Suggestion = components["schemas"]["SuggestionShown"];

const BESIDE = "/api/studies/{study}/reading/{source}/beside";
const SOURCE = "/api/studies/{study}/reading/{source}";

/** A version in the address: its number, or "identified" for the text behind the pseudonymised one. */
export type View = number | "identified" | null;

/** What stands beside a source; round: whose codings, the study's index for null. Without it, in every round. */
export function besideOptions(study: string, source: number, round: number | null = null) {
  return api.queryOptions("get", BESIDE, { params: { path: { study, source }, ...(round === null ? {} : { query: { round } }) } });
}

export function sourceOptions(study: string, source: number, version: number | null) {
  return api.queryOptions("get", SOURCE, { params: { path: { study, source }, query: version === null ? {} : { version } } });
}

export function themesOptions(study: string) {
  return api.queryOptions("get", "/api/studies/{study}/framework", { params: { path: { study } } });
}

/** What this page changed itself: numbers of changes that it has drawn already, and the revisions they led to. */
export class OwnChanges {
  /** Writes that are drawn and not answered yet. */
  readonly ahead = new Ahead<Beside["codings"][number]>();
  readonly revisions = new Revisions();
  private readonly numbers = new Set<number>();

  add(number: number | null): void {
    if (number !== null) this.numbers.add(number);
  }

  has(number: number | undefined): boolean {
    return number !== undefined && this.numbers.has(number);
  }
}

function besideQuery(isNamed: boolean, round: number | null) {
  if (!isNamed && round === null) return {};
  return { query: { ...(isNamed ? { identified: true } : {}), ...(round === null ? {} : { round }) } };
}

/** A source open for reading, with what stands beside it. Changes that others make come in as they happen. */
export function useSource(study: string, source: number, view: View, round: number | null) {
  const cache = useQueryClient();
  const [own] = useState(() => new OwnChanges());
  const looksAfterItself = { meta: { live: false } };
  const now = api.useQuery("get", SOURCE, { params: { path: { study, source }, query: {} } }, looksAfterItself);
  // Who may not see the identified text is shown the one that is read now.
  const version = view === "identified" ? (now.data?.identified ?? null) : view;
  const earlier = api.useQuery("get", SOURCE, { params: { path: { study, source }, query: version === null ? {} : { version } } }, { ...looksAfterItself, enabled: view !== "identified" || now.data !== undefined });
  const opened = version === null ? now : earlier;
  const isNamed = view === "identified" && version !== null;
  const beside = api.useQuery("get", BESIDE, { params: { path: { study, source }, ...besideQuery(isNamed, round) } }, looksAfterItself);
  const themes = api.useQuery("get", "/api/studies/{study}/framework", { params: { path: { study } } }, looksAfterItself);
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () =>
      onHappened((happened) => {
        if (happened.study !== study || own.has(happened.number)) return;
        // An answer to this page's own write may still be on its way; what it was is known a moment later.
        if (waiting.current !== null) clearTimeout(waiting.current);
        waiting.current = setTimeout(() => {
          if (own.has(happened.number)) return;
          const touches = /^(source|history|study|withdrawal|retention)\.|merge/.test(happened.action ?? "source.");
          void cache.invalidateQueries({ queryKey: besideOptions(study, source).queryKey });
          void cache.invalidateQueries({ queryKey: themesOptions(study).queryKey });
          if (touches) void cache.invalidateQueries({ queryKey: ["get", SOURCE] });
        }, 120);
      }),
    [cache, own, source, study],
  );
  const pair = usePair(JSON.stringify([study, source, view, round]), opened, beside, isNamed);
  const drawn = useSyncExternalStore(own.ahead.subscribe, own.ahead.snapshot);
  const stands = pair?.beside;
  const shown = useMemo(() => stands && { ...stands, codings: over(drawn, stands.codings) }, [drawn, stands]);
  return { opened: { data: pair?.opened, error: opened.error }, isNamed: pair?.isNamed ?? isNamed, beside: { data: shown, error: beside.error }, themes, own };
}

/** The text ready for drawing; made once for each text. */
export function useReadText(opened: Opened): ReadText {
  const { text, parts } = opened;
  return useMemo(() => new ReadText(text, parts), [text, parts]);
}

export function useMarks(text: ReadText, codings: Readonly<Beside["codings"]>): readonly Mark[] {
  const marks = useMemo(() => new Marks(text), [text]);
  return useMemo(() => marks.of(codings), [marks, codings]);
}

interface Pair {
  of: string;
  opened: Opened;
  beside: Beside;
  isNamed: boolean;
}

/**
 * A text and what stands beside it, of one version. They are answered one after the other: where a correction came in between, the
 * pair before is shown until both are there, since the old positions are others' words in the new text. of: what is looked at.
 */
function usePair(of: string, opened: UseQueryResult<Opened, unknown>, beside: UseQueryResult<Beside, unknown>, isNamed: boolean): Pair | null {
  const [known, setKnown] = useState<Pair | null>(null);
  const [text, stands] = [opened.data, beside.data];
  const isPair = text !== undefined && stands !== undefined && agree(text, stands, isNamed);
  useReadTogether(text, stands, isPair, opened, beside);
  if (!isPair) return known?.of === of ? known : null;
  if (known?.of === of && known.opened === text && known.beside === stands && known.isNamed === isNamed) return known;
  const found = { of, opened: text, beside: stands, isNamed };
  setKnown(found);
  return found;
}

/** Reads both again where they are of two versions and neither is on its way; once for each such two. */
function useReadTogether(text: Opened | undefined, stands: Beside | undefined, isPair: boolean, opened: UseQueryResult<Opened, unknown>, beside: UseQueryResult<Beside, unknown>): void {
  const tried = useRef("");
  const isIdle = !opened.isFetching && !beside.isFetching;
  const [read, readBeside] = [opened.refetch, beside.refetch];
  const both = text === undefined || stands === undefined || isPair ? "" : `${String(text.version_key)} ${String(stands.version_key)}`;
  useEffect(() => {
    if (both === "" || !isIdle || tried.current === both) return;
    tried.current = both;
    void read();
    void readBeside();
  }, [both, isIdle, read, readBeside]);
}
