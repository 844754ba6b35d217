import { Button, Group, Modal, SegmentedControl, Text, Title } from "@mantine/core";
import { useState } from "react";

import { Refused, Waiting } from "@/shared/page/States";
import { counted } from "@/shared/page/when";

import { FATES, isOpen, keyOf, placesOf, toWrite, type FilledLine, type Filling } from "../model/filling";
import type { Stage } from "../model/useFilling";

function Words({ label, text }: { label: string; text: string }) {
  return (
    <div className="fill-side">
      <Text size="xs" c="dimmed">{label}</Text>
      <p>{text === "" ? <em>empty</em> : text}</p>
    </div>
  );
}

function Line({ line, isTheirs, onTheirs }: { line: FilledLine; isTheirs: boolean; onTheirs: (on: boolean) => void }) {
  const where = [line.case, line.wave, line.theme].filter((word) => word !== "").join(" · ");
  return (
    <li className="fill-line" aria-label={where}>
      <Group gap="xs" justify="space-between">
        <Text size="sm" fw={600}>{where}</Text>
        {isOpen(line) ? (
          <SegmentedControl
            size="xs"
            aria-label={`Whose text for ${where}`}
            data={[
              { value: "mine", label: "Keep the study’s" },
              { value: "theirs", label: "Take the workbook’s" },
            ]}
            value={isTheirs ? "theirs" : "mine"}
            onChange={(value) => { onTheirs(value === "theirs"); }}
          />
        ) : (
          line.note !== "" && line.fate !== "problem" && <Text size="xs" c="dimmed">{line.note}</Text>
        )}
      </Group>
      {line.fate === "problem" && <Text size="sm" c="var(--t-warn-text)">{line.note}</Text>}
      <div className="fill-sides">
        {line.fate !== "new" && <Words label="In the study" text={line.mine} />}
        <Words label="In the workbook" text={line.theirs} />
      </div>
    </li>
  );
}

function Preview({ filling, theirs, onTheirs }: { filling: Filling; theirs: ReadonlySet<string>; onTheirs: (line: FilledLine, on: boolean) => void }) {
  return FATES.map(({ fate, head, about }) => {
    const lines = filling.lines.filter((line) => line.fate === fate);
    if (lines.length === 0) return null;
    return (
      <section key={fate} aria-label={head(lines.length)} className="fill-fate">
        <Title order={3}>{head(lines.length)}</Title>
        <Text size="sm" c="dimmed">{about}</Text>
        <ul>
          {lines.map((line, n) => (
            <Line key={keyOf(line) || n} line={line} isTheirs={theirs.has(keyOf(line))} onTheirs={(on) => { onTheirs(line, on); }} />
          ))}
        </ul>
      </section>
    );
  });
}

function Looked({ filling, onWrite, onClose }: { filling: Filling; onWrite: (theirs: ReturnType<typeof placesOf>) => void; onClose: () => void }) {
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const count = toWrite(filling, theirs);
  const choose = (line: FilledLine, on: boolean): void => {
    setTheirs((known) => {
      const next = new Set(known);
      if (on) next.add(keyOf(line));
      else next.delete(keyOf(line));
      return next;
    });
  };
  return (
    <>
      <Text size="sm">
        Nothing has been written yet. {counted(filling.same, "cell is", "cells are")} the same as in the study.
      </Text>
      <Preview filling={filling} theirs={theirs} onTheirs={choose} />
      <Group className="fill-deeds" gap="xs">
        <Button disabled={count === 0} onClick={() => { onWrite(placesOf(filling, theirs)); }}>
          {count === 1 ? "Bring 1 cell in" : `Bring ${String(count)} cells in`}
        </Button>
        <Button variant="default" onClick={onClose}>{count === 0 ? "Close" : "Leave it"}</Button>
        {count > 0 && <Text size="sm" c="dimmed">One undo takes all of them back.</Text>}
      </Group>
    </>
  );
}

/** What a filled-in workbook brings, before anything is written: what is new, changed, written on both sides. */
export function FillDialog({ stage, onWrite, onClose }: {
  stage: Exclude<Stage, { at: "idle" }>;
  onWrite: (theirs: ReturnType<typeof placesOf>) => void;
  onClose: () => void;
}) {
  return (
    <Modal opened onClose={onClose} size="56rem" title={`What ${stage.name} brings`} closeButtonProps={{ "aria-label": "Close" }}>
      {stage.at === "reading" && <Waiting what="Comparing it with the study" />}
      {stage.at === "writing" && <Waiting what="Bringing it in" />}
      {stage.at === "failed" && <Refused error={stage.error} title="The workbook was not brought in" />}
      {stage.at === "looked" && <Looked filling={stage.filling} onWrite={onWrite} onClose={onClose} />}
    </Modal>
  );
}
