import { Button, TextInput, Textarea } from "@mantine/core";
import { useState } from "react";

import { OnlyNow } from "@/shared/page/past";

import type { Category, Element } from "../model/types";

/** One category with the elements in it; its name, class and definition are changed where they stand. */
export function CategoryCard({ category, elements, isActive, classes, onFocus, onEdit, onRemove, onElement }: {
  category: Category;
  elements: readonly Element[];
  isActive: boolean;
  classes: readonly string[];
  onFocus: () => void;
  onEdit: (edit: { name?: string; definition?: string; kind?: string }) => void;
  onRemove: () => void;
  onElement: (k: number) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const tab = isActive ? 0 : -1;
  return (
    <li className="ws-row ws-category" data-row={category.k} data-active={isActive} tabIndex={tab} onFocus={onFocus} aria-label={`Category ${category.name}`}>
      <div>
        <p className="ws-words"><strong>{category.name}</strong></p>
        <p className="ws-from">
          {category.elements.length === 1 ? "1 element" : `${String(category.elements.length)} elements`} · {category.cases.length === 1 ? "1 case" : `${String(category.cases.length)} cases`}
        </p>
        {category.definition !== "" && !isOpen && <p className="ws-from">{category.definition}</p>}
        <ul className="ws-links">
          {elements.map((element) => (
            <li key={element.k}><button type="button" className="head-button ws-line" tabIndex={tab} onClick={() => { onElement(element.k); }}>{element.text}</button></li>
          ))}
        </ul>
        {isOpen && <Edit category={category} classes={classes} onEdit={onEdit} />}
        <OnlyNow><div className="ws-deeds">
          <Button size="compact-xs" variant="subtle" color="gray" tabIndex={tab} aria-expanded={isOpen} onClick={() => { setOpen(!isOpen); }}>{isOpen ? "Done" : "Change …"}</Button>
          <Button size="compact-xs" variant="subtle" color="gray" tabIndex={tab} onClick={onRemove}>Remove</Button>
        </div></OnlyNow>
      </div>
    </li>
  );
}

function Edit({ category, classes, onEdit }: { category: Category; classes: readonly string[]; onEdit: (edit: { name?: string; definition?: string; kind?: string }) => void }) {
  const [name, setName] = useState(category.name);
  const [kind, setKind] = useState(category.kind);
  const [definition, setDefinition] = useState(category.definition);
  const known = `classes-${String(category.k)}`;
  return (
    <div className="ws-edit">
      <TextInput size="xs" label="Name" value={name} onChange={(event) => { setName(event.currentTarget.value); }} onBlur={() => { if (name.trim() !== "" && name !== category.name) onEdit({ name }); }} />
      <TextInput size="xs" label="Class" list={known} value={kind} onChange={(event) => { setKind(event.currentTarget.value); }} onBlur={() => { if (kind !== category.kind) onEdit({ kind }); }} />
      <datalist id={known}>{classes.map((each) => <option key={each} value={each} />)}</datalist>
      <Textarea size="xs" label="What belongs to it" autosize minRows={1} value={definition} onChange={(event) => { setDefinition(event.currentTarget.value); }} onBlur={() => { if (definition !== category.definition) onEdit({ definition }); }} />
    </div>
  );
}
