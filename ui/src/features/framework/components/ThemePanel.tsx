import { Anchor, Badge, Button, Checkbox, Group, Menu, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";

import { Changing, OnlyNow } from "@/shared/page/past";

import { counted } from "@/shared/page/when";
import { useStudy } from "@/shared/page/useStudyName";

import type { FrameworkDeeds } from "../model/useFramework";
import type { Theme } from "../model/types";
import type { Dialog } from "./dialogs";

const FIELDS = [
  { name: "definition", label: "Definition", hint: "What is filed under it, in a sentence" },
  { name: "include", label: "Include", hint: "What belongs here although one might doubt it" },
  { name: "exclude", label: "Exclude", hint: "What does not, and where it goes instead" },
  { name: "example", label: "Example", hint: "Words that show it well" },
] as const;

const ORIGINS = [
  { value: "", label: "not stated" },
  { value: "a priori", label: "a priori" },
  { value: "emergent", label: "emergent" },
  { value: "analytical", label: "analytical" },
];

type FieldName = (typeof FIELDS)[number]["name"];

/** A text of a theme that is changed where it stands: kept on leaving the field, put back by Escape. */
function Field({ label, hint, value, onKeep }: { label: string; hint: string; value: string; onKeep: (value: string) => void }) {
  return (
    <label>
      <Text component="span" size="xs" c="dimmed" fw={600}>
        {label}
      </Text>
      <textarea
        // A newer wording from elsewhere replaces the field, unless somebody is typing in it.
        key={value}
        className="theme-field"
        rows={1}
        defaultValue={value}
        placeholder={hint}
        onBlur={(event) => {
          const typed = event.currentTarget.value;
          if (typed !== value) onKeep(typed);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.currentTarget.value = value;
          event.currentTarget.blur();
        }}
      />
    </label>
  );
}

function Deeds({ theme, onDialog }: { theme: Theme; onDialog: (dialog: Dialog) => void }) {
  const isCode = theme.state === "code";
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="default" flex="none" leftSection={<Ellipsis size={15} aria-hidden />}>
          What can be done
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {!isCode && <Menu.Item onClick={() => { onDialog({ kind: "add", parent: theme.k }); }} rightSection={<span className="keys">S</span>}>Add sub-themes …</Menu.Item>}
        <Menu.Item onClick={() => { onDialog({ kind: "move", k: theme.k }); }} rightSection={<span className="keys">M</span>}>
          {isCode ? "Place in the framework …" : "Move to …"}
        </Menu.Item>
        <Menu.Item onClick={() => { onDialog({ kind: "merge", themes: [theme.k] }); }}>Merge into another …</Menu.Item>
        {!isCode && <Menu.Item onClick={() => { onDialog({ kind: "split", k: theme.k }); }}>Split …</Menu.Item>}
        {!isCode && <Menu.Item onClick={() => { onDialog({ kind: "retire", k: theme.k }); }}>Retire …</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

/** A theme's words beside the tree, changed where they stand. */
export function ThemePanel({ theme, deeds, onDialog }: { theme: Theme; deeds: FrameworkDeeds; onDialog: (dialog: Dialog) => void }) {
  const study = useStudy();
  const [wordingOnly, setWordingOnly] = useState(false);
  const keep = (name: FieldName, value: string): void => {
    deeds.edit.mutate({ theme, words: { [name]: value, wording_only: wordingOnly } });
  };
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Title order={2}>
          {theme.number} {theme.name}
        </Title>
        <OnlyNow><Deeds theme={theme} onDialog={onDialog} /></OnlyNow>
      </Group>
      <Group gap="xs">
        {theme.state === "code" && <Badge variant="default">open code</Badge>}
        <Anchor component={Link} to={`/s/${encodeURIComponent(study)}/sort/${String(theme.k)}`} size="sm">
          {counted(theme.codings, "coding")} in {counted(theme.sources, "source")}
        </Anchor>
        <Anchor component={Link} to={`/s/${encodeURIComponent(study)}/memos?about=theme:${String(theme.k)}`} size="sm">
          Memos
        </Anchor>
        {theme.to_check > 0 && (
          <Anchor component={Link} to={`?view=todo&theme=${String(theme.k)}`} size="sm">
            {theme.to_check} to check
          </Anchor>
        )}
      </Group>
      <Changing>
      {FIELDS.map(({ name, label, hint }) => (
        <Field key={`${String(theme.k)}${name}`} label={label} hint={hint} value={theme[name]} onKeep={(value) => { keep(name, value); }} />
      ))}
      <Checkbox
        size="sm"
        label="Only the wording changes"
        description="The meaning stays, so codings and cells need not be looked at again."
        checked={wordingOnly}
        onChange={(event) => { setWordingOnly(event.currentTarget.checked); }}
      />
      <div>
        <Text size="xs" c="dimmed" fw={600} mb={4} id="origin">
          Origin
        </Text>
        <SegmentedControl
          size="xs"
          aria-labelledby="origin"
          data={ORIGINS}
          value={theme.origin}
          onChange={(origin) => { deeds.edit.mutate({ theme, words: { origin: origin as Theme["origin"] } }); }}
        />
      </div>
      </Changing>
    </Stack>
  );
}
