import { Button, Modal, PasswordInput, Stack } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useNavigate } from "react-router";

import { dataOf, http, REQUEST_KEY } from "@/api/client";
import { useWrite } from "@/api/writes";
import { Refused } from "@/shared/page/States";

import { shelfKey, type OnShelf } from "./shelf";

/** Opens an encrypted study for as long as the server runs. */
export function UnlockStudy({ study, onClose }: { study: OnShelf; onClose: () => void }) {
  const navigate = useNavigate();
  const [passphrase, setPassphrase] = useState("");
  const [refused, setRefused] = useState<unknown>(null);
  const opening = useWrite<string, { name: string }>({
    label: "Open an encrypted study",
    send: async (given, key) =>
      dataOf(
        await http.POST("/api/studies/{study}/open", {
          params: { path: { study: study.name } },
          headers: { [REQUEST_KEY]: key },
          body: { passphrase: given },
        }),
      ),
    refresh: () => [shelfKey],
    onDone: ({ name }) => void navigate(`/s/${encodeURIComponent(name)}/`),
    onRefused: setRefused,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    opening.mutate(passphrase);
  };
  return (
    <Modal opened onClose={onClose} title={`Open “${study.title ?? study.name}”`} closeButtonProps={{ "aria-label": "Close" }}>
      <form onSubmit={submit}>
        <Stack>
          <PasswordInput label="Passphrase" value={passphrase} onChange={(event) => { setPassphrase(event.currentTarget.value); }} data-autofocus />
          {refused !== null && <Refused error={refused} />}
          <Button type="submit" disabled={passphrase === ""} loading={opening.isPending} style={{ alignSelf: "end" }}>
            Open
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
