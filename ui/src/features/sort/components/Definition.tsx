import { Button, Checkbox, Group, Stack, Text, Textarea } from "@mantine/core";
import { useRef, useState } from "react";

import { Problem, wordsOf } from "@/api/problem";
import type { components } from "@/api/schema";
import { hueStyle } from "@/shared/colour/hue";
import { Changing } from "@/shared/page/past";
import type { Themes } from "@/shared/themes/themes";

import type { Sorting } from "../model/useSorting";

type Theme = components["schemas"]["ThemeShown"];

const FIELDS = [
  ["definition", "Definition"],
  ["include", "Include"],
  ["exclude", "Exclude"],
  ["example", "Example"],
] as const;
type Field = (typeof FIELDS)[number][0];

/** What belongs under the theme, beside the extracts that it gathers, to be mended in place. */
export function Definition({ theme, sorting, themes }: { theme: Theme; sorting: Sorting; themes: Themes }) {
  const draft = `sort.definition.${String(theme.k)}`;
  const [words, setWords] = useState<Partial<Record<Field, string>>>(() => JSON.parse(sessionStorage.getItem(draft) ?? "{}") as Partial<Record<Field, string>>);
  const [isWording, setWording] = useState(false);
  const [theirs, setTheirs] = useState<Theme | null>(null);
  const [refused, setRefused] = useState("");
  const side = useRef<HTMLElement>(null);
  const changed = FIELDS.filter(([field]) => words[field] !== undefined && words[field] !== theme[field]);
  const write = (field: Field, value: string): void => {
    const next = { ...words, [field]: value };
    setWords(next);
    sessionStorage.setItem(draft, JSON.stringify(next));
  };
  const forget = (): void => {
    sessionStorage.removeItem(draft);
    setWords({});
    setTheirs(null);
    setRefused("");
  };
  const keep = (): void => {
    const given = Object.fromEntries(changed.map(([field]) => [field, words[field]]));
    sorting.mend.mutate(
      { theme, words: { ...given, reason: "", wording_only: isWording } },
      {
        onSuccess: () => {
          forget();
          side.current?.closest(".sort")?.querySelector<HTMLElement>('[data-extract][data-active="true"]')?.focus();
        },
        onError: (error) => {
          setRefused(wordsOf(error));
          if (error instanceof Problem && error.isConflict && error.current !== undefined) setTheirs(error.current as Theme);
        },
      },
    );
  };
  return (
    <aside ref={side} className="definition hue" style={hueStyle(themes.hue(theme.k))} aria-label="What belongs here">
      <h2><span className="hue-dot" aria-hidden /> {themes.label(theme.k)}</h2>
      <Changing><Stack gap="xs">
        {FIELDS.map(([field, label]) => (
          <div key={field}>
            <Textarea label={label} size="sm" autosize minRows={field === "definition" ? 3 : 1} maxRows={12} value={words[field] ?? theme[field]} onChange={(event) => { write(field, event.currentTarget.value); }}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || changed.length === 0) return;
                event.preventDefault();
                keep();
              }}
            />
            {theirs !== null && theirs[field] !== theme[field] && <Text size="sm">Somebody wrote meanwhile: “{theirs[field]}”</Text>}
          </div>
        ))}
        {refused !== "" && <Text size="sm" c="var(--mantine-color-error)" role="alert">{refused}</Text>}
        {changed.length > 0 && (
          <>
            <Checkbox size="sm" label="Only the wording: nothing has to be looked at again" checked={isWording} onChange={(event) => { setWording(event.currentTarget.checked); }} />
            <Group gap="xs">
              <Button size="compact-sm" onClick={keep} loading={sorting.mend.isPending} title="Ctrl+Enter">Keep what is written</Button>
              <Button size="compact-sm" variant="subtle" color="gray" onClick={forget}>Leave as it was</Button>
            </Group>
          </>
        )}
      </Stack></Changing>
    </aside>
  );
}
