import "./sort.css";

import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useNavigate } from "react-router";

import type { components } from "@/api/schema";
import { useCommands } from "@/shared/commands/commands";
import { Answered, Empty } from "@/shared/page/States";
import { useReadsPast } from "@/shared/page/past";
import type { Themes } from "@/shared/themes/themes";

import { grouped, left, neighbour } from "../model/groups";
import { useSorting, type Extract } from "../model/useSorting";
import { Definition } from "./Definition";
import { ExtractCard } from "./ExtractCard";
import { MoveDialog } from "./MoveDialog";

type Framework = components["schemas"]["FrameworkShown"];

interface Asked {
  study: string;
  theme: number;
  framework: Framework;
  themes: Themes;
  by: string;
  show: string;
}

/** The extracts of one theme under their headings, worked through by keyboard. */
export function Extracts({ study, theme, framework, themes, by, show }: Asked) {
  const sorting = useSorting(study, theme, by);
  const about = [...framework.themes, ...framework.codes].find((each) => each.k === theme);
  return (
    <div className="sort">
      <Answered query={sorting.query} what="Gathering the extracts">
        {(extracts) => <Sheet key={by} study={study} theme={theme} themes={themes} extracts={extracts} show={show} sorting={sorting} />}
      </Answered>
      {about !== undefined && <Definition key={about.k} theme={about} sorting={sorting} themes={themes} />}
    </div>
  );
}

