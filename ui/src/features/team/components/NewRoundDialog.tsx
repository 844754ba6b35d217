import { Button, Checkbox, Group, Modal, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useState } from "react";

import { firstMade } from "@/api/made";
import { Refused } from "@/shared/page/States";

import { useRoundWrites, type NewRound } from "../model/useTeam";

const PURPOSES = ["double coding", "calibration", "main"] as const;

/** Opens a round: what for, and whether its coders see each other's codings. */
export function NewRoundDialog({ study, onClose, onMade }: { study: string; onClose: () => void; onMade: (round: number | null) => void }) {
  const [given, setGiven] = useState<NewRound>({ name: "", purpose: "double coding", blind: true });
  const { open } = useRoundWrites(study);
  return (
    <Modal opened onClose={onClose} title="Open a round" closeButtonProps={{ "aria-label": "Close" }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          open.mutate(given, { onSuccess: (written) => { onMade(firstMade(written, "round")); onClose(); } });
        }}
      >
        <Stack gap="sm">
          <TextInput label="Name" placeholder="double coding, spring" value={given.name} onChange={(event) => { setGiven({ ...given, name: event.currentTarget.value }); }} data-autofocus />
          <NativeSelect label="Purpose" value={given.purpose ?? "double coding"} onChange={(event) => { setGiven({ ...given, purpose: event.currentTarget.value as (typeof PURPOSES)[number] }); }} data={[...PURPOSES]} />
          <Checkbox label="Blind: until it is closed, everybody sees only their own codings" checked={given.blind ?? false} onChange={(event) => { setGiven({ ...given, blind: event.currentTarget.checked }); }} />
          {open.error !== null && <Refused error={open.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>Leave</Button>
            <Button type="submit" disabled={given.name.trim() === ""} loading={open.isPending}>Open</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
