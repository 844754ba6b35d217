import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { dataOf, http, REQUEST_KEY, restingOn } from "@/api/client";
import { wordsOf } from "@/api/problem";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";
import { tell } from "@/shared/page/tell";

import type { Opened, OwnChanges } from "../hooks/useSource";
import { TextEditor } from "./TextEditor";

type Told = components["schemas"]["CorrectedShown"];

/** Correction mode: the text as it stands, to be put right; before anything is written it is shown what moves. */
export default function CorrectDialog({ study, opened, own, isOpen, onClose }: { study: string; opened: Opened; own: OwnChanges; isOpen: boolean; onClose: () => void }) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={`Correct the text of ${opened.name}`} fullScreen closeButtonProps={{ "aria-label": "Close" }}>
      {isOpen && <Correcting study={study} opened={opened} own={own} onClose={onClose} />}
    </Modal>
  );
}

function Correcting({ study, opened, own, onClose }: { study: string; opened: Opened; own: OwnChanges; onClose: () => void }) {
  const draft = `reader.text.${String(opened.k)}.${String(opened.version)}`;
  const cache = useQueryClient();
  const path = { study, source: opened.k };
  const [begun] = useState(() => sessionStorage.getItem(draft) ?? opened.text);
  const [text, setText] = useState(begun);
  const [told, setTold] = useState<Told | null>(null);
  const [refused, setRefused] = useState("");
  const [isNew, setNew] = useState(false);
  const body = { text, replace: isNew };
  const look = async (): Promise<void> => {
    try {
      setTold(dataOf(await http.POST("/api/studies/{study}/reading/{source}/correction/preview", { params: { path }, body })));
      setRefused("");
    } catch (error) {
      setTold(null);
      setRefused(wordsOf(error));
    }
  };
  const write = useWrite({
    label: "Correct a text",
    send: async (given: typeof body, request) =>
      dataOf(
        await http.POST("/api/studies/{study}/reading/{source}/correction", {
          params: { path },
          headers: { [REQUEST_KEY]: request, ...restingOn(opened.rev) },
          body: given,
        }),
      ),
    onDone: (answer) => {
      own.add(answer.change);
      sessionStorage.removeItem(draft);
      tell("The corrected text is read from now on. Ctrl-Z takes it back.");
      void cache.invalidateQueries({ queryKey: ["get", "/api/studies/{study}/reading/{source}"] });
      void cache.invalidateQueries({ queryKey: ["get", "/api/studies/{study}/reading/{source}/beside"] });
      onClose();
    },
    onRefused: (error) => { setRefused(wordsOf(error)); },
  });
  const change = (words: string): void => {
    setText(words);
    setTold(null);
    if (words === opened.text) sessionStorage.removeItem(draft);
    else sessionStorage.setItem(draft, words);
  };
  return (
    <div className="correcting">
      <TextEditor begun={begun} label="Text to correct" onChange={change} />
      <Stack gap="sm" className="correcting-side">
        <Text size="sm">Put the words right as they were said. Speakers and turns are recognised anew; the version before and the original file stay in the study.</Text>
        <Group gap="xs">
          <Button variant="default" disabled={text === opened.text} onClick={() => { void look(); }}>See what moves</Button>
          <Button disabled={told === null || write.isPending} onClick={() => { write.mutate(body); }}>Read this text from now on</Button>
        </Group>
        {refused !== "" && (
          <Alert color="red" variant="light" role="alert" title="This text was not taken">
            <Text size="sm" c="var(--mantine-color-text)">{refused}</Text>
            <Checkbox mt="xs" size="sm" label="Take it although it keeps few of the words" checked={isNew} onChange={(event) => { setNew(event.currentTarget.checked); }} />
          </Alert>
        )}
        <div role="status">{told !== null && <WhatMoves told={told} />}</div>
      </Stack>
    </div>
  );
}

function WhatMoves({ told }: { told: Told }) {
  return (
    <Stack gap="xs">
      <Text size="sm">
        It keeps {told.words_kept} of {told.words_before} words. {told.moved} codings, memos and links move with the same words.
      </Text>
      <Listed title="These move, with other words" items={told.changes} />
      <Listed title="These cannot move; they are listed beside the source until somebody settles them" items={told.review} />
      {told.misquoted.length > 0 && (
        <>
          <Text fw={600} size="sm">Verbatim statements in the chart that the text no longer bears out</Text>
          <ul className="side-list">{told.misquoted.map((one) => <li key={`${one.case} ${one.text}`}>{one.case}: “{one.text}”</li>)}</ul>
        </>
      )}
      {told.labels.length > 0 && <Text size="sm">New speakers: {told.labels.join(", ")}</Text>}
    </Stack>
  );
}

function Listed({ title, items }: { title: string; items: Told["changes"] }) {
  if (items.length === 0) return null;
  return (
    <>
      <Text fw={600} size="sm">{title}</Text>
      <ul className="side-list">
        {items.map((one) => (
          <li key={one.item}>
            <span>{one.what}, {one.about}</span>
            <span className="quotation">“{one.old}”</span>
            {one.new !== "" && <span className="quotation">“{one.new}”</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
