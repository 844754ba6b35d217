import { Alert, Badge, Button, Group, Stack, Text, Title } from "@mantine/core";
import { FileUp, Plus } from "lucide-react";
import { useRef, useState } from "react";
import { Link } from "react-router";

import { api, dataOf, http } from "@/api/client";
import type { components } from "@/api/schema";
import { Page } from "@/shared/page/Page";
import { Answered, Empty } from "@/shared/page/States";
import { OnlyNow } from "@/shared/page/past";
import { counted } from "@/shared/page/when";
import { useStudy } from "@/shared/page/useStudyName";

import { useLenses } from "./model/useLens";
import type { Card } from "./model/types";
import "./components/lenses.css";

type Checked = components["schemas"]["LensChecked"];

function LensCard({ study, card }: { study: string; card: Card }) {
  return (
    <li className="lens-card">
      <Link to={`/s/${encodeURIComponent(study)}/lenses/${encodeURIComponent(card.ident)}`} className="lens-name">{card.title}</Link>
      <Text size="sm">{card.question}</Text>
      <Text size="xs" c="dimmed">
        {card.kind}; judges: {card.units}; declared {card.declared}, version {card.version}
      </Text>
      {card.label !== "" && <Text size="xs" c="dimmed">{card.label}</Text>}
      <Text size="sm" mt={4}>{card.judgements === 0 ? "Nothing judged yet" : `${counted(card.judgements, "judgement")} of ${counted(card.judged, "unit")}`}</Text>
    </li>
  );
}

/** What does not fit in a file that was chosen, line by line. */
function Problems({ name, checked }: { name: string; checked: Checked }) {
  return (
    <Alert color="red" variant="light" title={`${name} does not fit yet`} role="alert">
      <ul className="lens-problems">
        {checked.problems.map((each) => <li key={`${String(each.line)} ${each.message}`}>line {each.line}: {each.message}</li>)}
      </ul>
    </Alert>
  );
}

/** A lens from a file of one's own: checked first, declared if it fits. */
function OwnFile({ study, declare }: { study: string; declare: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<{ name: string; checked: Checked } | null>(null);
  const take = async (file: File): Promise<void> => {
    const text = await file.text();
    const checked = dataOf(await http.POST("/api/studies/{study}/lenses/check/preview", { params: { path: { study } }, body: { text } }));
    setRefused(checked.problems.length > 0 ? { name: file.name, checked } : null);
    if (checked.problems.length === 0) declare(text);
  };
  return (
    <Stack gap="xs" align="flex-start">
      <input
        ref={input} type="file" accept=".toml" hidden aria-hidden tabIndex={-1} aria-label="A lens file of your own"
        onChange={(event) => { const file = event.currentTarget.files?.[0]; event.currentTarget.value = ""; if (file !== undefined) void take(file); }}
      />
      <Button variant="default" size="sm" leftSection={<FileUp size={16} aria-hidden />} onClick={() => { input.current?.click(); }}>Declare a lens from a file</Button>
      {refused !== null && <Problems name={refused.name} checked={refused.checked} />}
    </Stack>
  );
}

function Shipped({ study, there, declare }: { study: string; there: ReadonlySet<string>; declare: (name: string) => void }) {
  const query = api.useQuery("get", "/api/studies/{study}/lenses/shipped", { params: { path: { study } } }, { staleTime: Infinity });
  return (
    <Answered query={query} what="Reading the lenses that come with Trellis">
      {(table) => (
        <ul className="shipped">
          {table.values.filter((row) => !there.has(String(row[0]))).map((row) => (
            <li key={String(row[0])}>
              <div>
                <Group gap="xs"><Text fw={600} size="sm">{row[1]}</Text><Badge variant="default" size="sm" tt="none" fw={400}>{row[4]}</Badge></Group>
                <Text size="sm">{row[2]}</Text>
                <Text size="xs" c="dimmed">{row[6]}; judges: {row[3]}</Text>
              </div>
              <OnlyNow><Button size="compact-sm" variant="default" leftSection={<Plus size={14} aria-hidden />} aria-label={`Declare ${String(row[1])}`} onClick={() => { declare(String(row[0])); }}>Declare</Button></OnlyNow>
            </li>
          ))}
        </ul>
      )}
    </Answered>
  );
}

/** The lenses of a study, and those that can be declared. */
export default function LensesScreen() {
  const study = useStudy();
  const { query, declare } = useLenses(study);
  return (
    <Page title="Lenses" about="Ways to classify or test, declared before the cases are read with them. Outcomes follow from judgements; none is typed in." actions={<OwnFile study={study} declare={(text) => { declare.mutate({ text }); }} />}>
      <Answered query={query} what="Reading the lenses">
        {(cards) => (
          <Stack gap="xl">
            {cards.length === 0 ? (
              <Empty title="No lens is declared yet">
                <Text>Declare one below, or write your own: a text file with dimensions, their values, and what follows from them.</Text>
              </Empty>
            ) : (
              <ul className="lens-cards" aria-label="Lenses of this study">{cards.map((card) => <LensCard key={card.ident} study={study} card={card} />)}</ul>
            )}
            <section aria-labelledby="shipped">
              <Title order={2} id="shipped" size="h4" mb={4}>Lenses that come with Trellis</Title>
              <Text size="sm" c="dimmed" mb="sm">
                Each is Trellis’s own reading of its sources, and says so wherever it is printed.
              </Text>
              <Shipped study={study} there={new Set(cards.map((card) => card.ident))} declare={(shipped) => { declare.mutate({ shipped }); }} />
            </section>
          </Stack>
        )}
      </Answered>
    </Page>
  );
}
