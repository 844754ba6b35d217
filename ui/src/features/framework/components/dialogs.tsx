import { Button, Checkbox, Group, Modal, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState, type FormEvent, type ReactNode } from "react";

import { SearchedSelect } from "@/shared/page/SearchedSelect";

import { linesOf, namesOf } from "../model/lines";
import { isWithin, siblings } from "../model/tree";
import type { FrameworkDeeds } from "../model/useFramework";
import type { Framework, Theme } from "../model/types";

/** What a dialog is about. */
export type Dialog =
  | { kind: "add"; parent: number | null }
  | { kind: "code" }
  | { kind: "move"; k: number }
  | { kind: "merge"; themes: number[] }
  | { kind: "split"; k: number }
  | { kind: "retire"; k: number }
  | { kind: "version" };

const TOP = "top";

function label(theme: Theme): string {
  return `${theme.number} ${theme.name}`.trim();
}

function Asking({ title, onClose, onSubmit, deed, ready = true, children }: {
  title: string;
  onClose: () => void;
  onSubmit: () => void;
  deed: string;
  ready?: boolean;
  children: ReactNode;
}) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ "aria-label": "Close" }}>
      <form onSubmit={submit}>
        <Stack>
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" disabled={!ready}>
              {deed}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Reason({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <Textarea
      label="Reason"
      description="Kept with the operation; the report’s table of versions prints it."
      value={value}
      onChange={(event) => { onChange(event.currentTarget.value); }}
      autosize
      minRows={1}
    />
  );
}

interface Props {
  framework: Framework;
  deeds: FrameworkDeeds;
  onClose: () => void;
}

