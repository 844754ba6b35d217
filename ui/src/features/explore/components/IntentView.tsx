import { Button, Group, Modal, Select, Stack, Text, Textarea, VisuallyHidden } from "@mantine/core";
import { Plus, X } from "lucide-react";
import { useState } from "react";

import { firstMade } from "@/api/made";
import { Changing, OnlyNow } from "@/shared/page/past";
import { Answered, Empty } from "@/shared/page/States";
import { useInSight } from "@/shared/page/useInSight";

import { toldBy, type Intent, type Row, type Told } from "../model/intent";
import type { Grid } from "../model/types";
import { useIntent, type IntentDeeds } from "../model/useIntent";
import { Files } from "./Asked";
import { Evidence } from "./Evidence";
import { Linking } from "./Linking";
import { ToldDialog } from "./ToldDialog";

/** What documents intend beside what each group tells of it; a cell opens with the words that it rests on. */
export default function IntentView({ study, grid }: { study: string; grid: Grid }) {
  const deeds = useIntent(study);
  const [adding, setAdding] = useState(false);
  const made = firstMade(deeds.provide.data, "provision");
  useInSight(made === null ? null : provisionId(made));
  return (
    <Answered query={deeds.query} what="Reading the documents">
      {(chart) => (
        <Stack gap="md">
          <Changing><Group gap="sm" align="flex-end">
            <Select size="xs" label="Who tells it, by" placeholder="an attribute" data={grid.attributes.map((each) => each.name)} value={chart.attribute === "" ? null : chart.attribute} allowDeselect={false} onChange={(name) => { if (name !== null) deeds.group.mutate(name); }} w={190} />
            <Button size="xs" variant="default" leftSection={<Plus size={14} aria-hidden />} onClick={() => { setAdding(true); }}>Add a provision</Button>
          </Group></Changing>
          {chart.rows.length === 0 ? (
            <Empty title="No provisions yet"><Text>A provision is what a document says is to happen, with its words; beside it stands how each group tells it.</Text></Empty>
          ) : (
            <><Rows study={study} chart={chart} deeds={deeds} /><Files study={study} kind="intent" query={{}} /></>
          )}
          {adding && <NewProvision study={study} deeds={deeds} onClose={() => { setAdding(false); }} />}
        </Stack>
      )}
    </Answered>
  );
}

function provisionId(provision: number): string {
  return `provision-${String(provision)}`;
}

function NewProvision({ study, deeds, onClose }: { study: string; deeds: IntentDeeds; onClose: () => void }) {
  const [text, setText] = useState("");
  return (
    <Modal opened onClose={onClose} title="Add a provision" size="lg" closeButtonProps={{ "aria-label": "Close" }}>
      <Stack gap="sm">
        <Textarea label="What is to happen, in a sentence" autosize minRows={1} value={text} onChange={(event) => { setText(event.currentTarget.value); }} />
        <Linking study={study} documents action="Add it on these words" error={deeds.provide.error} disabled={text.trim() === ""} onLink={(words) => { deeds.provide.mutate({ text, ...words }, { onSuccess: onClose }); }} />
      </Stack>
    </Modal>
  );
}

function Rows({ study, chart, deeds }: { study: string; chart: Intent; deeds: IntentDeeds }) {
  const [open, setOpen] = useState<{ row: number; group: string } | null>(null);
  const row = chart.rows.find((each) => each.k === open?.row);
  return (
    <div className="table-frame tall" tabIndex={0} role="region" aria-label="Intent and experience">
      <table className="quiet-table longitudinal intent">
        <thead>
          <tr><th scope="col">Provision</th>{chart.groups.map((name, n) => <th key={name} scope="col">{name} <span className="heard">{chart.people[n]}</span></th>)}</tr>
        </thead>
        <tbody>
          {chart.rows.map((each) => (
            <tr key={each.k} id={provisionId(each.k)}>
              <th scope="row"><Provision study={study} row={each} deeds={deeds} /></th>
              {chart.groups.map((name, n) => <td key={name}><Cell row={each} group={name} told={each.cells[n] ?? null} onOpen={() => { setOpen({ row: each.k, group: name }); }} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
      {open !== null && row !== undefined && (
        <ToldDialog key={`${String(open.row)} ${open.group}`} study={study} row={row} group={open.group} told={toldBy(chart, open.row, open.group)} deeds={deeds} onClose={() => { deeds.link.reset(); setOpen(null); }} />
      )}
    </div>
  );
}

function Provision({ study, row, deeds }: { study: string; row: Row; deeds: IntentDeeds }) {
  return (
    <div className="provision">
      <span>{row.number}. {row.text}</span>
      <OnlyNow><button type="button" className="take-away" aria-label={`Remove provision ${String(row.number)}`} onClick={() => { deeds.remove.mutate(row); }}><X size={14} aria-hidden /></button></OnlyNow>
      <Evidence study={study} pieces={row.evidence} />
    </div>
  );
}

function Cell({ row, group, told, onOpen }: { row: Row; group: string; told: Told | null; onOpen: () => void }) {
  const n = told?.evidence.length ?? 0;
  return (
    <button type="button" className="step" data-kind={told?.value ?? ""} onClick={onOpen}>
      <VisuallyHidden>{group}, provision {row.number}: {told === null && "not said"} </VisuallyHidden>
      {told === null ? <span className="told" aria-hidden>·</span> : <><b>{told.value}</b><span>{told.text}</span><span className="told">{n === 0 ? "rests on nothing yet" : `rests on ${String(n)}`}</span></>}
    </button>
  );
}
