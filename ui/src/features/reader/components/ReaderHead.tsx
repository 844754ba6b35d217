import { ActionIcon, Button, NativeSelect, SegmentedControl, Tooltip } from "@mantine/core";
import { ListOrdered, NotebookPen, Printer, Search, VenetianMask } from "lucide-react";
import { memo } from "react";
import { Link } from "react-router";

import { usePast } from "@/api/past";
import { FilterChips, type Facet } from "@/shared/filters/FilterChips";
import { useFilters } from "@/shared/filters/useFilters";
import { counted } from "@/shared/page/when";
import { aboutRound, type Round } from "@/shared/rounds/useRounds";

import type { Beside, Opened } from "../hooks/useSource";
import type { ReadText } from "@/shared/text/transcript";
import type { Themes } from "@/shared/themes/themes";

interface ToolsShown {
  study: string;
  opened: Opened;
  themes: Themes;
  coders: ReadonlyMap<number, string>;
  onFind: () => void;
  onFastList: () => void;
  onMemo: () => void;
  /** Null for whoever may not replace names here. */
  onName: (() => void) | null;
  /** Before the view changes. */
  onView: () => void;
  isNamed: boolean;
  rounds: readonly Round[];
  /** The round whose codings are shown and in which is indexed. */
  round: Round | null;
}

/** The source's name and facts, how its codings are shown, and what can be done. */
export function ReaderHead({ beside, text, shownCount, ...tools }: ToolsShown & { beside: Beside; text: ReadText; shownCount: number }) {
  const { study, opened, isNamed, round } = tools;
  const all = beside.codings.length;
  return (
    <header className="reader-head">
      <div>
        <h1>{opened.name}</h1>
        <div className="facts">
          <Link to={`/s/${encodeURIComponent(study)}/read`}>All sources</Link> · {opened.kind}
          {opened.wave !== null && ` · ${opened.wave}`} · {text.turns.filter((turn) => turn.kind === "turn").length} turns ·{" "}
          {shownCount === all ? counted(all, "coding") : `${String(shownCount)} of ${String(all)} codings shown`}
          {!opened.is_current && (isNamed ? " · the text with its names, for reading only" : " · an earlier version, for reading only")}
          {round?.blind === true && !round.closed && " · blind: you see your own codings only"}
          {round?.closed === true && " · this round is closed, for reading only"}
        </div>
      </div>
      <Tools {...tools} />
    </header>
  );
}

/** How the codings are shown, and what can be done. Not drawn anew for a coding: nothing in it is about one. */
const Tools = memo(function Tools({ study, opened, themes, coders, onFind, onFastList, onMemo, onName, onView, isNamed, rounds, round }: ToolsShown) {
  const filters = useFilters();
  const past = usePast(study);
  const facets: Facet[] = [
    { name: "theme", label: "Theme", choices: themes.choices.map((theme) => ({ value: String(theme.k), label: themes.label(theme.k) })) },
    { name: "coder", label: "Coder", choices: [...coders].map(([k, name]) => ({ value: String(k), label: name })) },
  ];
  return (
    <div className="tools">
      {rounds.length > 1 && round !== null && (
        <NativeSelect
          size="xs"
          aria-label="Round"
          value={String(round.k)}
          onChange={(event) => { filters.set("round", rounds.find((each) => each.adopted && String(each.k) === event.currentTarget.value) === undefined ? event.currentTarget.value : ""); }}
          data={rounds.map((each) => ({ value: String(each.k), label: [each.name, aboutRound(each)].filter((words) => words !== "").join(" · ") }))}
        />
      )}
      {opened.identified !== null && (opened.is_current || isNamed) && (
        <SegmentedControl
          size="xs"
          aria-label="Which text is read"
          value={isNamed ? "identified" : "pseudonymised"}
          onChange={(view) => {
            onView();
            filters.set("view", view === "identified" ? view : "");
          }}
          data={[{ value: "pseudonymised", label: "Pseudonymised" }, { value: "identified", label: "Identified" }]}
        />
      )}
      <FilterChips facets={facets} />
      <SegmentedControl
        size="xs"
        aria-label="How the brackets stand"
        value={filters.value("by") || "place"}
        onChange={(by) => { filters.set("by", by === "place" ? "" : by); }}
        data={[{ value: "place", label: "By place" }, { value: "theme", label: "By theme" }, { value: "coder", label: "By coder" }]}
      />
      <Tooltip label="Find in this source (/)"><ActionIcon variant="default" size={30} aria-label="Find in this source" onClick={onFind}><Search size={16} aria-hidden /></ActionIcon></Tooltip>
      <Tooltip label="Print with line and theme numbers">
        <ActionIcon component={Link} to={`/s/${encodeURIComponent(study)}/print/source/${String(opened.k)}`} variant="default" size={30} aria-label="Print with line and theme numbers"><Printer size={16} aria-hidden /></ActionIcon>
      </Tooltip>
      {past === null && <Tooltip label="Memo (M)"><ActionIcon variant="default" size={30} aria-label="Write a memo" onClick={onMemo}><NotebookPen size={16} aria-hidden /></ActionIcon></Tooltip>}
      {onName !== null && <Tooltip label="Replace a name (X)"><ActionIcon variant="default" size={30} aria-label="Replace a name by its pseudonym" onClick={onName}><VenetianMask size={16} aria-hidden /></ActionIcon></Tooltip>}
      {past === null && round?.adopted !== false && <Button size="xs" variant="default" leftSection={<ListOrdered size={15} aria-hidden />} onClick={onFastList}>Fast list</Button>}
    </div>
  );
});
