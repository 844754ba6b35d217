import { Button, Tabs, Tooltip } from "@mantine/core";
import { BookOpen } from "lucide-react";

import type { Pane } from "../hooks/pane";
import { usePointing, useReaderStore } from "../hooks/store";
import type { Deeds } from "../hooks/useDeeds";
import type { Indexing } from "../hooks/useIndexing";
import type { MarginWrites } from "../hooks/useMemos";
import type { Recordings } from "../hooks/useRecording";
import { meant } from "../hooks/useSelection";
import type { Beside, Opened, OwnChanges } from "../hooks/useSource";
import { codingsAt } from "../model/choosing";
import type { Mark } from "../model/marks";
import type { ReadText } from "@/shared/text/transcript";
import type { Themes } from "@/shared/themes/themes";
import { CasePanel } from "./CasePanel";
import { CodingCard } from "./CodingCard";
import { HereList } from "./HereList";
import { MemoPanel } from "./MemoPanel";
import { SourcePanel } from "./SourcePanel";
import { SuggestionPanel } from "./SuggestionPanel";
import { ThemeCard } from "./ThemeCard";
import { ThemeList } from "./ThemeList";

export type Tab = "index" | "memos" | "suggested" | "chart" | "source";

interface Shown {
  study: string;
  opened: Opened;
  beside: Beside;
  text: ReadText;
  marks: readonly Mark[];
  themes: Themes;
  coders: ReadonlyMap<number, string>;
  indexing: Indexing;
  margin: MarginWrites;
  deeds: Deeds;
  onRecode: () => void;
  onCorrect: () => void;
  own: OwnChanges;
  pane: Pane;
  recordings: Recordings;
  /** Opens the parent study around the words in hand; null where this study was made from no other. */
  onParent: (() => void) | null;
}

/** Beside the text: the coding or theme in hand, memos, suggestions, and what is known of the source. */
export function SidePanel({ tab, onTab, ...shown }: Shown & { tab: Tab; onTab: (tab: Tab) => void }) {
  const { beside, opened, text, themes, margin, deeds, pane } = shown;
  const caret = usePointing((pointing) => pointing.caret);
  const place = meant(text, caret);
  const counted = (label: string, count: number): string => (count === 0 ? label : `${label} ${String(count)}`);
  return (
    <aside className="reader-side" aria-label="Beside the text">
      <Tabs value={tab} onChange={(value) => { if (value !== null) onTab(value as Tab); }} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="index">Index</Tabs.Tab>
          <Tabs.Tab value="memos">{counted("Memos", beside.memos.length)}</Tabs.Tab>
          <Tabs.Tab value="suggested">{counted("Rules", beside.suggestions.length)}</Tabs.Tab>
          <Tabs.Tab value="chart">Chart</Tabs.Tab>
          <Tabs.Tab value="source">Source</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="index"><IndexPanel {...shown} /></Tabs.Panel>
        <Tabs.Panel value="memos">
          <MemoPanel memos={beside.memos} text={text} place={opened.is_current ? place : null} source={opened.k} writes={margin} field={pane.setMemo} onShow={deeds.show} />
        </Tabs.Panel>
        <Tabs.Panel value="suggested">
          <SuggestionPanel suggestions={beside.suggestions} text={text} themes={themes} writes={margin} onShow={deeds.show} />
        </Tabs.Panel>
        <Tabs.Panel value="chart"><CasePanel study={shown.study} opened={opened} themes={themes} /></Tabs.Panel>
        <Tabs.Panel value="source">
          <SourcePanel study={shown.study} opened={opened} beside={beside} text={text} margin={margin} place={place} own={shown.own} onShow={deeds.show} onCorrect={shown.onCorrect} recordings={shown.recordings} />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}

function IndexPanel({ text, marks, themes, coders, indexing, deeds, onRecode, onParent, pane }: Shown) {
  const store = useReaderStore();
  const { caret, chosen, asked } = usePointing((pointing) => pointing);
  const place = meant(text, caret);
  const mark = marks.find((each) => each.k === chosen);
  const here = place === null ? [] : codingsAt(marks, place);
  const theme = asked ?? mark?.coding.theme ?? null;
  return (
    <>
      {asked !== null && <ThemeCard k={asked} themes={themes} />}
      {mark !== undefined && (
        <CodingCard
          mark={mark}
          text={text}
          themes={themes}
          coders={coders}
          indexing={indexing}
          note={pane.setNote}
          canResize={place !== null && (place.start !== mark.start || place.end !== mark.end)}
          onBounds={() => { deeds.bounds(); }}
          onRecode={onRecode}
          onRemove={deeds.remove}
          onClose={() => { store.set({ chosen: null }); }}
        />
      )}
      {(mark === undefined || here.length > 1) && <HereList marks={here} chosen={chosen} text={text} themes={themes} coders={coders} />}
      {onParent !== null && (place !== null || mark !== undefined) && (
        <div className="side-block">
          <Tooltip label="The words around these in the study that this one was made from (O)">
            <Button size="compact-sm" variant="default" leftSection={<BookOpen size={14} aria-hidden />} onClick={onParent}>What the parent study says</Button>
          </Tooltip>
        </div>
      )}
      {asked === null && theme !== null && <ThemeCard k={theme} themes={themes} />}
      {mark === undefined && <ThemeList themes={themes} onCode={(k) => { deeds.code([k]); }} />}
    </>
  );
}
