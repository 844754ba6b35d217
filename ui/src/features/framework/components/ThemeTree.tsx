import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState, type DragEvent, type KeyboardEvent, type MouseEvent } from "react";

import { dropped, dropPart, isWithin, parents, stepped, visible, type DropPart, type Spot, type Step } from "../model/tree";
import type { Theme } from "../model/types";
import { ThemeRow } from "./ThemeRow";
import "./tree.css";

const ROW_PX = 34;

export interface TreeDeeds {
  /** Goes to a theme by key, perhaps on its way to another one. */
  step: (k: number, several: boolean) => void;
  select: (k: number, several: boolean) => void;
  move: (k: number, spot: Spot) => void;
  rename: (k: number, name: string) => void;
  /** Opens the dialog for moving by name. */
  moveTo: (k: number) => void;
  /** Opens the dialog for new sub-themes. */
  addUnder: (k: number) => void;
}

const STEPS: Readonly<Record<string, Step>> = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "in", ArrowLeft: "out" };

/** The theme that a key press moves the focus to; null if the key is not about moving. */
function next(key: string, shown: readonly Theme[], at: number): Theme | null {
  const clamp = (n: number): Theme | null => shown[Math.max(0, Math.min(shown.length - 1, n))] ?? null;
  switch (key) {
    case "ArrowDown":
      return clamp(at + 1);
    case "ArrowUp":
      return clamp(at - 1);
    case "Home":
      return clamp(0);
    case "End":
      return clamp(shown.length - 1);
    case "PageDown":
      return clamp(at + 12);
    case "PageUp":
      return clamp(at - 12);
    default:
      return null;
  }
}