/** Themes are named one a line; several are made in one change, those that are indented as sub-themes of the one above. */
function AddTheme({ framework, deeds, onClose, parent, code }: Props & { parent: number | null; code: boolean }) {
  const [typed, setTyped] = useState("");
  const [definition, setDefinition] = useState("");
  const lines = linesOf(typed);
  const names = namesOf(lines);
  const above = framework.themes.find((theme) => theme.k === parent);
  const add = (): void => {
    if (names.length > 1 && !code) {
      deeds.addAll.mutate({ lines, parent });
      return;
    }
    const last = siblings(framework.themes, parent).at(-1)?.k ?? null;
    for (const name of names) {
      const words = { name, definition: names.length > 1 ? "" : definition, include: "", exclude: "", example: "", origin: "" as const };
      deeds.add.mutate({ words, spot: code ? null : { parent, after: last } });
    }
  };
  const title = code ? "New open code" : above === undefined ? "New main theme" : `New sub-theme of ${label(above)}`;
  return (
    <Asking title={title} deed={names.length > 1 ? `Add ${String(names.length)}` : "Add"} onClose={onClose} onSubmit={add} ready={names.length > 0 && names.every((name) => name.length <= 200)}>
      <Textarea
        label="Name"
        description={`Shift+Enter for another line; each line becomes one${code ? "" : ", an indented one a sub-theme of the line above"}`}
        value={typed}
        onChange={(event) => { setTyped(event.currentTarget.value); }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        data-autofocus
        autosize
        minRows={1}
        maxRows={14}
      />
      {names.length < 2 && <Textarea label="Definition" value={definition} onChange={(event) => { setDefinition(event.currentTarget.value); }} autosize minRows={2} />}
    </Asking>
  );
}

function MoveTheme({ framework, deeds, onClose, k }: Props & { k: number }) {
  const theme = [...framework.themes, ...framework.codes].find((each) => each.k === k);
  const [parent, setParent] = useState<string>(theme?.parent === null || theme?.parent === undefined ? TOP : String(theme.parent));
  const [after, setAfter] = useState<string | null>(null);
  if (theme === undefined) return null;
  const homes = framework.themes.filter((each) => theme.state === "code" || !isWithin(framework.themes, each.k, k));
  const under = parent === TOP ? null : Number(parent);
  const beside = siblings(framework.themes, under).filter((each) => each.k !== k);
  const behind = after === "first" ? null : Number(after ?? beside.at(-1)?.k ?? NaN);
  const move = (): void => {
    deeds.move.mutate({ k, spot: { parent: under, after: Number.isNaN(behind) ? null : behind } });
  };
  return (
    <Asking title={theme.state === "code" ? `Place “${theme.name}”` : `Move ${label(theme)}`} deed="Move" onClose={onClose} onSubmit={move}>
      <SearchedSelect
        label="Under"
        data={[{ value: TOP, label: "no theme: a main theme" }, ...homes.map((each) => ({ value: String(each.k), label: label(each) }))]}
        value={parent}
        onChange={(value) => { setParent(value ?? TOP); setAfter(null); }}
        allowDeselect={false}
        data-autofocus
      />
      <SearchedSelect
        label="Behind"
        data={[{ value: "first", label: "nothing: the first one there" }, ...beside.map((each) => ({ value: String(each.k), label: label(each) }))]}
        value={after ?? (beside.length === 0 ? "first" : String(beside.at(-1)?.k))}
        onChange={setAfter}
        allowDeselect={false}
      />
      <Text size="sm" c="dimmed">
        Codings and cells move along; nothing has to be looked at again. Numbers change with the place.
      </Text>
    </Asking>
  );
}

function MergeThemes({ framework, deeds, onClose, themes }: Props & { themes: number[] }) {
  const everything = [...framework.themes, ...framework.codes];
  const given = everything.filter((theme) => themes.includes(theme.k));
  const [into, setInto] = useState<string | null>(given.length > 1 ? String(given[0]?.k) : null);
  const [reason, setReason] = useState("");
  const choices = given.length > 1 ? given : everything.filter((theme) => !themes.includes(theme.k));
  const merge = (): void => {
    deeds.merge.mutate({ themes: themes.filter((k) => String(k) !== into), into: Number(into), reason });
  };
  return (
    <Asking title={`Merge ${given.map(label).join(", ")}`} deed="Merge" onClose={onClose} onSubmit={merge} ready={into !== null}>
      <SearchedSelect
        label="What stays"
        description="It keeps its place and name, and takes the others’ codings, cells and sub-themes."
        data={choices.map((theme) => ({ value: String(theme.k), label: label(theme) || theme.name }))}
        value={into}
        onChange={setInto}
        data-autofocus
      />
      <Text size="sm" c="dimmed">
        Cells of both keep their statements with their origin and are marked to be looked at; a cell that only one side had is carried along as it is.
      </Text>
      <Reason value={reason} onChange={setReason} />
    </Asking>
  );
}

function SplitTheme({ framework, deeds, onClose, k }: Props & { k: number }) {
  const theme = framework.themes.find((each) => each.k === k);
  const [names, setNames] = useState("");
  const [heir, setHeir] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  if (theme === undefined) return null;
  const into = names.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  const hasSubThemes = framework.themes.some((each) => each.parent === k);
  const split = (): void => {
    const words = into.map((name) => ({ name, definition: "", include: "", exclude: "", example: "", origin: theme.origin }));
    deeds.split.mutate({ k, into: words, heir: heir ?? "", reason });
  };
  return (
    <Asking title={`Split ${label(theme)}`} deed="Split" onClose={onClose} onSubmit={split} ready={into.length >= 2 && (!hasSubThemes || heir !== null)}>
      <Textarea
        label="New themes"
        description="One name a line, two or more. They stand where the old theme stood."
        value={names}
        onChange={(event) => { setNames(event.currentTarget.value); setHeir(null); }}
        autosize
        minRows={3}
        data-autofocus
      />
      {hasSubThemes && <Select label="Its sub-themes go to" data={into} value={heir} onChange={setHeir} />}
      <Text size="sm" c="dimmed">
        {theme.codings === 1 ? "Its coding waits" : `Its ${String(theme.codings)} codings wait`} under “To look at again” to be allocated by hand; nothing is guessed.
      </Text>
      <Reason value={reason} onChange={setReason} />
    </Asking>
  );
}

function RetireTheme({ framework, deeds, onClose, k }: Props & { k: number }) {
  const theme = framework.themes.find((each) => each.k === k);
  const [below, setBelow] = useState(false);
  const [reason, setReason] = useState("");
  if (theme === undefined) return null;
  const hasSubThemes = framework.themes.some((each) => each.parent === k);
  return (
    <Asking
      title={`Retire ${label(theme)}`}
      deed="Retire"
      onClose={onClose}
      onSubmit={() => { deeds.retire.mutate({ k, below, reason }); }}
      ready={!hasSubThemes || below}
    >
      <Text size="sm">Its codings stay readable and out of new charts. Ctrl+Z brings it back.</Text>
      {hasSubThemes && (
        <Checkbox label="Retire its sub-themes with it" checked={below} onChange={(event) => { setBelow(event.currentTarget.checked); }} />
      )}
      <Reason value={reason} onChange={setReason} />
    </Asking>
  );
}

function NameVersion({ framework, deeds, onClose }: Props) {
  const [name, setName] = useState(framework.next_name);
  const [reason, setReason] = useState("");
  return (
    <Asking title="Keep the framework as a version" deed="Keep" onClose={onClose} onSubmit={() => { deeds.version.mutate({ name, reason }); }} ready={name.trim() !== ""}>
      <Text size="sm" c="dimmed">
        {framework.standing}
      </Text>
      <TextInput label="Name" value={name} onChange={(event) => { setName(event.currentTarget.value); }} data-autofocus />
      <Reason value={reason} onChange={setReason} />
    </Asking>
  );
}

/** The dialog that is open, if one is. */
export function FrameworkDialog({ dialog, ...rest }: Props & { dialog: Dialog | null }) {
  switch (dialog?.kind) {
    case "add":
      return <AddTheme {...rest} parent={dialog.parent} code={false} />;
    case "code":
      return <AddTheme {...rest} parent={null} code />;
    case "move":
      return <MoveTheme {...rest} k={dialog.k} />;
    case "merge":
      return <MergeThemes {...rest} themes={dialog.themes} />;
    case "split":
      return <SplitTheme {...rest} k={dialog.k} />;
    case "retire":
      return <RetireTheme {...rest} k={dialog.k} />;
    case "version":
      return <NameVersion {...rest} />;
    case undefined:
      return null;
  }
}
