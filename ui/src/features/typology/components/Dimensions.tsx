import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";

import { api } from "@/api/client";
import { Answered, Refused } from "@/shared/page/States";

import type { Dimension, Typology } from "../model/types";
import type { Working } from "../model/useTypology";

/** The dimensions with their values; a value is added in place. */
export function Dimensions({ now, working, reading }: { now: Typology; working: Working; reading: boolean }) {
  return (
    <ul className="ty-dimensions">
      {now.dimensions.map((dimension) => <OneDimension key={dimension.k} dimension={dimension} working={working} reading={reading} />)}
    </ul>
  );
}

function OneDimension({ dimension, working, reading }: { dimension: Dimension; working: Working; reading: boolean }) {
  const [name, setName] = useState<string | null>(null);
  return (
    <li aria-label={dimension.name}>
      <span><b>{dimension.name}</b>: {dimension.values.map((value) => value.name).join(" · ") || "no value yet"}</span>
      {!reading && name === null && (
        <>
          <Button size="compact-xs" variant="default" aria-label={`Add a value to ${dimension.name}`} onClick={() => { setName(""); }}>Add a value</Button>
          <Button size="compact-xs" variant="subtle" color="gray" aria-label={`Remove ${dimension.name}`} onClick={() => { working.removeDimension.mutate(dimension.k); }}>Remove</Button>
        </>
      )}
      {name !== null && (
        <form className="ty-name" onSubmit={(event) => { event.preventDefault(); if (name.trim() !== "") working.addValue.mutate({ dimension: dimension.k, name }, { onSuccess: () => { setName(null); } }); }}>
          <TextInput size="xs" autoFocus aria-label={`New value of ${dimension.name}`} value={name} onChange={(event) => { setName(event.currentTarget.value); }} onKeyDown={(event) => { if (event.key === "Escape") setName(null); }} />
          <Button size="compact-sm" type="submit" disabled={name.trim() === ""}>Add</Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => { setName(null); }}>Not now</Button>
        </form>
      )}
    </li>
  );
}

/** A dimension from the categories of a worksheet, from names, or from both. */
export function NewDimensionDialog({ study, working, onClose }: { study: string; working: Working; onClose: () => void }) {
  const [name, setName] = useState("");
  const [question, setQuestion] = useState("");
  const [theme, setTheme] = useState("");
  const [left, setLeft] = useState<readonly number[]>([]);
  const [values, setValues] = useState("");
  const sheets = api.useQuery("get", "/api/studies/{study}/worksheets", { params: { path: { study } } });
  const usable = (sheets.data ?? []).filter((stand) => stand.categories > 0);
  const sheet = api.useQuery("get", "/api/studies/{study}/worksheets/{theme}", { params: { path: { study, theme: Number(theme) } } }, { enabled: theme !== "" });
  const kept = theme === "" ? [] : (sheet.data?.categories ?? []).map((one) => one.k).filter((k) => !left.includes(k));
  const names = values.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  const submit = (): void => {
    working.addDimension.mutate({ name, question, theme: kept.length === 0 ? null : Number(theme), categories: kept, values: names }, { onSuccess: onClose });
  };
  return (
    <Modal opened onClose={onClose} title="Add a dimension" closeButtonProps={{ "aria-label": "Close" }}>
      <form onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <Stack gap="sm">
          <TextInput label="Name" value={name} onChange={(event) => { setName(event.currentTarget.value); }} data-autofocus />
          <TextInput label="Question" description="What is asked of each case. May stay empty." value={question} onChange={(event) => { setQuestion(event.currentTarget.value); }} />
          <NativeSelect
            label="Categories of the worksheet"
            {...(usable.length === 0 ? { description: "No worksheet has categories yet; name the values below." } : {})}
            value={theme}
            onChange={(event) => { setTheme(event.currentTarget.value); setLeft([]); }}
            data={[{ value: "", label: "none" }, ...usable.map((stand) => ({ value: String(stand.theme), label: `${stand.number} ${stand.name}` }))]}
          />
          {theme !== "" && (
            <Answered query={sheet} what="Reading the categories">
              {(found) => (
                <Stack gap={4}>
                  {found.categories.map((one) => (
                    <Checkbox key={one.k} label={one.name} checked={!left.includes(one.k)} onChange={(event) => { setLeft(event.currentTarget.checked ? left.filter((k) => k !== one.k) : [...left, one.k]); }} />
                  ))}
                </Stack>
              )}
            </Answered>
          )}
          <Textarea label="Values of your own" description="One a line." autosize minRows={2} value={values} onChange={(event) => { setValues(event.currentTarget.value); }} />
          {kept.length + names.length < 2 && <Text size="sm" c="dimmed">A dimension parts the cases by two values or more; others can be added later.</Text>}
          {working.addDimension.isError && <Refused error={working.addDimension.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>Not now</Button>
            <Button type="submit" disabled={name.trim() === "" || kept.length + names.length === 0}>Add</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
