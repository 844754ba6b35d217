import "./worksheet.css";

import { Button, Select } from "@mantine/core";
import { useRef, useState, type KeyboardEvent, type RefObject } from "react";

import { useCommands } from "@/shared/commands/commands";
import { useFilters } from "@/shared/filters/useFilters";
import { OnlyNow, useReadsPast } from "@/shared/page/past";
import { counted } from "@/shared/page/when";

import { alike, byClass, elementsLeft, flipped, linesLeft, nextIn, nextUndrawn } from "../model/sheet";
import type { Sheet } from "../model/types";
import type { Working } from "../model/useWorksheet";
import { CategoryCard } from "./CategoryCard";
import { DataRow } from "./DataPane";
import { ElementRow } from "./ElementRow";
import { FindOrMake } from "./FindOrMake";

type Pane = "data" | "elements" | "categories";
const PANES: readonly Pane[] = ["data", "elements", "categories"];
const NONE: ReadonlySet<number> = new Set();

/** Focuses something in a pane: a row, the list, the field. */
function focusIn(sheet: RefObject<HTMLElement | null>, pane: Pane, what: string): void {
  sheet.current?.querySelector<HTMLElement>(`[data-pane="${pane}"] ${what}`)?.focus();
}

/** Data, elements and categories of a column side by side, worked through by keyboard. */
export function SheetView({ study, sheet, working }: { study: string; sheet: Sheet; working: Working }) {
  const filters = useFilters();
  const root = useRef<HTMLDivElement>(null);
  const isPast = useReadsPast();
  const [asked, setAsked] = useState<Record<Pane, number | null>>({ data: null, elements: null, categories: null });
  const [looked, setLooked] = useState<Pane>("data");
  const [lines, setLines] = useState(NONE);
  const [chosen, setChosen] = useState(NONE);
  const [wording, setWording] = useState<number | null>(null);

  const data = linesLeft(sheet.data, filters.value("data"));
  const elements = elementsLeft(sheet.elements, filters.value("elements"));
  const byKey = new Map(sheet.elements.map((element) => [element.k, element]));
  const groups = byClass(sheet.categories);
  const orders: Record<Pane, readonly number[]> = {
    data: data.map((line) => line.statement),
    elements: elements.map((element) => element.k),
    categories: groups.flatMap((group) => group.categories.map((category) => category.k)),
  };
  const active = (pane: Pane): number | null => {
    const k = asked[pane];
    return k !== null && orders[pane].includes(k) ? k : (orders[pane][0] ?? null);
  };
  const line = active("data");
  const element = active("elements");
  const from = lines.size > 0 ? sheet.data.filter((each) => lines.has(each.statement)).map((each) => each.statement) : line === null ? [] : [line];
  const meant = chosen.size > 0 ? sheet.elements.filter((each) => chosen.has(each.k)).map((each) => each.k) : element === null ? [] : [element];
  const linked = looked === "elements" && element !== null ? new Set(byKey.get(element)?.links.map((link) => link.statement)) : NONE;
  const drawnFrom = looked === "data" && line !== null ? new Set(sheet.data.find((each) => each.statement === line)?.elements) : NONE;

  const go = (pane: Pane, k: number | null): void => {
    if (k !== null) setAsked((known) => ({ ...known, [pane]: k }));
    setLooked(pane);
    requestAnimationFrame(() => { focusIn(root, pane, k === null ? ".ws-list" : `[data-row="${String(k)}"]`); });
  };
  const look = (pane: Pane, k: number): void => {
    setAsked((known) => ({ ...known, [pane]: k }));
    setLooked(pane);
  };
  const draw = (text: string): void => {
    if (from.length === 0) return;
    const there = alike(sheet.elements, (each) => each.text, text);
    if (there === undefined) working.draw.mutate({ text, statements: from });
    else working.link.mutate({ element: there.k, statements: from });
    setLines(NONE);
    go("data", nextUndrawn(sheet.data.filter((each) => !from.includes(each.statement) || each.statement === line), line) ?? line);
  };
  const group = (name: string): void => {
    if (meant.length === 0) return;
    const there = alike(sheet.categories, (each) => each.name, name);
    if (there === undefined) working.addCategory.mutate({ name, keys: meant });
    else working.group.mutate({ keys: meant, category: there.k });
    setChosen(NONE);
    go("elements", nextIn(orders.elements, element, 1));
  };
  const remove = (): void => {
    if (meant.length === 0) return;
    const left = orders.elements.filter((k) => !meant.includes(k));
    working.remove.mutate(meant);
    setChosen(NONE);
    go("elements", nextIn(left, null, 1));
  };
  const join = (): void => {
    if (meant.length > 1) working.join.mutate(meant);
    setChosen(NONE);
  };
  const order = (way: 1 | -1): void => {
    const at = sheet.elements.find((each) => each.k === element);
    if (at !== undefined) working.order.mutate({ element: at.k, to: Math.max(1, at.number + way) });
  };
  const perPane: Record<Pane, Record<string, () => void>> = {
    data: {
      " ": () => { if (line !== null) setLines((known) => flipped(known, line)); },
      Enter: () => { focusIn(root, "data", "input[data-names]"); },
      e: () => { focusIn(root, "data", "input[data-names]"); },
      n: () => { go("data", nextUndrawn(sheet.data, line) ?? line); },
      Escape: () => { setLines(NONE); },
    },
    elements: {
      " ": () => { if (element !== null) setChosen((known) => flipped(known, element)); },
      Enter: () => { focusIn(root, "elements", "input[data-names]"); },
      c: () => { focusIn(root, "elements", "input[data-names]"); },
      F2: () => { setWording(element); },
      r: () => { setWording(element); },
      j: join,
      u: () => { if (meant.length > 0) working.group.mutate({ keys: meant, category: null }); setChosen(NONE); },
      y: () => { if (meant.length > 0) working.confirm.mutate(meant); setChosen(NONE); },
      Delete: remove,
      Escape: () => { setChosen(NONE); },
    },
    categories: {},
  };
  const onKey = (pane: Pane, event: KeyboardEvent<HTMLElement>): void => {
    const isOther = event.target instanceof HTMLElement && event.target.matches("button, a");
    if (event.ctrlKey || event.metaKey || (isOther && !event.key.startsWith("Arrow") && event.key !== "Escape") || (event.target instanceof HTMLElement && event.target.matches("input:not([type=checkbox]), textarea"))) return;
    if (isPast && !/^(Arrow|Escape$|n$)/.test(event.key)) return;
    const beside = PANES[PANES.indexOf(pane) + (event.key === "ArrowRight" ? 1 : -1)];
    if (event.altKey && isPast) return;
    if (event.altKey && pane === "elements" && (event.key === "ArrowDown" || event.key === "ArrowUp")) order(event.key === "ArrowDown" ? 1 : -1);
    else if (event.altKey) return;
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") go(pane, nextIn(orders[pane], active(pane), event.key === "ArrowDown" ? 1 : -1));
    else if ((event.key === "ArrowRight" || event.key === "ArrowLeft") && beside !== undefined) go(beside, active(beside));
    else if (event.key === " " && event.target instanceof HTMLElement && event.target.matches("input")) return;
    else if (perPane[pane][event.key] !== undefined) perPane[pane][event.key]?.();
    else return;
    event.preventDefault();
  };
  useSheetCommands();
  const undrawn = sheet.data.filter((each) => each.elements.length === 0).length;
  return (
    <>
      <p className="ws-facts" role="status">
        {counted(sheet.data.length, "statement")}, {undrawn} not drawn from · {counted(sheet.elements.length, "element")}, {sheet.elements.filter((each) => each.category === null).length} in no category · ↑↓ go on, ←→ change the list, Space chooses, Enter names.
      </p>
      <div className="ws" ref={root}>
        <section className="ws-pane" data-pane="data" aria-label="Data">
          <div className="ws-pane-head">
            <div><h2>Data <span>{lines.size > 0 && `${String(lines.size)} chosen`}</span></h2><Show name="data" label="Show data" choices={[["", "all"], ["undrawn", "not drawn from"]]} /></div>
            <OnlyNow><FindOrMake label="Element" about={from.length === 0 ? "Choose what it is drawn from" : `Drawn from ${from.length === 1 ? `line ${String(sheet.data.find((each) => each.statement === from[0])?.number ?? "")}` : `${String(from.length)} lines`}; an element that is there is linked`} place={`worksheet.element.${String(sheet.theme)}`} known={sheet.elements.map((each) => each.text)} onGive={draw} onLeave={() => { go("data", line); }} disabled={from.length === 0} /></OnlyNow>
          </div>
          <ul className="ws-list" tabIndex={-1} onKeyDown={(event) => { onKey("data", event); }} aria-label="Statements of the column">
            {data.map((each) => (
              <DataRow key={each.statement} study={study} line={each} elements={byKey} isActive={each.statement === line} isTicked={lines.has(each.statement)} isLinked={linked.has(each.statement)} onFocus={() => { look("data", each.statement); }} onTick={() => { setLines((known) => flipped(known, each.statement)); }} />
            ))}
          </ul>
          {data.length === 0 && <p className="ws-none">{sheet.data.length === 0 ? "Nothing is charted in this column yet." : "From every statement something was drawn."}</p>}
        </section>
        <section className="ws-pane" data-pane="elements" aria-label="Elements">
          <div className="ws-pane-head">
            <div><h2>Elements <span>{chosen.size > 0 && `${String(chosen.size)} chosen`}</span></h2><Show name="elements" label="Show elements" choices={[["", "all"], ["loose", "in no category"], ["again", "to look at again"]]} /></div>
            <OnlyNow><FindOrMake label="Category" about={meant.length === 0 ? "Choose elements to put into it" : `For ${counted(meant.length, "element")}; a category that is there is used`} place={`worksheet.category.${String(sheet.theme)}`} known={sheet.categories.map((each) => each.name)} onGive={group} onLeave={() => { go("elements", element); }} disabled={meant.length === 0} /></OnlyNow>
          </div>
          <ul className="ws-list" tabIndex={-1} onKeyDown={(event) => { onKey("elements", event); }} aria-label="Elements drawn from it">
            {elements.map((each) => (
              <ElementRow key={each.k} element={each} category={sheet.categories.find((category) => category.k === each.category)} isActive={each.k === element} isTicked={chosen.has(each.k)} isLinked={drawnFrom.has(each.k)} isWording={wording === each.k} onFocus={() => { look("elements", each.k); }} onTick={() => { setChosen((known) => flipped(known, each.k)); }} onWord={() => { setWording(each.k); }} onWorded={(text) => { setWording(null); if (text !== null) working.reword.mutate({ element: each, text }); go("elements", each.k); }} onConfirm={() => { working.confirm.mutate([each.k]); }} onLine={(statement) => { go("data", statement); }} onUnlink={(statement) => { working.unlink.mutate({ element: each.k, statement }); }} />
            ))}
          </ul>
          {chosen.size > 1 && <div className="ws-pane-head"><div><Button size="compact-sm" variant="default" onClick={join}>Make one of the {chosen.size}</Button><Button size="compact-sm" variant="subtle" color="gray" onClick={remove}>Remove</Button></div></div>}
          {elements.length === 0 && <p className="ws-none">{sheet.elements.length === 0 ? "None yet: read a statement, and name what is in it." : "None of these."}</p>}
        </section>
        <section className="ws-pane" data-pane="categories" aria-label="Categories">
          <div className="ws-pane-head"><div><h2>Categories</h2></div></div>
          <ul className="ws-list" tabIndex={-1} onKeyDown={(event) => { onKey("categories", event); }} aria-label="Categories made of them">
            {groups.map((each) => (
              <li key={each.kind}>
                {(each.kind !== "" || groups.length > 1) && <h3>{each.kind === "" ? "In no class" : each.kind}</h3>}
                <ul className="ws-inner">
                  {each.categories.map((category) => (
                    <CategoryCard key={category.k} category={category} elements={category.elements.flatMap((k) => byKey.get(k) ?? [])} isActive={category.k === active("categories")} classes={groups.map((one) => one.kind).filter((kind) => kind !== "")} onFocus={() => { look("categories", category.k); }} onEdit={(edit) => { working.editCategory.mutate({ category, edit }); }} onRemove={() => { working.removeCategory.mutate(category.k); }} onElement={(k) => { go("elements", k); }} />
                  ))}
                </ul>
              </li>
            ))}
          </ul>
          {groups.length === 0 && <p className="ws-none">None yet: choose elements that belong together, and name what they share.</p>}
        </section>
      </div>
    </>
  );
}

function Show({ name, label, choices }: { name: string; label: string; choices: readonly (readonly [string, string])[] }) {
  const filters = useFilters();
  return <Select size="xs" w={150} aria-label={label} allowDeselect={false} value={filters.value(name)} data={choices.map(([value, said]) => ({ value, label: said }))} onChange={(value) => { filters.set(name, value ?? ""); }} />;
}

function useSheetCommands(): void {
  const key = (id: string, label: string, keys: string) => ({ id: `worksheet.${id}`, label, group: "Worksheet", keys, sheetOnly: true, run: () => undefined });
  useCommands(
    [
      key("go", "Next or previous", "ArrowDown"),
      key("pane", "From data to elements to categories", "ArrowRight"),
      key("choose", "Choose", "Space"),
      key("name", "Name an element, or a category", "Enter"),
      key("undrawn", "Next statement that nothing was drawn from", "n"),
      key("word", "Other words for an element", "F2"),
      key("join", "Make one of the chosen elements", "j"),
      key("ungroup", "Out of its category", "u"),
      key("confirm", "Still right", "y"),
      key("order", "Up or down in the list", "Alt+ArrowDown"),
      key("remove", "Remove elements", "Delete"),
    ],
    [],
  );
}
