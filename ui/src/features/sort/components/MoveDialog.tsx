import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useState } from "react";

import { ThemePicker } from "@/shared/themes/ThemePicker";
import type { Themes } from "@/shared/themes/themes";

/** Where extracts go: another theme, or a new sub-theme of this one. */
export function MoveDialog({ opened, count, theme, themes, onClose, onMove, onNew }: {
  opened: boolean;
  count: number;
  theme: number;
  themes: Themes;
  onClose: () => void;
  onMove: (to: number) => void;
  onNew: (name: string) => void;
}) {
  const [name, setName] = useState("");
  const canPart = themes.get(theme)?.number !== "";
  const close = (): void => {
    setName("");
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} returnFocus={false} title={count === 1 ? "Move this extract" : `Move ${String(count)} extracts`} closeButtonProps={{ "aria-label": "Close" }}>
      <Stack gap="md" mih={canPart ? 260 : 180}>
        <ThemePicker themes={themes} label="To another theme" data-autofocus value={null} onPick={(to) => { if (to !== null) { onMove(to); close(); } }} />
        {canPart && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim() === "") return;
              onNew(name.trim());
              close();
            }}
          >
            <Group align="flex-end" gap="xs" wrap="nowrap">
              <TextInput label={`Or to a new sub-theme of ${themes.label(theme)}`} size="sm" style={{ flex: 1 }} value={name} onChange={(event) => { setName(event.currentTarget.value); }} />
              <Button type="submit" size="sm" disabled={name.trim() === ""}>Make it</Button>
            </Group>
          </form>
        )}
      </Stack>
    </Modal>
  );
}
