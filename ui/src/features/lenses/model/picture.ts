import type { Lens, Unit } from "./types";

/** A cell of a picture: a heading, and the units in it or what is said of one. blank: id of a cell that nobody named. */
export interface Cell {
  heading?: string;
  items: readonly { text: string; unit?: number }[];
  blank?: string;
}

/** A table to look at, to export as a picture, and to export as numbers and names. */
export interface Picture {
  name: string;
  title: string;
  note: string;
  corner: string;
  columns: readonly string[];
  rows: readonly { head: string; about?: string; cells: readonly Cell[] }[];
}

export function unitName(unit: Unit): string {
  return unit.wave === "" ? unit.name : `${unit.name} (${unit.wave})`;
}

/** Every way in which a lens can be drawn, the most telling first. */
export function picturesOf(lens: Lens): readonly Picture[] {
  const found: Picture[] = [];
  if (lens.lens.rule.kind === "two axes") found.push(axes(lens));
  const stances = lens.lens.dimensions.find((each) => each.ordered);
  if (lens.summary !== "" && stances !== undefined) found.push(stanceTable(lens, stances.id));
  const wholes = dimensionTable(lens);
  if (lens.lens.rule.kind === "conjunction" || lens.lens.rule.kind === "profile") found.push(wholes);
  if (lens.lens.outcomes.length > 0 && lens.lens.rule.kind !== "two axes") found.push(types(lens));
  if (!found.includes(wholes)) found.push(wholes);
  return found;
}

function bands(lens: Lens, axis: string): readonly string[] {
  const dimension = lens.lens.dimensions.find((each) => each.id === axis);
  if (dimension === undefined) return [];
  return dimension.bands.length > 0 ? dimension.bands.map((band) => band.name) : dimension.values;
}

function named(lens: Lens, id: string): string {
  return lens.lens.dimensions.find((each) => each.id === id)?.name ?? id;
}

/** Two axes: the cells with the units in them; high stands above and to the right, as axes are drawn. */
function axes(lens: Lens): Picture {
  const { across, down, otherwise } = lens.lens.rule;
  const columns = bands(lens, across);
  const rows = [...bands(lens, down)].reverse();
  const placed = new Set<number>();
  const drawn = rows.map((row) => ({
    head: `${named(lens, down)}: ${row}`,
    cells: columns.map((column): Cell => {
      const outcome = lens.lens.outcomes.find((each) => each.down === row && each.across === column);
      if (outcome === undefined) return { items: [] };
      const items = inside(lens, (unit) => unit.outcomes.includes(outcome.id));
      for (const item of items) placed.add(item.unit);
      return { heading: outcome.name === "" ? "not named" : outcome.name, items, ...(outcome.name === "" || !namedByFile(lens, outcome.id) ? { blank: outcome.id } : {}) };
    }),
  }));
  const outside = inside(lens, (unit) => !placed.has(lens.units.indexOf(unit)));
  const note = outside.length === 0 ? lens.note : `${lens.note}; in no cell (${otherwise}, or not yet clear): ${outside.map((item) => item.text).join(", ")}`;
  return { name: "The two axes", title: lens.lens.title, note, corner: "", columns: columns.map((column) => `${named(lens, across)}: ${column}`), rows: drawn };
}

/** Cells that the file leaves blank say so in their meaning; what a user named may be named again. */
function namedByFile(lens: Lens, id: string): boolean {
  return !(lens.lens.outcomes.find((each) => each.id === id)?.meaning ?? "").startsWith("not named in the sources");
}

function inside(lens: Lens, fits: (unit: Unit) => boolean): { text: string; unit: number }[] {
  return lens.units.flatMap((unit, at) => (fits(unit) ? [{ text: unit.qualifier === "" ? unitName(unit) : `${unitName(unit)}, ${unit.qualifier}`, unit: at }] : []));
}

/** The outcomes with the units that came out so; below them those of which nothing came out. */
function types(lens: Lens): Picture {
  const rows = lens.lens.outcomes.map((outcome) => ({
    head: outcome.label,
    about: outcome.meaning,
    cells: [{ items: inside(lens, (unit) => unit.outcomes.includes(outcome.id)) }],
  }));
  const known = new Set(lens.lens.outcomes.map((outcome) => outcome.id));
  const rest = lens.units.filter((unit) => !unit.outcomes.some((id) => known.has(id)));
  const others = [...new Set(rest.map((unit) => unit.outcome))].sort().map((outcome) => ({
    head: outcome,
    cells: [{ items: inside(lens, (unit) => rest.includes(unit) && unit.outcome === outcome) }],
  }));
  return { name: "Outcomes", title: lens.lens.title, note: lens.note, corner: "outcome", columns: ["came out so"], rows: [...rows, ...others] };
}

