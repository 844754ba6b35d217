import { Button, Group, Modal, Select, Stack, Text, Textarea, VisuallyHidden } from "@mantine/core";
import { useState } from "react";

import { dataOf, http, REQUEST_KEY } from "@/api/client";
import type { components } from "@/api/schema";
import { useWrite } from "@/api/writes";
import { Changing } from "@/shared/page/past";

import { matrixOf, type Step } from "../model/longitudinal";
import type { Asked, ChangeType, Grid, Table } from "../model/types";
import { ChangeRests } from "./ChangeRests";
import { WaveWords } from "./WaveWords";

const KINDS: readonly ChangeType[] = ["emerges", "increases", "constant", "decreases", "ceases", "turning point", "reverses", "reinterpreted by participant", "reinterpreted by researcher", "missing"];

/** Themes by cases: what became of each from one wave to a later one, as the analyst says it. */
export function Longitudinal({ study, grid, table, query }: { study: string; grid: Grid; table: Table; query: Asked }) {
  const matrix = matrixOf(table);
  const [open, setOpen] = useState<Step | null>(null);
  const say = useWrite({
    label: "Say what changed between waves",
    send: async (body: components["schemas"]["ChangeGiven"], key) => dataOf(await http.PUT("/api/studies/{study}/explore/changes", { params: { path: { study } }, headers: { [REQUEST_KEY]: key }, body })),
    refresh: () => [["get", "/api/studies/{study}/explore/tables/{kind}", { params: { path: { study, kind: "waves" }, query } }], ["get", "/api/studies/{study}/explore/changes"]],
  });
  return (
    <>
      <Text className="said">{table.note}</Text>
      <div className="table-frame tall" tabIndex={0} role="region" aria-label="Themes by cases">
        <table className="quiet-table longitudinal">
          <thead><tr><th scope="col">Theme</th>{matrix.cases.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
          <tbody>
            {matrix.themes.map((theme) => (
              <tr key={theme.number}>
                <th scope="row">{theme.number} {theme.name}</th>
                {matrix.cases.map((name) => {
                  const step = matrix.at(theme.number, name);
                  return <td key={name}>{step !== undefined && <button type="button" className="step" data-kind={step.kind} data-instrument={step.instrument !== ""} onClick={() => { setOpen(step); }}><VisuallyHidden>{theme.name}, {name}: {step.kind === "" ? "not said" : ""} </VisuallyHidden>{step.kind === "" ? <><span className="told">{step.before || "·"}</span><span className="told">{step.after || "·"}</span></> : <b>{step.kind}</b>}{step.instrument !== "" && <span className="mark" title={step.instrument}>may be the study’s</span>}{step.stale !== "" && <span className="mark" title={step.stale}>look again</span>}<span>{step.text}</span>{step.rests !== "" && <span className="told" title={step.rests}>rests on {step.rests}</span>}</button>}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open !== null && <Saying key={`${open.number} ${open.case}`} study={study} grid={grid} step={open} waves={[matrix.earlier, matrix.later]} onClose={() => { setOpen(null); }} onSay={(kind, text) => { say.mutate({ case: open.case, theme: open.number, earlier: matrix.earlier, later: matrix.later, kind, text }, { onSuccess: () => { setOpen(null); } }); }} />}
    </>
  );
}

function Saying({ study, grid, step, waves, onClose, onSay }: { study: string; grid: Grid; step: Step; waves: [string, string]; onClose: () => void; onSay: (kind: ChangeType | null, text: string) => void }) {
  const [kind, setKind] = useState<ChangeType | null>(step.kind === "" ? null : (step.kind as ChangeType));
  const [text, setText] = useState(step.text);
  return (
    <Modal opened onClose={onClose} title={`${step.number} ${step.theme}, ${step.case}`} size="lg" closeButtonProps={{ "aria-label": "Close" }}>
      <Stack gap="sm">
        {step.instrument !== "" && <Text size="sm" className="warned">May come from the study itself: {step.instrument}.</Text>}
        <div className="two-waves">
          {waves.map((wave) => <section key={wave} aria-label={wave}><h3>{wave}</h3><WaveWords study={study} grid={grid} step={step} wave={wave} /></section>)}
        </div>
        <Changing>
        <Select label="What became of it" data={[...KINDS]} value={kind} onChange={(value) => { setKind(value as ChangeType | null); }} />
        <Textarea label="In words" autosize minRows={2} value={text} onChange={(event) => { setText(event.currentTarget.value); }} />
        <Group justify="flex-end">
          {step.kind !== "" && <Button variant="subtle" color="gray" onClick={() => { onSay(null, ""); }}>Take it back</Button>}
          <Button disabled={kind === null} onClick={() => { onSay(kind, text); }}>Say so</Button>
        </Group>
        </Changing>
        <ChangeRests study={study} grid={grid} step={step} waves={waves} />
      </Stack>
    </Modal>
  );
}
