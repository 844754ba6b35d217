import { ActionIcon, Anchor, Badge, Button, Group, Menu, Paper, Stack, Text } from "@mantine/core";
import { Ellipsis, Lock, Trash2 } from "lucide-react";
import { Link } from "react-router";

import { counted, said, sized } from "@/shared/page/when";

import type { OnShelf } from "./shelf";

function Counts({ study }: { study: OnShelf }) {
  const { counts } = study;
  if (counts === null) return null;
  const words = [
    counted(counts.sources, "source"),
    counted(counts.cases, "case"),
    counted(counts.themes, "theme"),
    counted(counts.codings, "coding"),
  ];
  return <Text size="sm">{words.join(" · ")}</Text>;
}

function StudyTitle({ study }: { study: OnShelf }) {
  const title = study.title ?? study.name;
  if (study.problem !== null) {
    return <Text fw={600}>{title}</Text>;
  }
  return (
    <Anchor component={Link} to={`/s/${encodeURIComponent(study.name)}/`} fw={600} c="inherit" style={{ overflowWrap: "anywhere" }}>
      {title}
    </Anchor>
  );
}

/** One study of the library: what it is, how much is in it, when it was last changed, or why it cannot be opened. */
export function StudyCard({ study, onDelete, onUnlock }: { study: OnShelf; onDelete: () => void; onUnlock: () => void }) {
  return (
    <Paper withBorder p="md" radius="md" h="100%">
      <Stack gap={6} h="100%">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <StudyTitle study={study} />
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={`More about ${study.title ?? study.name}`}>
                <Ellipsis size={17} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<Trash2 size={15} aria-hidden />} onClick={onDelete}>
                Delete …
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
        <Counts study={study} />
        {study.message !== null && study.problem !== "locked" && <Text size="sm">{study.message}</Text>}
        {study.problem === "locked" && (
          <Button size="compact-sm" variant="default" onClick={onUnlock} leftSection={<Lock size={14} aria-hidden />} style={{ alignSelf: "start" }}>
            Open with its passphrase
          </Button>
        )}
        <Group gap="xs" mt="auto" pt={4}>
          <Text size="xs" c="dimmed">
            {study.name}.trellis · {sized(study.bytes)} · changed {said(study.changed_at)}
          </Text>
          {study.encrypted && (
            <Badge size="sm" variant="default" leftSection={<Lock size={11} aria-hidden />}>
              encrypted
            </Badge>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