/** The framework as a tree: one row a theme, only those near the window in the page. */
export function ThemeTree({ themes, chosen, current, isFixed, deeds }: {
  themes: readonly Theme[];
  /** All that are selected; the one whose words stand beside the tree is `current`. */
  chosen: ReadonlySet<number>;
  current: number | null;
  /** Nothing can be changed in it, only looked at. */
  isFixed: boolean;
  deeds: TreeDeeds;
}) {
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set());
  const [renaming, setRenaming] = useState<number | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<{ k: number; part: DropPart } | null>(null);
  const shown = useMemo(() => visible(themes, closed), [themes, closed]);
  const withSubThemes = useMemo(() => parents(themes), [themes]);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: shown.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_PX, overscan: 12 });
  const at = shown.findIndex((theme) => theme.k === current);

  // The theme that is meant stands in sight, also where it was just added, moved, or named by the address.
  useEffect(() => { if (at >= 0) rows.scrollToIndex(at); }, [at, rows]);
  const [shownFor, setShownFor] = useState(current);
  if (shownFor !== current) {
    setShownFor(current);
    if (current !== null) setClosed(new Set([...closed].filter((k) => k === current || !isWithin(themes, current, k))));
  }

  const toggle = (k: number, open?: boolean): void => {
    setClosed((known) => {
      const after = new Set(known);
      if (open ?? after.has(k)) after.delete(k);
      else after.add(k);
      return after;
    });
  };
  const go = (theme: Theme, several: boolean): void => {
    rows.scrollToIndex(shown.indexOf(theme));
    deeds.step(theme.k, several);
  };
  const onKey = (event: KeyboardEvent): void => {
    const theme = shown[at];
    if (event.target !== event.currentTarget) return;
    if (isFixed && (event.altKey || /^(F2|m|s)$/i.test(event.key))) return;
    const step = event.altKey ? STEPS[event.key] : undefined;
    const target = event.altKey || event.ctrlKey || event.metaKey ? null : next(event.key, shown, Math.max(0, at));
    if (theme !== undefined && step !== undefined) {
      const spot = stepped(themes, theme.k, step);
      if (spot !== null) deeds.move(theme.k, spot);
    } else if (target !== null) {
      go(target, event.shiftKey);
    } else if (theme !== undefined && event.key === "ArrowRight") {
      toggle(theme.k, true);
    } else if (theme !== undefined && event.key === "ArrowLeft") {
      const parent = shown.find((each) => each.k === theme.parent);
      if (withSubThemes.has(theme.k) && !closed.has(theme.k)) toggle(theme.k, false);
      else if (parent !== undefined) go(parent, false);
    } else if (theme !== undefined && event.key === "F2") {
      setRenaming(theme.k);
    } else if (theme !== undefined && event.key.toLowerCase() === "m" && !event.ctrlKey && !event.metaKey) {
      deeds.moveTo(theme.k);
    } else if (theme !== undefined && event.key.toLowerCase() === "s" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      deeds.addUnder(theme.k);
    } else {
      return;
    }
    event.preventDefault();
  };

  const rename = (theme: Theme, name: string | null): void => {
    setRenaming(null);
    scroller.current?.focus();
    if (name !== null && name.trim() !== "" && name !== theme.name) deeds.rename(theme.k, name);
  };
  const onClick = (event: MouseEvent): void => {
    const k = themeAt(event);
    if (k === null || isField(event)) return;
    if (event.target instanceof Element && event.target.closest(".theme-chevron") !== null) toggle(k);
    else deeds.select(k, event.ctrlKey || event.metaKey || event.shiftKey);
  };
  const onDragStart = (event: DragEvent): void => {
    const theme = themes.find((each) => each.k === themeAt(event));
    if (theme === undefined) return;
    event.dataTransfer.setData("text/plain", theme.name);
    event.dataTransfer.effectAllowed = "move";
    setDragged(theme.k);
  };
  const onDragOver = (event: DragEvent): void => {
    const row = rowOf(event);
    const k = themeAt(event);
    if (row === null || k === null) return;
    const part = dropPart(event.clientY - row.getBoundingClientRect().top, ROW_PX);
    const allowed = dragged !== null && dropped(themes, dragged, k, part) !== null;
    if (allowed ? over?.k !== k || over.part !== part : over !== null) setOver(allowed ? { k, part } : null);
    if (allowed) event.preventDefault();
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    const spot = dragged === null || over === null ? null : dropped(themes, dragged, over.k, over.part);
    if (dragged !== null && spot !== null) deeds.move(dragged, spot);
    setDragged(null);
    setOver(null);
  };

  return (
    <div
      className="theme-tree"
      ref={scroller}
      role="tree"
      aria-label="Framework"
      aria-multiselectable
      tabIndex={0}
      aria-activedescendant={at < 0 ? undefined : `theme-${String(current)}`}
      onKeyDown={onKey}
      onClick={onClick}
      onDoubleClick={(event) => { if (!isField(event) && !isFixed) setRenaming(themeAt(event)); }}
      onDragStart={onDragStart}
      onDragOver={onDragOver}
      onDrop={onDrop}
    >
      <div style={{ height: rows.getTotalSize(), position: "relative" }} role="presentation">
        {rows.getVirtualItems().map((row) => {
          const theme = shown[row.index];
          if (theme === undefined) return null;
          return (
            <ThemeRow
              key={theme.k}
              theme={theme}
              top={row.start}
              height={ROW_PX}
              isChosen={chosen.has(theme.k)}
              isFixed={isFixed}
              isCurrent={theme.k === current}
              open={withSubThemes.has(theme.k) ? !closed.has(theme.k) : null}
              drop={over !== null && over.k === theme.k && dragged !== null ? over.part : null}
              onRename={renaming === theme.k ? (name) => { rename(theme, name); } : null}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The row that an event is about; null between and below the rows. */
function rowOf(event: { target: EventTarget }): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(".theme-row") : null;
}

function themeAt(event: { target: EventTarget }): number | null {
  const row = rowOf(event);
  return row === null ? null : Number(row.dataset["theme"]);
}

/** Whether an event is of the field in which a theme is renamed. */
function isField(event: { target: EventTarget }): boolean {
  return event.target instanceof HTMLInputElement;
}
