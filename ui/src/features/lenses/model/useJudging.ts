import { useEffect, useRef, useState } from "react";

import { Problem } from "@/api/problem";
import { Following } from "@/api/resting";
import { draftAt, keepDraft } from "@/shared/drafts/drafts";
import { tellRefusal } from "@/shared/page/tell";

import { draftOf, type Draft } from "./judging";
import { isOurs, saidBy, typedIn, worded, written, type AtOdds, type Typed } from "./said";
import type { Judgement, Lens, Sheet } from "./types";
import { type At, type LensDeeds } from "./useLens";

type By<T> = Readonly<Record<string, T>>;

function without<T>(known: By<T>, name: string): By<T> {
  return Object.fromEntries(Object.entries(known).filter(([each]) => each !== name));
}

/**
 * What I say of a unit: shown at once and taken back if the server refuses. A rationale is a draft of the tab from its
 * first letter until it is acknowledged; what was changed elsewhere meanwhile is not overwritten, both stand to choose from.
 */
export function useJudging(study: string, lens: Lens, sheet: Sheet, at: At, me: string, deeds: LensDeeds) {
  const place = (dimension: string): string => `${study} lens ${lens.card.ident} ${at.kind} ${at.unit} ${at.wave} ${dimension}`;
  const [valueless, setValueless] = useState<By<Draft>>({});
  const [typed, setTyped] = useState<By<Typed>>(() =>
    Object.fromEntries(lens.lens.dimensions.flatMap(({ id }) => { const found = typedIn(draftAt(place(id))); return found === null ? [] : [[id, found]]; })),
  );
  const [odds, setOdds] = useState<By<AtOdds>>({});
  const [following] = useState(() => new Following());
  /** The dimension whose rationale has the cursor: what stands there is not put in other white space. */
  const focused = useRef("");
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => { here.current = false; };
  }, []);

  const mine = (dimension: string): Judgement | undefined => saidBy(sheet, me, dimension);
  const draftFor = (dimension: string): Draft => valueless[dimension] ?? draftOf(mine(dimension));

  const note = (dimension: string, found: Typed | null): void => {
    keepDraft(place(dimension), found === null || found.kept ? "" : written(found));
    setTyped((known) => (found === null ? without(known, dimension) : { ...known, [dimension]: found }));
  };
  const seen = (dimension: string): number => {
    const found = typed[dimension];
    return found !== undefined && !found.kept ? found.rev : (mine(dimension)?.rev ?? 0);
  };
  /** What is typed on goes on from the newest revision; what the server has is no draft any more. */
  const acknowledged = (dimension: string, rationale: string, rev: number | null): void => {
    const draft = typedIn(draftAt(place(dimension)));
    if (draft === null) return;
    const next = { text: draft.text, rev: rev ?? draft.rev, kept: worded(draft.text) === rationale };
    note(dimension, next.kept && focused.current !== dimension ? null : next);
  };
  const refused = (dimension: string, draft: Draft, sent: string | undefined, error: unknown): void => {
    if (!here.current || !(error instanceof Problem) || error.slug !== "outdated") { tellRefusal(error, "The judgement was not kept"); return; }
    const theirs = error.current as Judgement | null;
    // The server had it already, and the page was loaded anew before it heard so.
    if (isOurs(theirs, draft, sent)) send(dimension, draft, theirs.rev);
    else setOdds((known) => ({ ...known, [dimension]: { mine: draft, theirs } }));
  };
  const send = (dimension: string, draft: Draft, rev: number): void => {
    const base = following.begin(dimension, rev);
    const waits = typedIn(draftAt(place(dimension)));
    if (waits !== null) keepDraft(place(dimension), written({ ...waits, sent: draft.rationale }));
    deeds.judge.mutateAsync({ draft, where: { at, dimension, judge: me }, base }).then(
      (answer) => { following.end(dimension); acknowledged(dimension, draft.rationale, answer.rev); },
      (error: unknown) => { following.end(dimension); refused(dimension, draft, waits?.sent, error); },
    );
  };
  const say = (dimension: string, draft: Draft): void => {
    const text = typed[dimension]?.text;
    const said = text === undefined ? draft : { ...draft, rationale: worded(text) };
    if (said.values.length === 0) { setValueless((known) => ({ ...known, [dimension]: said })); return; }
    setValueless((known) => without(known, dimension));
    const against = odds[dimension];
    setOdds((known) => without(known, dimension));
    // Whoever goes on after both were shown has seen what stands there now.
    send(dimension, said, against === undefined ? seen(dimension) : (against.theirs?.rev ?? 0));
  };
  const type = (dimension: string, text: string): void => {
    const { sent } = typedIn(draftAt(place(dimension))) ?? {};
    note(dimension, { text, rev: seen(dimension), kept: false, ...(sent !== undefined && { sent }) });
  };
  /** Sends the rationale that is typed, if it says something new and there is a value to go with it. */
  const keep = (dimension: string): void => {
    const found = typed[dimension];
    const draft = draftFor(dimension);
    // Where both texts stand to choose from, nobody chooses by leaving the field.
    if (found === undefined || found.kept || draft.values.length === 0 || odds[dimension] !== undefined) return;
    if (worded(found.text) === mine(dimension)?.rationale) note(dimension, { ...found, kept: true });
    else say(dimension, draft);
  };
  /** The field was left: what it says is the judgement's again, once that is kept. */
  const leave = (dimension: string): void => {
    focused.current = "";
    const found = typed[dimension];
    if (found !== undefined && (found.kept || worded(found.text) === (mine(dimension)?.rationale ?? ""))) note(dimension, null);
    else keep(dimension);
  };
  /** What the field shows: what is typed, or what is kept, where that has become another since. */
  const rationale = (dimension: string): string => {
    const [found, said] = [typed[dimension], draftFor(dimension).rationale];
    return found === undefined || (found.kept && worded(found.text) !== said) ? said : found.text;
  };
  const forget = (dimension: string): void => {
    note(dimension, null);
    setValueless((known) => without(known, dimension));
    setOdds((known) => without(known, dimension));
  };
  const deed = (kind: "takeBack" | "confirm", own: Judgement): void => {
    const { dimension } = own;
    if (kind === "takeBack") forget(dimension);
    const base = following.begin(dimension, own.rev);
    deeds[kind].mutateAsync({ k: own.k, where: { at, dimension, judge: me }, base }).then(
      (answer) => { following.end(dimension); acknowledged(dimension, "", answer.rev); },
      // A refusal is told where every write's is.
      () => { following.end(dimension); },
    );
  };
  return {
    me, mine, draftFor, odds, rationale, say, type, keep, leave, forget,
    enter: (dimension: string): void => { focused.current = dimension; },
    isKept: (dimension: string): boolean => typed[dimension]?.kept ?? true,
    keepMine: (dimension: string): void => { const found = odds[dimension]; if (found !== undefined) say(dimension, found.mine); },
    takeBack: (own: Judgement): void => { deed("takeBack", own); },
    confirm: (own: Judgement): void => { deed("confirm", own); },
  };
}

export type Judging = ReturnType<typeof useJudging>;
