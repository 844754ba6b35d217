import { Autocomplete, Button, TextInput } from "@mantine/core";
import { useState } from "react";

import { api } from "@/api/client";
import { SearchedSelect } from "@/shared/page/SearchedSelect";
import { ThemePicker } from "@/shared/themes/ThemePicker";
import { useThemes } from "@/shared/themes/useThemes";

import type { Deeds } from "../model/useQueue";

const TASKS = ["read", "index", "chart", "review", "go down the column"];

/** Who should do what, with a source, a theme, a case or a cell, by when. */
export function Assign({ study, people, assign }: { study: string; people: readonly string[]; assign: Deeds["assign"] }) {
  const themes = useThemes(study);
  const at = { params: { path: { study } } };
  const sources = api.useQuery("get", "/api/studies/{study}/reading", at);
  const grid = api.useQuery("get", "/api/studies/{study}/cases", at);
  const [person, setPerson] = useState<string | null>(null);
  const [task, setTask] = useState("");
  const [source, setSource] = useState<string | null>(null);
  const [theme, setTheme] = useState<number | null>(null);
  const [who, setWho] = useState<string | null>(null);
  const [due, setDue] = useState("");
  const isReady = person !== null && task.trim() !== "";
  const send = (): void => {
    if (!isReady) return;
    assign.mutate({ person, task: task.trim(), source: source === null ? null : Number(source), theme, case: who === null ? null : Number(who), due: due === "" ? null : due });
    setTask("");
    setSource(null);
    setTheme(null);
    setWho(null);
  };
  return (
    <form className="queue-assign" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <SearchedSelect size="sm" label="Who" data={[...people]} value={person} onChange={setPerson} />
      <Autocomplete size="sm" label="Does what" data={TASKS} value={task} onChange={setTask} />
      <SearchedSelect size="sm" label="Source" clearable limit={60} data={(sources.data ?? []).map((one) => ({ value: String(one.k), label: one.name }))} value={source} onChange={setSource} />
      <SearchedSelect size="sm" label="Case" clearable limit={60} data={(grid.data?.cases ?? []).map((one) => ({ value: String(one.k), label: one.name }))} value={who} onChange={setWho} />
      <ThemePicker themes={themes} label="Theme" value={theme === null ? null : String(theme)} onPick={setTheme} clearable />
      <TextInput size="sm" type="date" label="By" value={due} onChange={(event) => { setDue(event.currentTarget.value); }} />
      <Button type="submit" size="sm" disabled={!isReady}>Assign</Button>
    </form>
  );
}
