import { Button, Checkbox, Group, Modal, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";

import { Refused } from "@/shared/page/States";

import { KINDS, TYPES } from "../model/grid";
import type { Attribute, Case } from "../model/types";
import type { CaseDeeds } from "../model/useCases";

/** What a dialog is about. */
export type Dialog = { kind: "case" } | { kind: "attribute" } | { kind: "edit"; attribute: Attribute };

interface Props {
  deeds: CaseDeeds;
  onClose: () => void;
}

const CATEGORIES = new Set<string>(["category", "ordered category"]);

function levelsIn(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
}

function AddCase({ deeds, onClose }: Props) {
  const [name, setName] = useState("");
  const [kind, setKind] = useState<Case["kind"]>("person");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    deeds.addCase.mutate({ name, kind }, { onSuccess: onClose });
  };
  return (
    <Modal opened onClose={onClose} title="Add a case" closeButtonProps={{ "aria-label": "Close" }}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput label="Name" description="A pseudonym, not a real name." value={name} onChange={(event) => { setName(event.currentTarget.value); }} data-autofocus />
          <Select label="Kind" data={[...KINDS]} value={kind} onChange={(value) => { setKind(value as Case["kind"]); }} allowDeselect={false} />
          {deeds.addCase.isError && <Refused error={deeds.addCase.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>Not now</Button>
            <Button type="submit" disabled={name.trim() === ""}>Add</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function AttributeDialog({ deeds, onClose, attribute }: Props & { attribute: Attribute | null }) {
  const [name, setName] = useState(attribute?.name ?? "");
  const [type, setType] = useState<Attribute["type"]>(attribute?.type ?? "text");
  const [levels, setLevels] = useState((attribute?.levels ?? []).join("\n"));
  const [varies, setVaries] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const listed = CATEGORIES.has(type) ? levelsIn(levels) : [];
  const change = async (known: Attribute): Promise<void> => {
    const kind = { type, levels: listed };
    const renamed = name.trim() === known.name ? null : await deeds.renameAttribute.mutateAsync({ attribute: known, name });
    if (type === known.type && listed.join("\n") === known.levels.join("\n")) return;
    await deeds.retype.mutateAsync({ attribute: { ...known, rev: renamed?.rev ?? known.rev }, kind });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const done = attribute === null ? deeds.addAttribute.mutateAsync({ name, type, levels: listed, per_wave: varies }) : change(attribute);
    done.then(onClose, setFailed);
  };
  return (
    <Modal opened onClose={onClose} title={attribute === null ? "Add an attribute" : `The attribute “${attribute.name}”`} closeButtonProps={{ "aria-label": "Close" }}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput label="Name" value={name} onChange={(event) => { setName(event.currentTarget.value); }} data-autofocus />
          <Select label="Type" data={[...TYPES]} value={type} onChange={(value) => { setType(value as Attribute["type"]); }} allowDeselect={false} />
          {CATEGORIES.has(type) && (
            <Textarea
              label="Categories"
              description={type === "category" ? "One a line." : "One a line, from lowest to highest."}
              value={levels}
              onChange={(event) => { setLevels(event.currentTarget.value); }}
              autosize
              minRows={3}
            />
          )}
          {attribute === null && <Checkbox label="Varies by wave" checked={varies} onChange={(event) => { setVaries(event.currentTarget.checked); }} />}
          {failed !== null && <Refused error={failed} />}
          <Group justify="flex-end">
            {attribute !== null && (
              <Button variant="subtle" color="red" mr="auto" onClick={() => { deeds.removeAttribute.mutate(attribute); onClose(); }}>Remove it with its values</Button>
            )}
            <Button variant="default" onClick={onClose}>Not now</Button>
            <Button type="submit" disabled={name.trim() === ""}>{attribute === null ? "Add" : "Change"}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** The dialog that is open, if one is. */
export function SampleDialog({ dialog, ...rest }: Props & { dialog: Dialog | null }) {
  switch (dialog?.kind) {
    case "case":
      return <AddCase {...rest} />;
    case "attribute":
      return <AttributeDialog {...rest} attribute={null} />;
    case "edit":
      return <AttributeDialog {...rest} attribute={dialog.attribute} />;
    case undefined:
      return null;
  }
}