function Sheet({ study, theme, themes, extracts, show, sorting }: {
  study: string;
  theme: number;
  themes: Themes;
  extracts: readonly Extract[];
  show: string;
  sorting: ReturnType<typeof useSorting>;
}) {
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  const { at, setAt } = useLastAt(`sort.at.${study}.${String(theme)}`);
  /** The cursor goes to the extract in hand once the page is drawn again: what had it went away, or a dialog did. */
  const returns = useRef(false);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [isMoving, setMoving] = useState(false);
  const isPast = useReadsPast();
  const here = useMemo(() => themes.below.get(theme) ?? new Set<number>(), [themes, theme]);
  // What was moved elsewhere leaves the page at once; a theme that is not known yet is a new sub-theme of this one.
  const present = useMemo(
    () => left(extracts.filter((each) => each.theme === theme || here.has(each.theme) || themes.get(each.theme) === undefined), show),
    [extracts, theme, here, themes, show],
  );
  const { groups, order } = useMemo(() => grouped(present), [present]);
  const active = at !== null && order.includes(at) ? at : (order[0] ?? null);
  const meant = chosen.size > 0 ? [...chosen].filter((k) => order.includes(k)) : active === null ? [] : [active];
  const find = (k: number): HTMLElement | null => list.current?.querySelector<HTMLElement>(`[data-extract="${String(k)}"]`) ?? null;
  const go = (k: number | null): void => {
    if (k === null) return;
    setAt(k);
    find(k)?.focus();
  };
  const flip = (known: ReadonlySet<number>, k: number): ReadonlySet<number> => {
    const next = new Set(known);
    if (!next.delete(k)) next.add(k);
    return next;
  };
  const review = (): void => {
    if (meant.length === 0) return;
    const on = !meant.every((k) => extracts.find((each) => each.k === k)?.reviewed === true);
    sorting.review.mutate({ keys: meant, on });
    if (chosen.size === 0) go(neighbour(order, active, 1));
    setChosen(new Set());
  };
  const chooseAll = (): void => { setChosen((known) => (known.size === order.length ? new Set() : new Set(order))); };
  const remove = (): void => {
    if (meant.length === 0) return;
    const next = neighbour(order.filter((k) => !meant.includes(k)), active, 1, order);
    sorting.remove.mutate(meant);
    setChosen(new Set());
    setAt(next);
    returns.current = true;
  };
  const recode = (to: number): void => {
    const staying = to === theme || here.has(to);
    const next = staying ? active : neighbour(order.filter((k) => !meant.includes(k)), active, 1, order);
    sorting.recode.mutate({ keys: meant, to });
    setChosen(new Set());
    setAt(next);
  };
  const context = (): void => { if (active !== null) setOpen((known) => flip(known, active)); };
  const read = (): void => {
    const extract = extracts.find((each) => each.k === active);
    if (extract !== undefined) void navigate(`/s/${encodeURIComponent(study)}/read/${String(extract.source_key)}?at=${String(extract.start)}-${String(extract.end)}`);
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => { go(neighbour(order, active, 1)); },
    ArrowUp: () => { go(neighbour(order, active, -1)); },
    ...(isPast ? {} : {
    x: () => { if (active !== null) setChosen((known) => flip(known, active)); },
    a: chooseAll,
    " ": review,
    m: () => { setMoving(true); },
    Delete: remove,
    }),
    c: context,
    Enter: read,
    Escape: () => { setChosen(new Set()); },
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    // What is typed in the dialog comes by here too, as it is drawn from here.
    if (!(event.target instanceof Node) || list.current?.contains(event.target) !== true) return;
    const isField = event.target instanceof HTMLElement && event.target.matches("button, input, textarea, a");
    const run = event.ctrlKey || event.altKey || event.metaKey || (event.shiftKey && event.key.startsWith("Arrow")) || (isField && (event.key === "Enter" || event.key === " ")) ? undefined : keys[event.key];
    if (run === undefined) return;
    event.preventDefault();
    run();
  };
  useSortCommands({ review, remove, context, move: () => { setMoving(true); } });
  const start = useRef(active);
  useEffect(() => {
    const first = start.current === null ? null : list.current?.querySelector<HTMLElement>(`[data-extract="${String(start.current)}"]`);
    first?.focus();
  }, []);
  useEffect(() => {
    if (!returns.current || isMoving || active === null) return;
    returns.current = false;
    find(active)?.focus();
  });
  if (order.length === 0) {
    return <Empty title={show === "" ? "Nothing is indexed under this theme yet" : "No extract is left with this filter"}>Choose another theme, or index it in the transcripts.</Empty>;
  }
  const done = extracts.filter((each) => each.reviewed).length;
  return (
    <div ref={list} className="extracts" onKeyDown={onKeyDown}>
      <p className="sort-facts" role="status">
        {extracts.length} extracts, {done} reviewed{chosen.size > 0 && `, ${String(chosen.size)} chosen`}. ↓↑ go on, {!isPast && "Space marks as reviewed, M moves, X chooses, A all, "}C shows what is around, Shift+↓↑ go to the next and previous theme.
      </p>
      {groups.map((group) => (
        <section key={group.name} aria-label={group.name}>
          <h2>{group.name} <span className="sort-facts">{group.extracts.length}</span></h2>
          {group.extracts.map((extract) => (
            <ExtractCard
              key={extract.k}
              study={study}
              extract={extract}
              themes={themes}
              isActive={extract.k === active}
              isChosen={chosen.has(extract.k)}
              isOpen={open.has(extract.k)}
              onFocus={() => { setAt(extract.k); }}
              onChoose={() => { setChosen((known) => flip(known, extract.k)); }}
              onReview={() => { sorting.review.mutate({ keys: [extract.k], on: !extract.reviewed }); }}
              onContext={() => { setOpen((known) => flip(known, extract.k)); }}
              onMove={() => { setAt(extract.k); setMoving(true); }}
            />
          ))}
        </section>
      ))}
      <MoveDialog
        opened={isMoving}
        count={meant.length}
        theme={theme}
        themes={themes}
        onClose={() => { returns.current = true; setMoving(false); }}
        onMove={recode}
        onNew={(name) => { sorting.part.mutate({ name, parent: theme, keys: meant }); setChosen(new Set()); }}
      />
    </div>
  );
}

/** The extract in hand, kept in the tab, so that one comes back to it from the transcript. */
function useLastAt(place: string) {
  const [at, set] = useState<number | null>(() => Number(sessionStorage.getItem(place)) || null);
  const setAt = (k: number | null): void => {
    set(k);
    if (k !== null) sessionStorage.setItem(place, String(k));
  };
  return { at, setAt };
}

function useSortCommands(deeds: { review: () => void; remove: () => void; context: () => void; move: () => void }): void {
  const sheet = (id: string, label: string, keys: string, run: () => void, changes = false) => ({ changes, id: `sort.${id}`, label, group: "Sort and review", keys, sheetOnly: true, run });
  useCommands(
    [
      sheet("next", "Next or previous extract", "ArrowDown", () => undefined),
      sheet("review", "Mark as reviewed, or take it back", "Space", deeds.review, true),
      sheet("choose", "Choose an extract", "x", () => undefined, true),
      sheet("all", "Choose all, or none", "a", () => undefined, true),
      sheet("move", "Move to another theme or a new sub-theme", "m", deeds.move, true),
      sheet("context", "What is around it", "c", deeds.context),
      sheet("remove", "Remove the coding", "Delete", deeds.remove, true),
      sheet("read", "Open in the transcript", "Enter", () => undefined),
    ],
    [],
  );
}
