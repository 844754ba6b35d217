import { Button, Checkbox, Group, Modal, ScrollArea, SegmentedControl, Stack, Text, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { Refused } from "@/shared/page/States";
import { counted } from "@/shared/page/when";

import { blockAt, headOf, HOW, type Column, type Spot } from "../model/grid";
import type { Case, HowKnown } from "../model/types";
import { previewOf, type BlockLine, type CaseDeeds } from "../model/useCases";

const SHOWN = 200;

function Lines({ lines }: { lines: readonly BlockLine[] }) {
  const told = lines.filter((line) => line.outcome !== "same");
  return (
    <ScrollArea.Autosize mah={320} viewportProps={{ tabIndex: 0, "aria-label": "What will change" }}>
      <table className="quiet-table">
        <thead>
          <tr><th scope="col">Case</th><th scope="col">Attribute</th><th scope="col">Now</th><th scope="col">Will be</th><th scope="col">What happens</th></tr>
        </thead>
        <tbody>
          {told.slice(0, SHOWN).map((line, at) => (
            // The lines of a preview have no keys and never move.
            <tr key={at}>
              <td>{line.case}</td>
              <td>{line.attribute}{line.wave === "" ? "" : `, ${line.wave}`}</td>
              <td>{line.before}</td>
              <td>{line.after}</td>
              <td>{line.outcome === "refused" ? <span className="missing">left out: {line.why}</span> : line.outcome}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {told.length > SHOWN && <Text size="sm" c="dimmed">and {told.length - SHOWN} more</Text>}
    </ScrollArea.Autosize>
  );
}

/** A block from a spreadsheet: what it would change is shown before it is taken, as one change. */
export function PasteDialog({ study, begin, spot, rows, columns, wave, deeds, onClose }: {
  study: string;
  begin: string;
  spot: Spot;
  rows: readonly Case[];
  columns: readonly Column[];
  wave: number;
  deeds: CaseDeeds;
  onClose: () => void;
}) {
  const [text, setText] = useState(begin);
  const [how, setHow] = useState<HowKnown>("recorded");
  const [growing, setGrowing] = useState(false);
  const first = columns[spot.column];
  const start = first?.kind === "attribute" ? spot : { row: spot.row, column: columns.findIndex((column) => column.kind === "attribute") };
  const { values, outside } = blockAt(text, start, rows, columns, wave);
  const block = { values, how, growing };
  const preview = useQuery({
    queryKey: ["preview of a block", study, block],
    queryFn: () => previewOf(study, block),
    enabled: values.length > 0,
    meta: { live: false },
    gcTime: 0,
    retry: false,
  });
  const lines = preview.data ?? [];
  const count = (outcome: BlockLine["outcome"]): number => lines.filter((line) => line.outcome === outcome).length;
  const writes = count("new") + count("changed");
  const at = columns[start.column];
  return (
    <Modal opened onClose={onClose} title="Paste a block from a spreadsheet" size="xl" closeButtonProps={{ "aria-label": "Close" }}>
      <Stack>
        <Textarea
          label="The block"
          description={`Lines and columns as copied. It begins at ${rows[start.row]?.name ?? ""}, ${at === undefined ? "" : headOf(at)}, and goes down the cases in view. Empty cells change nothing.`}
          value={text}
          onChange={(event) => { setText(event.currentTarget.value); }}
          autosize
          minRows={3}
          maxRows={6}
          data-autofocus
        />
        <Group>
          <SegmentedControl size="xs" aria-label="How the values are known" data={HOW.map((each) => ({ value: each, label: each }))} value={how} onChange={(value) => { setHow(value as HowKnown); }} />
          <Checkbox size="sm" label="Add categories that are not there yet" checked={growing} onChange={(event) => { setGrowing(event.currentTarget.checked); }} />
        </Group>
        {preview.isError && <Refused error={preview.error} />}
        {values.length > 0 && preview.data !== undefined && (
          <>
            <Text size="sm" role="status">
              {count("new")} new, {count("changed")} changed, {count("same")} as they are, {count("refused")} left out
              {outside === 0 ? "" : `; ${counted(outside, "value")} outside the grid’s attributes`}.
            </Text>
            <Lines lines={lines} />
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>Not now</Button>
          <Button disabled={writes === 0} onClick={() => { deeds.setBlock.mutate(block); onClose(); }}>Paste {counted(writes, "value")}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
