import { Button, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";

import { dataOf, http, REQUEST_KEY } from "@/api/client";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";
import { draftAt, keepDraft } from "@/shared/drafts/drafts";
import { Answered } from "@/shared/page/States";
import { Changing } from "@/shared/page/past";

import { Files, useTable } from "./Asked";

type Dimension = components["schemas"]["Dimension"];

/** Information power in words: a place and a reason on each of five dimensions; nothing is added up. */
export default function PowerView({ study }: { study: string }) {
  const query = useTable(study, "power", {});
  const say = useWrite({
    label: "Say something of information power",
    send: async (body: components["schemas"]["PowerGiven"], key) => dataOf(await http.PUT("/api/studies/{study}/explore/power", { params: { path: { study } }, headers: { [REQUEST_KEY]: key }, body })),
    refresh: () => [["get", "/api/studies/{study}/explore/tables/{kind}", { params: { path: { study, kind: "power" }, query: {} } }]],
  });
  return (
    <Answered query={query} what="Reading the statement">
      {(table) => (
        <Stack gap="lg" maw={760}>
          {table.values.map((row) => (
            <Dimensional key={`${String(row[0])} ${String(row[3])} ${String(row[4])}`} study={study} name={String(row[0])} few={String(row[1])} many={String(row[2])} place={typeof row[3] === "number" ? row[3] : null} reason={String(row[4] ?? "")} by={String(row[5] ?? "")} onKeep={(place, reason) => { say.mutate({ dimension: String(row[0]) as Dimension, place, reason }); }} />
          ))}
          <Text size="sm" c="dimmed">After Malterud, Siersma and Guassora 2016. What was said before stays in the history. {table.note}</Text>
          <Files study={study} kind="power" query={{}} />
        </Stack>
      )}
    </Answered>
  );
}

function Dimensional({ study, name, few, many, place, reason, by, onKeep }: {
  study: string; name: string; few: string; many: string; place: number | null; reason: string; by: string; onKeep: (place: number, reason: string) => void;
}) {
  const at = `power ${study} ${name}`;
  const [words, setWords] = useState(() => draftAt(at) || reason);
  const [chosen, setChosen] = useState(place);
  const isChanged = chosen !== null && words.trim() !== "" && (chosen !== place || words.trim() !== reason);
  return (
    <Changing><fieldset className="power-dimension">
      <legend>{name}</legend>
      <div className="scale">
        <span>{few}: few are needed</span>
        {[1, 2, 3, 4, 5].map((n) => <label key={n}><input type="radio" name={name} checked={chosen === n} onChange={() => { setChosen(n); }} /> {n}</label>)}
        <span>{many}: many are</span>
      </div>
      <Textarea size="sm" label="Why" autosize minRows={1} maxRows={8} value={words} onChange={(event) => { setWords(event.currentTarget.value); keepDraft(at, event.currentTarget.value === reason ? "" : event.currentTarget.value); }} description={by === "" ? undefined : `said by ${by}`} />
      {isChanged && <Button mt={6} size="compact-sm" onClick={() => { keepDraft(at, ""); onKeep(chosen, words.trim()); }}>Say so</Button>}
    </fieldset></Changing>
  );
}
