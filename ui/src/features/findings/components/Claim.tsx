import { Button, Checkbox, Group, Select, Text, Textarea } from "@mantine/core";
import { useState } from "react";

import { api } from "@/api/client";
import { Problem, wordsOf } from "@/api/problem";
import { draftAt, keepDraft } from "@/shared/drafts/drafts";
import { Changing, OnlyNow, useReadsPast } from "@/shared/page/past";

import { marked, OUTPUTS, STATUSES } from "../model/finding";
import type { Finding, Output, Status } from "../model/types";
import type { Deeds } from "../model/useFindings";

/** The claim itself: its words, what it is, how far it is, which questions it answers. */
export function Claim({ study, finding, deeds }: { study: string; finding: Finding; deeds: Deeds }) {
  const { line } = finding;
  const about = api.useQuery("get", "/api/studies/{study}", { params: { path: { study } } });
  const isLead = about.data?.me?.role === "lead";
  return (
    <header className="claim">
      <Words finding={finding} deeds={deeds} />
      <Changing>
      <Group gap="sm" align="flex-end" mt="xs">
        <Select size="xs" label="What it is" data={[...OUTPUTS]} value={line.output} allowDeselect={false} onChange={(value) => { deeds.edit.mutate({ rev: line.rev, output: value as Output }); }} w={170} />
        <Select size="xs" label="How far it is" data={[...STATUSES]} value={line.status} allowDeselect={false} onChange={(value) => { deeds.setStatus.mutate(value as Status); }} w={120} />
        {isLead && <Checkbox size="xs" mb={6} label="Print counts of cases" checked={finding.numbers} onChange={(event) => { deeds.printNumbers.mutate(event.currentTarget.checked); }} />}
        <Text size="xs" c="dimmed" mb={6}>written by {finding.by}</Text>
      </Group>
      {about.data !== undefined && about.data.questions.length > 0 && (
        <fieldset className="answers">
          <legend>Answers</legend>
          {about.data.questions.map((question) => (
            <Checkbox key={question} size="xs" label={question} checked={line.answers.includes(question)} onChange={(event) => { deeds.answer.mutate(event.currentTarget.checked ? [...line.answers.filter((one) => about.data.questions.includes(one)), question] : line.answers.filter((one) => one !== question && about.data.questions.includes(one))); }} />
          ))}
          {finding.unknown_answers.map((question) => <Text key={question} size="xs" c="dimmed">Answered a question that the study does not ask any more: {question}</Text>)}
        </fieldset>
      )}
      </Changing>
    </header>
  );
}

function Words({ finding, deeds }: { finding: Finding; deeds: Deeds }) {
  const { line } = finding;
  const at = `finding ${String(line.k)}`;
  const [words, setWords] = useState<string | null>(() => draftAt(at) || null);
  const [refused, setRefused] = useState("");
  const isPast = useReadsPast();
  if (words === null || isPast) {
    return (
      <div className="claim-words">
        <h2>
          <span className="finding-number">{line.number}</span>{" "}
          {marked(line.statement, finding.quantifiers).map((piece, n) => (piece.says ? <a key={n} href="#finding-cases" className="says" title={`${String(line.base)} cases were asked`}>{piece.words}</a> : <span key={n}>{piece.words}</span>))}
        </h2>
        <OnlyNow><Button size="compact-xs" variant="subtle" color="gray" onClick={() => { setWords(line.statement); }}>Reword</Button></OnlyNow>
      </div>
    );
  }
  const leave = (): void => { keepDraft(at, ""); setWords(null); setRefused(""); };
  const keep = (): void => {
    deeds.edit.mutate({ rev: line.rev, statement: words.trim() }, {
      onSuccess: leave,
      onError: (error) => { setRefused(error instanceof Problem && error.isConflict ? "Somebody reworded it meanwhile; their words stand in the list. Yours are still here." : wordsOf(error)); },
    });
  };
  return (
    <div>
      <Textarea label="The claim" autosize minRows={2} autoFocus value={words} onChange={(event) => { setWords(event.currentTarget.value); keepDraft(at, event.currentTarget.value); }} />
      {refused !== "" && <Text size="sm" c="var(--mantine-color-error)" role="alert">{refused}</Text>}
      <Group gap="xs" mt={6}>
        <Button size="compact-sm" onClick={keep} disabled={words.trim() === ""} loading={deeds.edit.isPending}>Keep what is written</Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={leave}>Leave as it was</Button>
      </Group>
    </div>
  );
}
