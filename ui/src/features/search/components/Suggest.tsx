import { Button, Group, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";

import { dataOf, http, REQUEST_KEY } from "@/api/client";
import { useWrite } from "@/api/writes";
import { SmallDialog } from "@/shared/page/SmallDialog";
import { tell } from "@/shared/page/tell";
import { ThemePicker } from "@/shared/themes/ThemePicker";
import { useThemes } from "@/shared/themes/useThemes";

import type { Narrowed } from "../model/address";
import type { Hit } from "./Hits";

type Widen = "sentence" | "turn" | "hit";

/** Lets the chosen hits wait as suggestions under a theme; nothing is indexed by that. only: null for all hits. */
export function Suggest({ study, q, narrowed, only, count, onDone }: {
  study: string;
  q: string;
  narrowed: Narrowed;
  only: readonly Hit[] | null;
  count: number;
  onDone: () => void;
}) {
  const themes = useThemes(study);
  const [isOpen, setOpen] = useState(false);
  const [under, setUnder] = useState<number | null>(null);
  const [widen, setWiden] = useState<Widen>("sentence");
  const write = useWrite({
    label: "Suggest",
    send: async (theme: number, request) =>
      dataOf(
        await http.POST("/api/studies/{study}/search/suggest", {
          params: { path: { study } },
          headers: { [REQUEST_KEY]: request },
          body: { ...narrowed, q, under: theme, widen, only: only === null ? null : only.map((hit) => ({ source: hit.source_key, start: hit.start, end: hit.end })) },
        }),
      ),
    onDone: () => {
      setOpen(false);
      onDone();
      tell("They wait beside the texts, under “Rules”, until somebody accepts or rejects them.");
    },
  });
  return (
    <SmallDialog
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      button={<Button size="compact-md" variant="default" disabled={count === 0} onClick={() => { setOpen(!isOpen); }}>Suggest {count === 0 ? "" : String(count)} under a theme …</Button>}
    >
      <Stack gap="sm" w={320}>
        <Text size="sm">Nothing is indexed yet: each place waits beside its text until somebody accepts it.</Text>
        <ThemePicker themes={themes} label="Theme" value={under === null ? null : String(under)} onPick={setUnder} data-autofocus comboboxProps={{ withinPortal: false }} />
        <Select
          label="How much of the text"
          size="sm"
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          data={[{ value: "sentence", label: "its sentence" }, { value: "turn", label: "its turn" }, { value: "hit", label: "the words found alone" }]}
          value={widen}
          onChange={(value) => { setWiden((value ?? "sentence") as Widen); }}
        />
        <Group justify="flex-end">
          <Button size="sm" disabled={under === null || write.isPending} onClick={() => { if (under !== null) write.mutate(under); }}>Let {count} wait</Button>
        </Group>
      </Stack>
    </SmallDialog>
  );
}
