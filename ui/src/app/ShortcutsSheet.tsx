import { Modal, Stack, Text, Title } from "@mantine/core";
import { useSyncExternalStore } from "react";

import { printedKeys, useAllCommands } from "@/shared/commands/commands";

let open = false;
const listeners = new Set<() => void>();

function set(value: boolean): void {
  open = value;
  for (const listener of listeners) listener();
}

export function openShortcuts(): void {
  set(true);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Every key that does something on the present screen. */
export function ShortcutsSheet() {
  const opened = useSyncExternalStore(subscribe, () => open);
  const commands = useAllCommands().filter((command) => command.keys !== undefined);
  const groups = [...new Set(commands.map((command) => command.group))];
  return (
    <Modal opened={opened} onClose={() => { set(false); }} title="Keyboard shortcuts" size="xl" closeButtonProps={{ "aria-label": "Close" }}>
      <div className="shortcuts">
        {groups.map((group) => (
          <Stack key={group} gap={6}>
            <Title order={3}>{group}</Title>
            {commands
              .filter((command) => command.group === group)
              .map((command) => (
                <div key={command.id} className="shortcut">
                  <Text size="sm">{command.label}</Text>
                  <kbd className="keys">{printedKeys(command.keys ?? "")}</kbd>
                </div>
              ))}
          </Stack>
        ))}
      </div>
    </Modal>
  );
}
