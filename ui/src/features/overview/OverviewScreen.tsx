import { Alert, Anchor, Button, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";

import { api } from "@/api/client";
import type { components } from "@/api/schema";
import { Page } from "@/shared/page/Page";
import { Answered, Empty } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";
import { counted } from "@/shared/page/when";

import { Attention } from "./Attention";
import { DeriveDialog } from "./DeriveDialog";
import { Origin } from "./Origin";
import { SourcesDone } from "./SourcesDone";
import { ThemesDone } from "./ThemesDone";

type Study = components["schemas"]["StudyShown"];

function Warning({ title, children }: { title: string; children: string }) {
  return (
    <Alert color="yellow" variant="light" title={title}>
      <Text c="var(--mantine-color-text)">{children}</Text>
    </Alert>
  );
}

function About({ study }: { study: Study }) {
  return (
    <Stack gap="xs" maw="60rem">
      {study.notice !== "" && <Text size="sm" c="dimmed">{study.notice}</Text>}
      {study.warning !== "" && <Warning title="Before you go on">{study.warning}</Warning>}
      {study.place !== "" && <Warning title="About the folder">{study.place}</Warning>}
      {study.questions.length > 0 && (
        <ol style={{ margin: 0, paddingLeft: "1.3rem" }}>
          {study.questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ol>
      )}
    </Stack>
  );
}

/** What is done and what is open in a study. Nothing here is a percentage: reading is not finished by counting. */
export default function OverviewScreen() {
  const name = useStudy();
  const path = { study: name };
  const study = api.useQuery("get", "/api/studies/{study}", { params: { path } });
  const [deriving, setDeriving] = useState(false);
  const stand = api.useQuery("get", "/api/studies/{study}/overview", { params: { path } });
  return (
    <Answered query={study}>
      {(about) => (
        <Page title={about.title} actions={<Button variant="default" onClick={() => { setDeriving(true); }}>Make a study from part of it …</Button>}>
          {deriving && <DeriveDialog study={name} encrypted={about.encrypted} onClose={() => { setDeriving(false); }} />}
          <Stack gap="xl">
            <About study={about} />
            <Origin study={name} />
            <Answered query={stand} what="Counting what is done">
              {({ sources, themes, attention }) => (
                <>
                  <Attention study={name} matters={attention} />
                  <section aria-labelledby="charts">
                    <Title order={2} id="charts" mb="xs">Charts, theme by theme</Title>
                    {themes.length === 0 ? (
                      <Empty title="No themes yet"><Text>The chart’s columns are the framework’s sub-themes.</Text></Empty>
                    ) : (
                      <ThemesDone study={name} themes={themes} />
                    )}
                  </section>
                  <section aria-labelledby="sources">
                    <Title order={2} id="sources" mb="xs">
                      Sources <Text component="span" c="dimmed" size="sm">{counted(sources.length, "source")}</Text>
                    </Title>
                    {sources.length === 0 ? (
                      <Empty title="No sources yet">
                        <Text>
                          <Anchor component={Link} to={`/s/${encodeURIComponent(name)}/sources`}>Bring in transcripts</Anchor> to begin.
                        </Text>
                      </Empty>
                    ) : (
                      <SourcesDone study={name} sources={sources} people={about.people.map((person) => person.name)} />
                    )}
                  </section>
                </>
              )}
            </Answered>
          </Stack>
        </Page>
      )}
    </Answered>
  );
}
