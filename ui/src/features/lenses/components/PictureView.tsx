import { Button, Group, Select, Text, TextInput } from "@mantine/core";
import { Download } from "lucide-react";
import { useState } from "react";

import { Conflict } from "@/shared/page/Conflict";
import { OnlyNow } from "@/shared/page/past";

import { csvOf, svgOf, type Cell, type Picture } from "../model/picture";

function saved(name: string, kind: string, words: string): void {
  const address = URL.createObjectURL(new Blob([words], { type: kind }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** A cell that no source names: it says so, and takes a name. */
/** Names a cell, resting on the revision that was seen; gives the name that somebody else gave it meanwhile, null if none. */
export type NameCell = (id: string, name: string, rev: number) => Promise<{ rev: number; name: string } | null>;

interface Naming {
  text: string;
  /** What the cell was called when the name was begun. */
  was: string;
  rev: number;
  theirs: string | null;
}

function CellName({ cell, id, rev, onName }: { cell: Cell; id: string; rev: number; onName: NameCell }) {
  const [typing, setTyping] = useState<Naming | null>(null);
  const name = cell.heading ?? "";
  const blank = name === "not named";
  const put = async ({ text, was, rev: seen }: Naming): Promise<void> => {
    const now = await onName(id, text, seen);
    if (now === null) { setTyping(null); return; }
    const next = { text, was: now.name, rev: now.rev };
    // What was changed elsewhere was another cell: nobody else has named this one.
    if (now.name === was) await put({ ...next, theirs: null });
    else setTyping({ ...next, theirs: now.name });
  };
  if (typing === null) {
    return (
      <Group gap={6} wrap="nowrap" align="baseline">
        <Text fw={600} size="sm" {...(blank ? { c: "dimmed", fs: "italic" } : {})}>{name}</Text>
        <OnlyNow><button type="button" className="head-button cell-name" onClick={() => { setTyping({ text: blank ? "" : name, was: blank ? "" : name, rev, theirs: null }); }}>{blank ? "Name it" : "Rename"}</button></OnlyNow>
      </Group>
    );
  }
  if (typing.theirs !== null) {
    return <Conflict what="name" mine={typing.text} theirs={typing.theirs === "" ? "not named" : typing.theirs} onMine={() => { void put(typing); }} onTheirs={() => { setTyping(null); }} />;
  }
  return (
    <form onSubmit={(event) => { event.preventDefault(); void put(typing); }}>
      <TextInput
        size="xs" aria-label="Name of this cell" description="Your own name: the sources read for this lens give none." value={typing.text} autoFocus
        onChange={(event) => { setTyping({ ...typing, text: event.currentTarget.value }); }} onKeyDown={(event) => { if (event.key === "Escape") setTyping(null); }} onBlur={() => { if (typing.text.trim() === "") setTyping(null); }}
      />
    </form>
  );
}

function Box({ cell, where, rev, onUnit, onName }: { cell: Cell; where: string; rev: number; onUnit: (unit: number) => void; onName: NameCell }) {
  return (
    <td data-empty={cell.items.length === 0}>
      {cell.blank !== undefined ? <CellName cell={cell} id={cell.blank} rev={rev} onName={onName} /> : cell.heading !== undefined && <Text fw={600} size="sm">{cell.heading}</Text>}
      <ul className="placed">
        {cell.items.map(({ text, unit }) => (
          <li key={`${text} ${String(unit)}`}>
            {unit === undefined ? text : <button type="button" className="pick" aria-label={text === "●" ? where : `${text}, ${where}`} onClick={() => { onUnit(unit); }}>{text}</button>}
          </li>
        ))}
      </ul>
    </td>
  );
}

/** A lens drawn, in one of its ways, with the units to open and a file of it to take along. */
export function PictureView({ pictures, rev, onUnit, onName }: { pictures: readonly Picture[]; rev: number; onUnit: (unit: number) => void; onName: NameCell }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const picture = pictures.find((each) => each.name === chosen) ?? pictures[0];
  if (picture === undefined) return null;
  const file = picture.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return (
    <section aria-label={picture.name}>
      <Group gap="sm" mb="xs" align="flex-end">
        {pictures.length > 1 && <Select size="xs" label="Drawn as" data={pictures.map((each) => each.name)} value={picture.name} allowDeselect={false} onChange={setChosen} w={200} />}
        <Button size="compact-sm" variant="default" leftSection={<Download size={14} aria-hidden />} onClick={() => { saved(`${file}.svg`, "image/svg+xml", svgOf(picture)); }}>Picture (.svg)</Button>
        <Button size="compact-sm" variant="default" leftSection={<Download size={14} aria-hidden />} onClick={() => { saved(`${file}.csv`, "text/csv", csvOf(picture)); }}>Table (.csv)</Button>
      </Group>
      <div className="table-frame" tabIndex={0} role="region" aria-label={`${picture.title}: ${picture.name}`}>
        <table className="lens-picture" data-few={picture.columns.length < 4}>
          <thead>
            <tr>
              {picture.corner === "" ? <td /> : <th scope="col">{picture.corner}</th>}
              {picture.columns.map((column) => <th key={column} scope="col">{column}</th>)}
            </tr>
          </thead>
          <tbody>
            {picture.rows.map((row) => (
              <tr key={row.head}>
                <th scope="row">{row.head}{row.about !== undefined && row.about !== "" && <Text size="xs" c="dimmed" fw={400}>{row.about}</Text>}</th>
                {row.cells.map((cell, at) => <Box key={picture.columns[at]} cell={cell} where={`${row.head}, ${picture.columns[at] ?? ""}`} rev={rev} onUnit={onUnit} onName={onName} />)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Text size="sm" c="dimmed" mt={6}>{picture.note}</Text>
    </section>
  );
}
