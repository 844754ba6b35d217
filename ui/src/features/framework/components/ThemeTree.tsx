import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState, type KeyboardEvent } from "react";

import { dropped, dropPart, parents, stepped, visible, type DropPart, type Spot, type Step } from "../model/tree";
import type { Theme } from "../model/types";
import { ThemeRow } from "./ThemeRow";
import "./tree.css";

const ROW_PX = 34;

export interface TreeDeeds {
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
    deeds.select(theme.k, several);
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
              renaming={renaming === theme.k}
              onRename={(name) => {
                setRenaming(null);
                scroller.current?.focus();
                if (name !== null && name.trim() !== "" && name !== theme.name) deeds.rename(theme.k, name);
              }}
              onStartRename={() => { if (!isFixed) setRenaming(theme.k); }}
              onToggle={() => { toggle(theme.k); }}
              onSelect={(several) => { deeds.select(theme.k, several); }}
              onDragStart={() => { setDragged(theme.k); }}
              onDragOver={(offset) => {
                const part = dropPart(offset, ROW_PX);
                const allowed = dragged !== null && dropped(themes, dragged, theme.k, part) !== null;
                setOver(allowed ? { k: theme.k, part } : null);
                return allowed;
              }}
              onDrop={() => {
                const spot = dragged === null || over === null ? null : dropped(themes, dragged, over.k, over.part);
                if (dragged !== null && spot !== null) deeds.move(dragged, spot);
                setDragged(null);
                setOver(null);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
