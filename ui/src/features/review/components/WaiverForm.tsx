import { Button, Group, Textarea } from "@mantine/core";
import { useState } from "react";

import { wordsOf } from "@/api/problem";
import { draftAt, keepDraft } from "@/shared/drafts/drafts";

import type { Point } from "../model/points";
import { useWaiving } from "../model/useWaiving";

/** Asks for the reason why a point may stand; what was typed is kept until it is sent. */
export function WaiverForm({ study, point, onDone }: { study: string; point: Point; onDone: () => void }) {
  const place = `${study} waiver ${point.key}`;
  const [reason, setReason] = useState(() => draftAt(place));
  const [refused, setRefused] = useState<string | null>(null);
  const leave = (): void => {
    keepDraft(place, "");
    onDone();
  };
  const waiving = useWaiving(study, leave, (error) => { setRefused(wordsOf(error)); });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        waiving.mutate({ point: point.key, reason });
      }}
    >
      <Textarea
        label="Why may it stand?"
        description="The reason stays in the study’s history. If what the point rests on changes, the point comes back."
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          keepDraft(place, event.currentTarget.value);
          setRefused(null);
        }}
        error={refused}
        autosize
        minRows={2}
        data-autofocus
      />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="xs" loading={waiving.isPending}>Let it stand</Button>
        <Button size="xs" variant="subtle" color="gray" onClick={leave}>Leave it</Button>
      </Group>
    </form>
  );
}
