import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { wordsOf } from "@/api/problem";
import { dataOf, http, REQUEST_KEY } from "@/api/client";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";
import { tell } from "@/shared/page/tell";

import { besideOptions, type OwnChanges } from "../hooks/useSource";

type Told = components["schemas"]["FastListTold"];

/** What was coded on paper, a line a place: "T43-45 2.3 4.1 a note". Looked at before anything is indexed. */
export function FastListDialog({ study, source, own, opened, onClose }: { study: string; source: number; own: OwnChanges; opened: boolean; onClose: () => void }) {
  const draft = `reader.fast.${String(source)}`;
  const cache = useQueryClient();
  const [lines, setLines] = useState(() => sessionStorage.getItem(draft) ?? "");
  const [told, setTold] = useState<Told | null>(null);
  const [refused, setRefused] = useState("");
  const path = { study, source };
  const write = useWrite({
    label: "Fast list",
    send: async (given: string, request) =>
      dataOf(await http.POST("/api/studies/{study}/reading/{source}/fast-list", { params: { path }, headers: { [REQUEST_KEY]: request }, body: { lines: given } })),
    onDone: (answer) => {
      own.add(answer.change);
      sessionStorage.removeItem(draft);
      setLines("");
      setTold(null);
      tell(`${String(answer.made.filter((each) => each.table === "coding").length)} codings added. Ctrl-Z takes them back.`);
      void cache.invalidateQueries({ queryKey: besideOptions(study, source).queryKey });
      onClose();
    },
  });
  const look = async (): Promise<void> => {
    try {
      setTold(dataOf(await http.POST("/api/studies/{study}/reading/{source}/fast-list/preview", { params: { path }, body: { lines } })));
      setRefused("");
    } catch (error) {
      setRefused(wordsOf(error));
    }
  };
  return (
    <Modal opened={opened} onClose={onClose} title="Fast list" size="lg" closeButtonProps={{ "aria-label": "Close" }}>
      <Stack gap="sm">
        <Text size="sm">Turns, then theme numbers, then a note if you like; a line for each place. This is what was written on the printed transcript.</Text>
        <Textarea
          label="Lines"
          placeholder={"T43-45 2.3 4.1\nT51 1.2 she says it twice"}
          autosize
          minRows={8}
          maxRows={18}
          data-autofocus
          value={lines}
          styles={{ input: { fontFamily: "ui-monospace, 'DejaVu Sans Mono', monospace" } }}
          onChange={(event) => {
            setLines(event.currentTarget.value);
            sessionStorage.setItem(draft, event.currentTarget.value);
            setTold(null);
          }}
        />
        <div role="status">
          {refused !== "" && <Text c="var(--mantine-color-error)" size="sm">{refused}</Text>}
          {told !== null && (
            <>
              <Text size="sm">
                {told.added} codings would be added{told.already > 0 && `, ${String(told.already)} stand there already`}.
              </Text>
              {told.bad.length > 0 && (
                <ul style={{ margin: 0, paddingLeft: "1.1rem" }}>
                  {told.bad.map((line) => <li key={`${String(line.line)} ${line.reason}`}>Line {line.line}: {line.reason}</li>)}
                </ul>
              )}
            </>
          )}
        </div>
        <Group justify="flex-end">
          <Button variant="default" disabled={lines.trim() === ""} onClick={() => { void look(); }}>Look first</Button>
          <Button disabled={lines.trim() === "" || write.isPending} onClick={() => { write.mutate(lines); }}>Index these</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
