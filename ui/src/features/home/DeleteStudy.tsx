import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";

import { dataOf, http, REQUEST_KEY } from "@/api/client";
import { useWrite } from "@/api/writes";
import { Refused } from "@/shared/page/States";
import { tell } from "@/shared/page/tell";

import { shelfKey, type OnShelf, type Removed } from "./shelf";

/** Asks for the title before a study goes; it can be recovered from the list of deleted ones. */
export function DeleteStudy({ study, onClose }: { study: OnShelf; onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const title = study.title ?? study.name;
  const [refused, setRefused] = useState<unknown>(null);
  const deletion = useWrite<string, Removed>({
    label: `Delete ${title}`,
    send: async (given, key) =>
      dataOf(
        await http.DELETE("/api/studies/{study}", {
          params: { path: { study: study.name } },
          headers: { [REQUEST_KEY]: key },
          body: { typed: given },
        }),
      ),
    refresh: () => [shelfKey],
    onDone: () => {
      tell(`“${title}” is deleted. It stands under “Deleted”, from where it can be recovered.`);
      onClose();
    },
    onRefused: setRefused,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    deletion.mutate(typed);
  };
  return (
    <Modal opened onClose={onClose} title={`Delete “${title}”`} closeButtonProps={{ "aria-label": "Close" }}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">The file moves to the library’s folder “Deleted”. Nothing is destroyed; withdrawal and disposal do that, inside a study.</Text>
          <TextInput
            label="Type the study’s title to delete it"
            description={title}
            value={typed}
            onChange={(event) => { setTyped(event.currentTarget.value); }}
            data-autofocus
            autoComplete="off"
          />
          {refused !== null && <Refused error={refused} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Keep it
            </Button>
            <Button color="red" type="submit" disabled={typed.trim() === ""} loading={deletion.isPending}>
              Delete
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
