import { Autocomplete, Group, Select, Text } from "@mantine/core";
import { useState } from "react";

import { useFilters } from "@/shared/filters/useFilters";
import { Answered, Empty } from "@/shared/page/States";

import type { Lens } from "../model/types";
import { useSession, useSheet } from "../model/useLens";
import { usePut } from "@/shared/filters/usePut";
import { SheetView } from "./SheetView";

const NAMED = new Set(["role", "stakeholder group"]);

/** What can be judged under the lens: cases there are, names that attributes have, names that were judged before. */
function options(lens: Lens): { name: string; kind: string }[] {
  const found = [...lens.candidates.map((each) => ({ name: each.name, kind: each.unit })), ...lens.units.map((each) => ({ name: each.name, kind: each.unit }))];
  return found.filter((each, at) => found.findIndex((other) => other.name === each.name && other.kind === each.kind) === at);
}

/** A unit is typed or chosen by name; groups that are no cases may have any name. */
function Chooser({ lens, unit, kind, onChoose }: { lens: Lens; unit: string; kind: string; onChoose: (unit: string, kind: string) => void }) {
  const [typed, setTyped] = useState(unit);
  const known = options(lens);
  const free = lens.lens.units.find((each) => NAMED.has(each));
  const kinds = [...new Set(known.map((each) => each.kind))];
  const choose = (name: string): void => {
    const found = known.find((each) => each.name.toLocaleLowerCase() === name.trim().toLocaleLowerCase());
    if (found !== undefined) onChoose(found.name, found.kind);
    else if (free !== undefined && name.trim() !== "") onChoose(name.trim(), free);
  };
  const data = kinds.map((each) => ({ group: each, items: [...new Set(known.filter((one) => one.kind === each).map((one) => one.name))] }));
  const seen = new Set<string>();
  const apart = data.map(({ group, items }) => ({ group, items: items.filter((item) => (seen.has(item) ? false : (seen.add(item), true))) }));
  return (
    <Autocomplete
      size="sm" label="Whom or what to judge" w={280} placeholder="a name" data={apart} value={typed} limit={200}
      description={kind === "" ? undefined : kind}
      onChange={setTyped} onOptionSubmit={choose} onKeyDown={(event) => { if (event.key === "Enter") choose(typed); }} onBlur={() => { if (typed !== unit) choose(typed); }}
    />
  );
}

/** Everything that can be judged, by kind, with what has been begun marked, until one is chosen. */
function ToChoose({ lens, onChoose }: { lens: Lens; onChoose: (unit: string, kind: string) => void }) {
  const known = options(lens);
  const begun = new Set(lens.units.map((each) => `${each.unit} ${each.name}`));
  return (
    <Empty title="Whom or what do you judge?">
      <Text>This lens judges: {lens.card.units}. What is charted of the one that you choose stands beside the dimensions.</Text>
      {[...new Set(known.map((each) => each.kind))].map((kind) => (
        <section key={kind} aria-label={kind} className="to-choose">
          <h2>{kind}</h2>
          <ul>
            {known.filter((each) => each.kind === kind).map((each) => (
              <li key={each.name}>
                <button type="button" className="pick" onClick={() => { onChoose(each.name, kind); }}>
                  {each.name}{begun.has(`${kind} ${each.name}`) && " ✓"}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {begun.size > 0 && <Text size="sm" c="dimmed">✓ has judgements</Text>}
    </Empty>
  );
}

/** The judgement sheet: a unit, its dimensions, and what is charted of it beside them. */
export function JudgeView({ study, lens }: { study: string; lens: Lens }) {
  const filters = useFilters();
  const put = usePut();
  const [unit, kind, wave] = [filters.value("unit"), filters.value("kind"), filters.value("wave")];
  const session = useSession();
  const query = useSheet(study, lens.card.ident, { unit, kind, wave });
  return (
    <div className="judge">
      <Group gap="sm" align="flex-start" className="judge-bar">
        <Chooser key={`${unit} ${kind}`} lens={lens} unit={unit} kind={kind} onChoose={(name, of) => { put({ unit: name, kind: of }); }} />
        {lens.lens.by_wave && lens.waves.length > 0 && (
          <Select size="sm" label="Wave" w={180} data={[{ value: "", label: "as a whole" }, ...lens.waves.map((each) => each.name)]} value={wave} allowDeselect={false} onChange={(to) => { filters.set("wave", to ?? ""); }} />
        )}
      </Group>
      {unit === "" ? (
        <ToChoose lens={lens} onChoose={(name, of) => { put({ unit: name, kind: of }); }} />
      ) : (
        // Who judges is known before anything can be judged: what is said is drawn at once as theirs.
        <Answered query={session} what="Reading the sheet">
          {({ person }) => <Answered query={query} what="Reading the sheet">{(sheet) => <SheetView key={`${unit} ${kind} ${wave}`} study={study} lens={lens} sheet={sheet} at={{ unit, kind, wave }} me={person} />}</Answered>}
        </Answered>
      )}
    </div>
  );
}
