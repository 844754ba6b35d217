import { useState } from "react";
import { createPortal } from "react-dom";

import { useCommands } from "@/shared/commands/commands";
import { useReadsPast } from "@/shared/page/past";

import type { Place, State } from "../model/types";
import { AssignDialog } from "./AssignDialog";
import { CellsMenu, type About } from "./CellsMenu";

/** The menu for many cells, in the chart's head, with what it opens. slot: where the head has its place for it. */
export function CellsDeeds({ study, slot, about, onMark, onDone }: {
  study: string;
  slot: HTMLElement | null;
  about: About;
  onMark: (cells: readonly Place[], state: State) => void;
  /** The cursor goes back to the grid. */
  onDone: () => void;
}) {
  const isPast = useReadsPast();
  const [opened, setOpened] = useState(false);
  const [assigned, setAssigned] = useState<{ place: Place; theme: number | null; name: string } | null>(null);
  useCommands([{ changes: true, id: "chart.cells", label: "Mark or assign cells and rows", group: "Chart", keys: "Alt+KeyM", whileTyping: true, run: () => { setOpened(true); } }], []);
  const close = (): void => {
    setOpened(false);
    onDone();
  };
  return (
    <>
      {slot !== null && !isPast &&
        createPortal(
          <CellsMenu
            about={about}
            opened={opened}
            onChange={(now) => { if (now) setOpened(true); else close(); }}
            onMark={onMark}
            onAssign={setAssigned}
          />,
          slot,
        )}
      {assigned !== null && <AssignDialog study={study} {...assigned} onClose={() => { setAssigned(null); onDone(); }} />}
    </>
  );
}
