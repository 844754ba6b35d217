import { Button, Group, Select, Text, TextInput, Title } from "@mantine/core";
import { useState } from "react";

import { OnlyNow } from "@/shared/page/past";

import { counterOf } from "../model/finding";
import type { Done, Finding } from "../model/types";
import type { Deeds } from "../model/useFindings";

const DONE: readonly Done[] = ["nothing was found against it", "the claim was revised", "bounded to a context", "kept, with the exception stated"];

/** The search for cases against the finding: whom to look at, and who has looked. */
export function Counter({ finding, deeds }: { finding: Finding; deeds: Deeds }) {
  const [isShown, setShown] = useState(false);
  const against = counterOf(finding.places);
  return (
    <section className="counter" aria-labelledby="finding-counter">
      <Group gap="sm">
        <Title order={2} id="finding-counter">Cases against it</Title>
        <Button size="compact-sm" variant="default" aria-expanded={isShown} onClick={() => { setShown(!isShown); }}>{isShown ? "Put the cases away" : `Find counter-evidence (${String(against.length)})`}</Button>
      </Group>
      {isShown && (
        <div className="counter-cases">
          <Text size="sm" c="dimmed">Charted under its themes, and nothing says that they carry the claim. Read what their cells say.</Text>
          <table className="quiet-table">
            <thead><tr><th scope="col">Case</th><th scope="col">Stands</th><th scope="col">What its cells say</th></tr></thead>
            <tbody>
              {against.map((place) => (
                <tr key={`${String(place.case)} ${String(place.wave)}`}><th scope="row">{place.name}{place.wave_name !== "" && `, ${place.wave_name}`}</th><td>{place.group}</td><td>{place.cells}</td></tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {finding.searches.length === 0 ? (
        <Text size="sm" className="finding-wants" mt="xs">Nobody has recorded a search for cases against it.</Text>
      ) : (
        <ul className="searches">
          {finding.searches.map((one) => <li key={one.k}><b>{one.by}</b> looked in {one.where} and found {one.found}; {one.done}.{one.note !== "" && ` ${one.note}`}</li>)}
        </ul>
      )}
      <OnlyNow><Looked deeds={deeds} /></OnlyNow>
    </section>
  );
}

function Looked({ deeds }: { deeds: Deeds }) {
  const [where, setWhere] = useState("");
  const [found, setFound] = useState("");
  const [done, setDone] = useState<Done | null>(null);
  const isWhole = where.trim() !== "" && found.trim() !== "" && done !== null;
  const keep = (): void => {
    if (done === null) return;
    deeds.record.mutate({ where: where.trim(), found: found.trim(), done, note: "" }, { onSuccess: () => { setWhere(""); setFound(""); setDone(null); } });
  };
  return (
    <Group gap="sm" align="flex-end" mt="sm" className="looked">
      <TextInput size="xs" label="Where you looked" value={where} onChange={(event) => { setWhere(event.currentTarget.value); }} w={220} />
      <TextInput size="xs" label="What you found" value={found} onChange={(event) => { setFound(event.currentTarget.value); }} w={260} />
      <Select size="xs" label="What was done to the claim" data={[...DONE]} value={done} onChange={(value) => { setDone(value as Done | null); }} w={230} />
      <Button size="compact-sm" mb={2} disabled={!isWhole} loading={deeds.record.isPending} onClick={keep}>Record the search</Button>
    </Group>
  );
}
