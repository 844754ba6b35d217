import { Button, Group, Modal, Select, Stack, Textarea } from "@mantine/core";
import { useState } from "react";

import { draftAt, keepDraft } from "@/shared/drafts/drafts";
import { ThemePicker } from "@/shared/themes/ThemePicker";
import { useThemes } from "@/shared/themes/useThemes";

import { OUTPUTS } from "../model/finding";
import type { Output } from "../model/types";
import type { useFindings } from "../model/useFindings";

/** A new claim, with the theme that it comes from. What is typed stays until it is kept. */
export function NewFinding({ study, isOpen, onClose, add, onMade }: {
  study: string;
  isOpen: boolean;
  onClose: () => void;
  add: ReturnType<typeof useFindings>["add"];
  onMade: (k: number) => void;
}) {
  const at = `finding ${study}`;
  const themes = useThemes(study);
  const [words, setWords] = useState(() => draftAt(at));
  const [output, setOutput] = useState<Output>("range and nature");
  const [theme, setTheme] = useState<number | null>(null);
  const keep = (): void => {
    add.mutate(
      { statement: words.trim(), output, ...(theme === null ? {} : { themes: [theme] }) },
      {
        onSuccess: (written) => {
          keepDraft(at, "");
          setWords("");
          onClose();
          const made = written.made.find((one) => one.table === "finding")?.key[0];
          if (typeof made === "number") onMade(made);
        },
      },
    );
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title="Write a finding" size="lg" closeButtonProps={{ "aria-label": "Close" }}>
      <Stack gap="sm">
        <Textarea label="The claim, in a sentence or two" data-autofocus autosize minRows={2} maxRows={8} value={words} onChange={(event) => { setWords(event.currentTarget.value); keepDraft(at, event.currentTarget.value); }} />
        <Group gap="sm" grow>
          <Select label="What it is" data={[...OUTPUTS]} value={output} allowDeselect={false} onChange={(value) => { setOutput((value ?? "range and nature") as Output); }} />
          <ThemePicker label="The theme that it comes from" themes={themes} onPick={setTheme} value={theme === null ? null : String(theme)} clearable />
        </Group>
        <Group justify="flex-end"><Button onClick={keep} disabled={words.trim() === ""} loading={add.isPending}>Keep it</Button></Group>
      </Stack>
    </Modal>
  );
}
