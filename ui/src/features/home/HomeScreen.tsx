import { Button, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { FileCheck, Plus, Sprout } from "lucide-react";
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
import { NewStudy } from "./NewStudy";
import { shelfKey, type OnShelf } from "./shelf";
import { StudyCard } from "./StudyCard";
import { UnlockStudy } from "./UnlockStudy";

function useExample() {
  const navigate = useNavigate();
  return useWrite<undefined, { name: string }>({
    label: "Make the example study",
    send: async (_none, key) => dataOf(await http.POST("/api/studies/example", { headers: { [REQUEST_KEY]: key } })),
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
  onExample: () => void;
  makingExample: boolean;
}) {
  const [deleting, setDeleting] = useState<OnShelf | null>(null);
  const [unlocking, setUnlocking] = useState<OnShelf | null>(null);
  if (items.length === 0) {
    return (
      <Empty title="No study here yet">
        <Text maw={560}>
          Begin one of your own, or open the example: invented interviews with workers in new roles, indexed and charted, to try everything on.
        </Text>
        <Group mt="sm">
          <Button onClick={onNew} leftSection={<Plus size={16} aria-hidden />}>
            New study
          </Button>
          <Button variant="default" onClick={onExample} loading={makingExample} leftSection={<Sprout size={16} aria-hidden />}>
            Open the example
          </Button>
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
  const example = useExample();
  const onNew = (): void => { setMaking(true); };
  const onExample = (): void => { example.mutate(undefined); };
  useCommands(
    [
      { id: "home.new", label: "New study", group: "Studies", keys: "n", run: onNew },
      { id: "home.example", label: "Open the example study", group: "Studies", run: onExample },
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
          <Button variant="default" onClick={onExample} loading={example.isPending} leftSection={<Sprout size={16} aria-hidden />}>
            Example study
          </Button>
          <Button onClick={onNew} leftSection={<Plus size={16} aria-hidden />}>
            New study
          </Button>
        </>
      }
    >
      <Answered query={shelf} what="Looking through the library">
        {({ items, deleted }) => (
          <Stack gap="xl">
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
      <NewStudy opened={making} onClose={() => { setMaking(false); }} />
    </Page>
  );
}
