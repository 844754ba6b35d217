import { ChevronDown, ChevronRight } from "lucide-react";
import { memo, useEffect, useRef } from "react";

import { hueOfNumber, hueStyle } from "@/shared/colour/hue";

import type { DropPart } from "../model/tree";
import type { Theme } from "../model/types";

function NameField({ name, onDone }: { name: string; onDone: (name: string | null) => void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <input
      ref={field}
      className="theme-name-field"
      defaultValue={name}
      aria-label="Name of the theme"
      maxLength={200}
      onBlur={(event) => { onDone(event.currentTarget.value); }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") {
          event.currentTarget.value = name;
          event.currentTarget.blur();
        }
      }}
    />
  );
}

function counts(theme: Theme): string {
  return theme.below === theme.codings ? String(theme.codings) : `${String(theme.codings)} / ${String(theme.below)}`;
}

/** One theme in the tree, drawn anew only if something about it changed. What is done with the mouse, the tree hears. */
export const ThemeRow = memo(function ThemeRow(props: {
  theme: Theme;
  top: number;
  height: number;
  isChosen: boolean;
  isCurrent: boolean;
  isFixed: boolean;
  /** null: has no sub-themes. */
  open: boolean | null;
  drop: DropPart | null;
  /** Given while the theme is renamed: told the name, null for none. */
  onRename: ((name: string | null) => void) | null;
}) {
  const { theme, open } = props;
  const Chevron = open === false ? ChevronRight : ChevronDown;
  return (
    <div
      id={`theme-${String(theme.k)}`}
      role="treeitem"
      aria-level={theme.depth + 1}
      aria-selected={props.isChosen}
      aria-expanded={open ?? undefined}
      className="theme-row hue"
      data-theme={theme.k}
      data-chosen={props.isChosen}
      data-current={props.isCurrent}
      data-drop={props.drop ?? undefined}
      style={{ ...hueStyle(hueOfNumber(theme.number)), top: props.top, height: props.height, paddingLeft: `${String(0.35 + theme.depth * 1.15)}rem` }}
      draggable={props.onRename === null && !props.isFixed}
    >
      <span className="theme-chevron" aria-hidden>
        {open !== null && <Chevron size={15} />}
      </span>
      <span className="hue-dot" aria-hidden />
      <span className="theme-number">{theme.number}</span>{" "}
      {props.onRename !== null ? <NameField name={theme.name} onDone={props.onRename} /> : <span className="theme-name">{theme.name}</span>}{" "}
      {theme.to_check > 0 && <span className="theme-check">{theme.to_check} to check</span>}{" "}
      <span className="theme-count" title="Codings directly under it / with all sub-themes">{counts(theme)}</span>
    </div>
  );
});
