import { Button, Menu } from "@mantine/core";
import { ListChecks } from "lucide-react";

import { counted } from "@/shared/page/when";

import type { Place, State } from "../model/types";

/** What the menu is about: the chosen cells (the one at the cursor, if no more are), its row, and how these are called. */
export interface About {
  place: Place | null;
  chosen: readonly Place[];
  row: readonly Place[];
  cellName: string;
  rowName: string;
  caseName: string;
}

/** Many cells marked at once, and cells or rows given to somebody. */
export function CellsMenu({ about, opened, onChange, onMark, onAssign }: {
  about: About;
  opened: boolean;
  onChange: (opened: boolean) => void;
  onMark: (cells: readonly Place[], state: State) => void;
  /** theme: null for the whole row of the case. */
  onAssign: (given: { place: Place; theme: number | null; name: string }) => void;
}) {
  const { place, chosen, row } = about;
  const many = chosen.length > 1;
  return (
    <Menu opened={opened} onChange={onChange} position="bottom-end" returnFocus={false} width={300}>
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={<ListChecks size={15} aria-hidden />} title="Alt+M">
          {many ? counted(chosen.length, "cell") : "Cells"}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{many ? `What is written in ${counted(chosen.length, "cell")}` : about.cellName}</Menu.Label>
        <Menu.Item disabled={chosen.length === 0} onClick={() => { onMark(chosen, "charted"); }}>Mark as charted</Menu.Item>
        <Menu.Item disabled={chosen.length === 0} onClick={() => { onMark(chosen, "reviewed"); }}>Mark as reviewed</Menu.Item>
        <Menu.Label>What is written in the row {about.rowName}</Menu.Label>
        <Menu.Item disabled={row.length === 0} onClick={() => { onMark(row, "charted"); }}>Mark the row as charted</Menu.Item>
        <Menu.Item disabled={row.length === 0} onClick={() => { onMark(row, "reviewed"); }}>Mark the row as reviewed</Menu.Item>
        <Menu.Divider />
        <Menu.Item disabled={place === null} onClick={() => { if (place !== null) onAssign({ place, theme: place.theme, name: about.cellName }); }}>Assign the cell …</Menu.Item>
        <Menu.Item disabled={place === null} onClick={() => { if (place !== null) onAssign({ place, theme: null, name: about.caseName }); }}>Assign all of {about.caseName} …</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
