import { Autocomplete, Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useState } from "react";

import { api, dataOf, http, REQUEST_KEY } from "@/api/client";
import { useWrite } from "@/api/writes";
import { SearchedSelect } from "@/shared/page/SearchedSelect";
import { tell } from "@/shared/page/tell";

import type { Place } from "../model/types";

const TASKS = ["chart", "review", "go down the column"];

/** Gives a cell, or all of a case's row, to somebody; it then stands in the queue. theme: null for the row. */
export function AssignDialog({ study, place, theme, name, onClose }: { study: string; place: Place; theme: number | null; name: string; onClose: () => void }) {
  const at = { params: { path: { study } } };
  const queue = api.useQuery("get", "/api/studies/{study}/queue", at);
  const [person, setPerson] = useState<string | null>(null);
  const [task, setTask] = useState("chart");
  const [due, setDue] = useState("");
  const assign = useWrite({
    label: "Assign",
    send: async (who: string, request) =>
      dataOf(
        await http.POST("/api/studies/{study}/queue/assignments", {
          ...at,
          headers: { [REQUEST_KEY]: request },
          body: { person: who, task: task.trim(), source: null, theme, case: place.case, wave: place.wave, due: due === "" ? null : due },
        }),
      ),
    refresh: () => [api.queryOptions("get", "/api/studies/{study}/queue", at).queryKey, api.queryOptions("get", "/api/studies/{study}/overview", at).queryKey],
    onDone: (_answer, who) => { tell(`${name} is ${who}’s to do; it stands in the queue.`); },
  });
  const isReady = person !== null && task.trim() !== "";
  return (
    <Modal opened onClose={onClose} title={`Assign ${name}`} returnFocus={false} closeButtonProps={{ "aria-label": "Close" }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReady) return;
          assign.mutate(person);
          onClose();
        }}
      >
        <Stack>
          <SearchedSelect label="Who" data={queue.data?.people ?? []} value={person} onChange={setPerson} data-autofocus />
          <Autocomplete label="Does what" data={TASKS} value={task} onChange={setTask} />
          <TextInput type="date" label="By" value={due} onChange={(event) => { setDue(event.currentTarget.value); }} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>Not now</Button>
            <Button type="submit" disabled={!isReady}>Assign</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