/** Units by dimensions: what judges said, and how much stands for and against it. */
function dimensionTable(lens: Lens): Picture {
  const rows = lens.units.map((unit, at) => ({
    head: unitName(unit),
    about: unit.outcome,
    cells: lens.lens.dimensions.map((dimension): Cell => {
      const value = unit.answers[dimension.id];
      const taken = unit.taken.find((each) => each.startsWith(`${dimension.id}: `));
      if (value === undefined) return { items: taken === undefined ? [] : [{ text: `${taken.slice(dimension.id.length + 2)} (follows from another lens)` }] };
      const pro = unit.supports[dimension.id] ?? 0;
      const contra = unit.counters[dimension.id] ?? 0;
      if (pro + contra === 0) return { heading: value, items: value === "unknown" || value === "not evidenced" ? [] : [{ text: "rests on nothing", unit: at }] };
      return { heading: value, items: [{ text: `${String(pro)} for${contra > 0 ? `, ${String(contra)} against` : ""}`, unit: at }] };
    }),
  }));
  const name = lens.lens.rule.kind === "conjunction" ? "The conditions" : "Unit by unit";
  return { name, title: lens.lens.title, note: lens.note, corner: "unit", columns: lens.lens.dimensions.map((each) => each.name), rows };
}

/** Units by the values of one ordered dimension, with what they base it on. */
function stanceTable(lens: Lens, id: string): Picture {
  const dimension = lens.lens.dimensions.find((each) => each.id === id);
  const values = [...(dimension?.values ?? [])].reverse();
  const others = lens.lens.dimensions.filter((each) => each.id !== id);
  const rows = lens.units.map((unit, at) => {
    const said = (unit.answers[id] ?? "").split(" / ");
    const open = !said.some((value) => values.includes(value));
    return {
      head: unitName(unit),
      cells: [
        ...values.map((value): Cell => ({ items: said.includes(value) ? [{ text: "●", unit: at }] : [] })),
        { items: open && unit.answers[id] !== undefined ? [{ text: unit.answers[id], unit: at }] : [] },
        ...others.map((other): Cell => ({ items: unit.answers[other.id] === undefined ? [] : [{ text: unit.answers[other.id] ?? "" }] })),
        { items: [{ text: unit.base.words.join(", ") }] },
      ],
    };
  });
  return {
    name: `${dimension?.name ?? ""} by group`,
    title: lens.lens.title,
    note: `${lens.note}`,
    corner: "group",
    columns: [...values, "open", ...others.map((other) => other.name), "whose word"],
    rows,
  };
}

function textOf(cell: Cell): string {
  const items = cell.items.map((item) => item.text).join(", ");
  return cell.heading === undefined ? items : items === "" ? cell.heading : `${cell.heading}: ${items}`;
}

/** A picture's words as a table for a spreadsheet; what a spreadsheet would compute is made plain text. */
export function csvOf(picture: Picture): string {
  const lines = [[picture.corner, ...picture.columns], ...picture.rows.map((row) => [row.head, ...row.cells.map(textOf)])];
  const quoted = (value: string): string => {
    const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
  };
  return lines.map((line) => line.map(quoted).join(",")).join("\r\n") + "\r\n";
}

const WIDE = 200;
const HEAD = 170;
const LINE = 17;
const LETTER = 7;

/** Words in lines of at most so many letters; a word that is longer stands alone. */
export function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== "")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

interface Run {
  text: string;
  bold: boolean;
}

function runsOf(cell: Cell, wide: number): Run[] {
  const most = Math.floor((wide - 16) / LETTER);
  const head = cell.heading === undefined ? [] : wrapped(cell.heading, most).map((text) => ({ text, bold: true }));
  return [...head, ...cell.items.flatMap((item) => wrapped(item.text, most).map((text) => ({ text, bold: false })))];
}

function words(runs: readonly Run[], x: number, y: number): string {
  return runs
    .map((run, at) => `<text x="${String(x + 8)}" y="${String(y + 18 + at * LINE)}"${run.bold ? ' font-weight="600"' : ""}>${escaped(run.text)}</text>`)
    .join("");
}

/** The picture as an SVG of its own: black on white, for a page. The same picture gives the same bytes. */
export function svgOf(picture: Picture): string {
  const wide = picture.columns.length > 3 ? 130 : WIDE;
  const width = HEAD + wide * picture.columns.length + 1;
  const parts: string[] = [];
  let y = 0;
  const line = (cells: readonly { runs: Run[]; wide: number }[]): void => {
    const tall = Math.max(...cells.map((cell) => cell.runs.length), 1) * LINE + 14;
    let x = 0;
    for (const cell of cells) {
      parts.push(`<rect x="${String(x + 0.5)}" y="${String(y + 0.5)}" width="${String(cell.wide)}" height="${String(tall)}" fill="#fff" stroke="#777"/>`);
      parts.push(words(cell.runs, x, y));
      x += cell.wide;
    }
    y += tall;
  };
  const title = wrapped(picture.title, Math.floor(width / LETTER)).map((text) => ({ text, bold: true }));
  parts.push(words(title, -8, y));
  y += title.length * LINE + 12;
  const headed = (text: string, at: number): { runs: Run[]; wide: number } => ({ runs: runsOf({ heading: text, items: [] }, at), wide: at });
  line([headed(picture.corner, HEAD), ...picture.columns.map((column) => headed(column, wide))]);
  for (const row of picture.rows) line([headed(row.head, HEAD), ...row.cells.map((cell) => ({ runs: runsOf(cell, wide), wide }))]);
  const note = wrapped(picture.note, Math.floor(width / LETTER)).map((text) => ({ text, bold: false }));
  parts.push(words(note, -8, y));
  y += note.length * LINE + 20;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(y)}" viewBox="0 0 ${String(width)} ${String(y)}" font-family="sans-serif" font-size="13"><rect width="100%" height="100%" fill="#fff"/>${parts.join("")}</svg>\n`;
}
