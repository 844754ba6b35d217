import { Anchor, Button, Checkbox, Group, Modal, MultiSelect, NativeSelect, PasswordInput, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";

import { api, dataOf, http, REQUEST_KEY } from "@/api/client";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";
import { Refused } from "@/shared/page/States";
import { counted } from "@/shared/page/when";

type Given = components["schemas"]["NewDerivation"];
type Derived = components["schemas"]["DerivedShown"];
const KINDS = ["supplementary", "supra", "re-analysis", "amplified", "assorted"] as const;

/** Makes a study from themes, cases and waves of this one, for secondary analysis. */
export function DeriveDialog({ study, encrypted, onClose }: { study: string; encrypted: boolean; onClose: () => void }) {
  const made = useWrite({
    label: "Make a study from part of this one",
    send: async (given: Given, request): Promise<Derived> => dataOf(await http.POST("/api/studies/{study}/derived", { params: { path: { study } }, headers: { [REQUEST_KEY]: request }, body: given })),
    refresh: () => [["get", "/api/studies"]],
    toldThere: true,
  });
  return (
    <Modal opened onClose={onClose} title="Make a study from part of this one" size="lg" closeButtonProps={{ "aria-label": "Close" }}>
      {made.data === undefined ? <Chosen study={study} encrypted={encrypted} isPending={made.isPending} error={made.error} onMake={(given) => { made.mutate(given); }} onClose={onClose} /> : <Made done={made.data} onClose={onClose} />}
    </Modal>
  );
}

interface ChosenProps {
  study: string;
  encrypted: boolean;
  isPending: boolean;
  error: unknown;
  onMake: (given: Given) => void;
  onClose: () => void;
}

function Chosen({ study, encrypted, isPending, error, onMake, onClose }: ChosenProps) {
  const path = { params: { path: { study } } };
  const framework = api.useQuery("get", "/api/studies/{study}/framework", path);
  const cases = api.useQuery("get", "/api/studies/{study}/cases", path);
  const waves = api.useQuery("get", "/api/studies/{study}/waves", path);
  const [given, setGiven] = useState<Given>({ title: "", purpose: "", kind: "supplementary", themes: [], cases: [], waves: [], whole: false, passphrase: null });
  const isReady = given.title.trim() !== "" && given.purpose.trim() !== "" && (!encrypted || given.passphrase !== null);
  const themes = (framework.data?.themes ?? []).map((theme) => ({ value: theme.number, label: `${theme.number} ${theme.name}` }));
  const named = (waves.data ?? []).map((wave) => wave.name);
  return (
    <form onSubmit={(event) => { event.preventDefault(); onMake(given); }}>
      <Stack gap="sm">
        <TextInput label="Title" data-autofocus value={given.title} onChange={(event) => { setGiven({ ...given, title: event.currentTarget.value }); }} />
        <Textarea label="What the analysis asks" description="It stands in the study that is made." autosize minRows={2} value={given.purpose} onChange={(event) => { setGiven({ ...given, purpose: event.currentTarget.value }); }} />
        <NativeSelect label="Kind of secondary analysis" data={[...KINDS]} value={given.kind ?? "supplementary"} onChange={(event) => { setGiven({ ...given, kind: event.currentTarget.value as (typeof KINDS)[number] }); }} />
        <MultiSelect label="Themes, with all below them" description="None for all" searchable data={themes} value={given.themes ?? []} onChange={(chosen) => { setGiven({ ...given, themes: chosen }); }} />
        <MultiSelect label="Cases" description="None for all" searchable data={[...new Set((cases.data?.cases ?? []).map((one) => one.name))]} value={given.cases ?? []} onChange={(chosen) => { setGiven({ ...given, cases: chosen }); }} />
        {named.length > 0 && <MultiSelect label="Waves" description="None for all" data={named} value={given.waves ?? []} onChange={(chosen) => { setGiven({ ...given, waves: chosen }); }} />}
        <Checkbox label="Texts come whole" description="Otherwise only what is indexed under the themes, or is evidence in their cells, stands in them." checked={given.whole ?? false} onChange={(event) => { setGiven({ ...given, whole: event.currentTarget.checked }); }} />
        {encrypted && <PasswordInput label="Passphrase of the new study" value={given.passphrase ?? ""} onChange={(event) => { setGiven({ ...given, passphrase: event.currentTarget.value === "" ? null : event.currentTarget.value }); }} />}
        {error !== null && error !== undefined && <Refused error={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>Not now</Button>
          <Button type="submit" disabled={!isReady} loading={isPending}>Make it</Button>
        </Group>
      </Stack>
    </form>
  );
}

function Made({ done, onClose }: { done: Derived; onClose: () => void }) {
  return (
    <Stack gap="sm" role="status">
      <Text>“{done.title}” is made: {counted(done.sources, "source")}, {counted(done.codings, "coding")}, {counted(done.cells, "cell")}.</Text>
      <Text size="sm">{done.consent}</Text>
      {done.left_out.length > 0 && <Text size="sm">Left out: {done.left_out.join(", ")}.</Text>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>Stay here</Button>
        <Anchor component={Link} to={`/s/${encodeURIComponent(done.name)}/`} onClick={onClose}>Open it</Anchor>
      </Group>
    </Stack>
  );
}
