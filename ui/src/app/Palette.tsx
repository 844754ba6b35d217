import { Spotlight, createSpotlight, type SpotlightActionGroupData } from "@mantine/spotlight";
import { Search } from "lucide-react";
import { useMemo } from "react";

import { printedKeys, useAllCommands, useCommands, type Command } from "@/shared/commands/commands";

const [store, palette] = createSpotlight();

export function openPalette(): void {
  palette.open();
}

function grouped(commands: readonly Command[]): SpotlightActionGroupData[] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    if (command.sheetOnly === true) continue;
    groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  }
  return [...groups].map(([group, members]) => ({
    group,
    actions: members.map((command) => ({
      id: command.id,
      label: command.label,
      onClick: command.run,
      ...(command.keys === undefined ? {} : { rightSection: <span className="keys">{printedKeys(command.keys)}</span> }),
    })),
  }));
}

/** Ctrl-K: every command, screen, theme, source and case that is known now, found by typing. */
export function Palette() {
  const commands = useAllCommands();
  const actions = useMemo(() => grouped(commands), [commands]);
  useCommands(
    [{ id: "shell.palette", label: "Find anything", group: "View", keys: "$mod+k", whileTyping: true, sheetOnly: false, run: openPalette }],
    [],
  );
  return (
    <Spotlight
      store={store}
      actions={actions}
      shortcut={null}
      nothingFound="Nothing is called that"
      highlightQuery
      limit={40}
      scrollable
      maxHeight={460}
      radius="md"
      title="Find anything"
      searchProps={{ leftSection: <Search size={18} aria-hidden />, placeholder: "A command, theme, source or case", "aria-label": "Find anything" }}
    />
  );
}
