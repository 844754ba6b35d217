import { Button, Checkbox, Group, Modal, PasswordInput, Radio, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useNavigate } from "react-router";

import { dataOf, http, REQUEST_KEY } from "@/api/client";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";
import { Refused } from "@/shared/page/States";

import { shelfKey } from "./shelf";

type Given = components["schemas"]["NewStudy"];
type Template = components["schemas"]["Template"];

const TEMPLATES: readonly { value: Template; label: string; description: string }[] = [
  { value: "framework", label: "One-wave Framework study", description: "Cases with a starting set of attributes, and a topic guide to fill in." },
  { value: "evaluation", label: "Two-wave evaluation", description: "The same, with a first and a second wave." },
  { value: "blank", label: "Blank", description: "Nothing but the title." },
];

function useNewStudy(onDone: () => void, onRefused: (error: unknown) => void) {
  const navigate = useNavigate();
  return useWrite<Given, { name: string }>({
    label: "Make a study",
    send: async (given, key) => dataOf(await http.POST("/api/studies", { headers: { [REQUEST_KEY]: key }, body: given })),
    refresh: () => [shelfKey],
    onDone: ({ name }) => {
      onDone();
      void navigate(`/s/${encodeURIComponent(name)}/`);
    },
    onRefused,
  });
}

/** Makes a study: its title, what it begins with, its research questions, and whether the file is encrypted. */
export function NewStudy({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [title, setTitle] = useState("");
  const [template, setTemplate] = useState<Template>("framework");
  const [questions, setQuestions] = useState("");
  const [encrypted, setEncrypted] = useState(false);
  const [passphrase, setPassphrase] = useState("");
  const [refused, setRefused] = useState<unknown>(null);
  const making = useNewStudy(onClose, setRefused);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const asked = questions.split("\n").map((line) => line.trim()).filter((line) => line !== "");
    making.mutate({ title: title.trim(), template, questions: asked, passphrase: encrypted ? passphrase : null });
  };
  return (
    <Modal opened={opened} onClose={onClose} title="New study" size="lg" closeButtonProps={{ "aria-label": "Close" }}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput label="Title" required value={title} onChange={(event) => { setTitle(event.currentTarget.value); }} data-autofocus maxLength={300} />
          <Radio.Group label="What it begins with" value={template} onChange={(value) => { setTemplate(value as Template); }}>
            <Stack gap="xs" mt={6}>
              {TEMPLATES.map((each) => (
                <Radio key={each.value} value={each.value} label={each.label} description={each.description} />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label="Research questions"
            description="One a line. They stand on every export and can be changed later."
            value={questions}
            onChange={(event) => { setQuestions(event.currentTarget.value); }}
            autosize
            minRows={2}
          />
          <Checkbox label="Encrypt the file with a passphrase" checked={encrypted} onChange={(event) => { setEncrypted(event.currentTarget.checked); }} />
          {encrypted && (
            <>
              <PasswordInput label="Passphrase" value={passphrase} onChange={(event) => { setPassphrase(event.currentTarget.value); }} />
              <Text size="sm" c="dimmed">
                Nobody can open the study without it, and nobody can recover it. Keep it where your team keeps such things.
              </Text>
            </>
          )}
          {refused !== null && <Refused error={refused} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
            <Button type="submit" loading={making.isPending} disabled={title.trim() === "" || (encrypted && passphrase === "")}>
              Make the study
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
