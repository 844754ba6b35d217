import { Button, Group, Menu, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { FileCheck, Plus, Sprout, Upload } from "lucide-react";
import { useState } from "react";
import { Link, useNavigate } from "react-router";

import { api, dataOf, http } from "@/api/client";
import { REQUEST_KEY } from "@/api/client";
import { useWrite } from "@/api/writes";
import { useCommands } from "@/shared/commands/commands";
import { Page } from "@/shared/page/Page";
import { Answered, Empty } from "@/shared/page/States";
import { tell } from "@/shared/page/tell";

import { DeletedStudies } from "./DeletedStudies";
import { DeleteStudy } from "./DeleteStudy";
import { ImportStudy } from "./ImportStudy";
import { NewStudy } from "./NewStudy";
import { shelfKey, type OnShelf } from "./shelf";
import { StudyCard } from "./StudyCard";
import { UnlockStudy } from "./UnlockStudy";

type Example = "roles" | "peer";

/** The example studies, by their names for the server. */
const EXAMPLES: readonly { which: Example; label: string; about: string }[] = [
  { which: "roles", label: "Roles study", about: "37 interviews about new roles, indexed and charted" },
  { which: "peer", label: "Peer study", about: "54 interviews in two waves about peer workers, read for a second question" },
];

function useExample() {
  const navigate = useNavigate();
  return useWrite<Example, { name: string }>({
    label: "Make an example study",
    send: async (which, key) =>
      dataOf(await http.POST("/api/studies/example", { params: { query: { which } }, headers: { [REQUEST_KEY]: key } })),
    refresh: () => [shelfKey],
    onDone: ({ name }) => {
      tell("The example study is ready. All of it is fiction, written for Trellis.");
      void navigate(`/s/${encodeURIComponent(name)}/`);
    },
  });
}

function Shelf({ items, onNew, onExample, makingExample }: {
  items: readonly OnShelf[];
  onNew: () => void;
  onExample: (which: Example) => void;
  makingExample: boolean;
}) {
  const [deleting, setDeleting] = useState<OnShelf | null>(null);
  const [unlocking, setUnlocking] = useState<OnShelf | null>(null);
  if (items.length === 0) {
    return (
      <Empty title="No study here yet">
        <Text maw={560}>
          Begin one of your own, or open an example to try everything on. Both are fiction: 37 interviews with people in new roles and their
          managers, and 54 in two waves about peer workers.
        </Text>
        <Group mt="sm">
          <Button onClick={onNew} leftSection={<Plus size={16} aria-hidden />}>
            New study
          </Button>
          {EXAMPLES.map(({ which, label }) => (
            <Button key={which} variant="default" onClick={() => { onExample(which); }} loading={makingExample} leftSection={<Sprout size={16} aria-hidden />}>
              Open the {label.toLowerCase()}
            </Button>
          ))}
        </Group>
      </Empty>
    );
  }
  return (
    <>
      <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="md" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
        {items.map((study) => (
          <li key={study.name}>
            <StudyCard study={study} onDelete={() => { setDeleting(study); }} onUnlock={() => { setUnlocking(study); }} />
          </li>
        ))}
      </SimpleGrid>
      {deleting !== null && <DeleteStudy study={deleting} onClose={() => { setDeleting(null); }} />}
      {unlocking !== null && <UnlockStudy study={unlocking} onClose={() => { setUnlocking(null); }} />}
    </>
  );
}

/** The studies in the library: open, make, delete, recover. */
export default function HomeScreen() {
  const shelf = api.useQuery("get", "/api/studies");
  const session = api.useQuery("get", "/api/session");
  const [making, setMaking] = useState(false);
  const [importing, setImporting] = useState<{ file: File | null } | null>(null);
  const example = useExample();
  const onNew = (): void => { setMaking(true); };
  const onExample = (which: Example): void => { example.mutate(which); };
  useCommands(
    [
      { id: "home.import", label: "Import a study", group: "Studies", keys: "i", run: () => { setImporting({ file: null }); } },
      { id: "home.new", label: "New study", group: "Studies", keys: "n", run: onNew },
      ...EXAMPLES.map(({ which, label }) => ({
        id: `home.example.${which}`,
        label: `Open the example: ${label.toLowerCase()}`,
        group: "Studies",
        run: () => { onExample(which); },
      })),
    ],
    [],
  );
  return (
    <Page
      title="Your studies"
      about={session.data === undefined ? undefined : `in ${session.data.library}, as ${session.data.person}`}
      actions={
        <>
          <Button variant="default" component={Link} to="/manuscript" leftSection={<FileCheck size={16} aria-hidden />}>
            Check a manuscript
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" loading={example.isPending} leftSection={<Sprout size={16} aria-hidden />}>
                Example studies
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {EXAMPLES.map(({ which, label, about }) => (
                <Menu.Item key={which} onClick={() => { onExample(which); }}>
                  <Text size="sm">{label}</Text>
                  <Text size="xs" c="dimmed">{about}</Text>
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Button variant="default" leftSection={<Upload size={16} aria-hidden />} onClick={() => { setImporting({ file: null }); }}>
            Import a study
          </Button>
          <Button onClick={onNew} leftSection={<Plus size={16} aria-hidden />}>
            New study
          </Button>
        </>
      }
    >
      <Answered query={shelf} what="Looking through the library">
        {({ items, deleted }) => (
          <Stack
            gap="xl"
            mih="60vh"
            onDragOver={(event) => { event.preventDefault(); }}
            onDrop={(event) => {
              event.preventDefault();
              const file = event.dataTransfer.files[0];
              if (file !== undefined) setImporting({ file });
            }}
          >
            <Shelf items={items} onNew={onNew} onExample={onExample} makingExample={example.isPending} />
            {deleted.length > 0 && (
              <section aria-labelledby="deleted">
                <Title order={2} id="deleted" mb="xs">
                  Deleted
                </Title>
                <DeletedStudies items={deleted} />
              </section>
            )}
          </Stack>
        )}
      </Answered>
      {importing !== null && <ImportStudy dropped={importing.file} onClose={() => { setImporting(null); }} />}
      <NewStudy opened={making} onClose={() => { setMaking(false); }} />
    </Page>
  );
}
