import { Button, Group, SegmentedControl, Text, Title } from "@mantine/core";
import { Bookmark, Plus } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";

import { useCommands } from "@/shared/commands/commands";
import { useFilters } from "@/shared/filters/useFilters";
import { useRestingPlace } from "@/shared/filters/useRestingPlace";
import { usePageTitle } from "@/shared/page/Page";
import { Answered, Empty } from "@/shared/page/States";
import { OnlyNow, useReadsPast } from "@/shared/page/past";
import { useStudy } from "@/shared/page/useStudyName";

import { FrameworkDialog, type Dialog } from "./components/dialogs";
import { OpenCodes } from "./components/OpenCodes";
import { ThemePanel } from "./components/ThemePanel";
import { ThemeTree } from "./components/ThemeTree";
import { Todo } from "./components/Todo";
import { Versions } from "./components/Versions";
import { useFramework, type FrameworkDeeds } from "./model/useFramework";
import type { Framework } from "./model/types";

type View = "tree" | "todo" | "versions";

function TreeView({ framework, deeds, onDialog }: { framework: Framework; deeds: FrameworkDeeds; onDialog: (dialog: Dialog) => void }) {
  const filters = useFilters();
  const isPast = useReadsPast();
  const [several, setSeveral] = useState<ReadonlySet<number>>(new Set());
  // Where the cursor is, the tree knows first; the address and what stands beside the tree follow.
  const [asked, setAsked] = useState(() => Number(filters.value("theme")));
  useRestingPlace("theme", asked > 0 ? String(asked) : "");
  const [seen, setSeen] = useState(deeds.made);
  const everything = useMemo(() => [...framework.themes, ...framework.codes], [framework]);
  const current = everything.find((theme) => theme.k === asked) ?? framework.themes[0] ?? framework.codes[0];
  if (deeds.made !== seen && everything.some((theme) => theme.k === deeds.made)) {
    // What was added is where one goes on, wherever the cursor was.
    setSeen(deeds.made);
    setSeveral(new Set());
    setAsked(Number(deeds.made));
  }
  const beside = useDeferredValue(current);
  const chosen = several.size > 1 ? several : new Set(current === undefined ? [] : [current.k]);
  const step = (k: number, also: boolean): void => {
    setSeveral((known) => {
      if (!also) return new Set();
      const base = known.size === 0 && current !== undefined ? new Set([current.k]) : new Set(known);
      return base.add(k);
    });
    setAsked(k);
  };
  const select = (k: number, also: boolean): void => {
    step(k, also);
    filters.set("theme", String(k));
  };
  if (current === undefined || beside === undefined) {
    return (
      <Empty title="No theme yet">
        <Text maw={560}>
          Themes can be made here, come out of open codes while indexing the first transcripts, or be imported with <code>trellis framework import</code>.
        </Text>
        <OnlyNow><Button mt="sm" onClick={() => { onDialog({ kind: "add", parent: null }); }} leftSection={<Plus size={16} aria-hidden />}>
          Add the first theme
        </Button></OnlyNow>
      </Empty>
    );
  }
  return (
    <div className="framework-columns">
      <div className="framework-tree">
        {chosen.size > 1 && (
          <Group gap="xs">
            <Text size="sm">{chosen.size} themes selected</Text>
            <OnlyNow><Button size="compact-sm" variant="default" onClick={() => { onDialog({ kind: "merge", themes: [...chosen] }); }}>
              Merge them …
            </Button></OnlyNow>
            <Button size="compact-sm" variant="subtle" onClick={() => { setSeveral(new Set()); }}>
              Select one
            </Button>
          </Group>
        )}
        <ThemeTree
          themes={framework.themes}
          chosen={chosen}
          current={current.k}
          isFixed={isPast}
          deeds={{
            step,
            select,
            move: (k, spot) => { deeds.move.mutate({ k, spot }); },
            rename: (k, name) => {
              const theme = everything.find((each) => each.k === k);
              if (theme !== undefined) deeds.edit.mutate({ theme, words: { name } });
            },
            moveTo: (k) => { onDialog({ kind: "move", k }); },
            addUnder: (k) => { onDialog({ kind: "add", parent: k }); },
          }}
        />
        <OpenCodes codes={framework.codes} current={current.k} onSelect={(k) => { select(k, false); }} onDialog={onDialog} />
      </div>
      <aside className="framework-side" aria-label={`About ${beside.name}`}>
        <ThemePanel key={beside.k} theme={beside} deeds={deeds} onDialog={onDialog} />
      </aside>
    </div>
  );
}

/** The framework: its tree with what each theme says, what must be looked at again, and its versions. */
export default function FrameworkScreen() {
  const study = useStudy();
  const deeds = useFramework(study);
  const filters = useFilters();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const view = (filters.value("view") || "tree") as View;
  usePageTitle("Framework");
  useCommands(
    [
      { id: "framework.add", label: "New main theme", group: "Framework", keys: "n", changes: true, run: () => { setDialog({ kind: "add", parent: null }); } },
      { id: "framework.version", label: "Keep the framework as a version", group: "Framework", changes: true, run: () => { setDialog({ kind: "version" }); } },
      { id: "framework.rename", label: "Rename the theme", group: "Framework", keys: "F2", changes: true, sheetOnly: true, run: () => undefined },
      { id: "framework.moveto", label: "Move the theme to …", group: "Framework", keys: "m", changes: true, sheetOnly: true, run: () => undefined },
      { id: "framework.sub", label: "New sub-themes of the theme", group: "Framework", keys: "s", changes: true, sheetOnly: true, run: () => undefined },
      { id: "framework.step", label: "Move up, down, in or out", group: "Framework", keys: "Alt+Arrows", changes: true, sheetOnly: true, run: () => undefined },
    ],
    [],
  );
  return (
    <div className="framework">
      <header className="page-head" style={{ marginBottom: 0 }}>
        <Title order={1}>Framework</Title>
        <SegmentedControl
          aria-label="View"
          data={[
            { value: "tree", label: "Tree" },
            { value: "todo", label: "To look at again" },
            { value: "versions", label: "Versions" },
          ]}
          value={view}
          onChange={(value) => { filters.set("view", value === "tree" ? "" : value); }}
        />
        <Text c="dimmed" size="sm">
          {deeds.query.data?.standing}
        </Text>
        <OnlyNow><div className="actions">
          <Button variant="default" onClick={() => { setDialog({ kind: "version" }); }} leftSection={<Bookmark size={16} aria-hidden />}>
            Keep as a version
          </Button>
          <Button onClick={() => { setDialog({ kind: "add", parent: null }); }} leftSection={<Plus size={16} aria-hidden />}>
            New theme
          </Button>
        </div></OnlyNow>
      </header>
      <Answered query={deeds.query} what="Reading the framework">
        {(framework) => (
          <>
            {view === "tree" && <TreeView framework={framework} deeds={deeds} onDialog={setDialog} />}
            {view === "todo" && <Todo study={study} framework={framework} />}
            {view === "versions" && <Versions study={study} />}
            <FrameworkDialog key={dialog?.kind} dialog={dialog} framework={framework} deeds={deeds} onClose={() => { setDialog(null); }} />
          </>
        )}
      </Answered>
    </div>
  );
}
