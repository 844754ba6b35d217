import { Button, Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";

import { Changing, OnlyNow, useReadsPast } from "@/shared/page/past";

import type { Category, Element } from "../model/types";

/** One element: its words, its category, how many cases it rests on, why it should be looked at again. */
export function ElementRow({ element, category, isActive, isTicked, isLinked, isWording, onFocus, onTick, onWord, onWorded, onConfirm, onLine, onUnlink }: {
  element: Element;
  category: Category | undefined;
  isActive: boolean;
  isTicked: boolean;
  isLinked: boolean;
  isWording: boolean;
  onFocus: () => void;
  onTick: () => void;
  onWord: () => void;
  /** The new words, null where they are left as they were. */
  onWorded: (text: string | null) => void;
  onConfirm: () => void;
  onLine: (statement: number) => void;
  onUnlink: (statement: number) => void;
}) {
  const tab = isActive ? 0 : -1;
  const isPast = useReadsPast();
  return (
    <li className="ws-row" data-row={element.k} data-active={isActive} data-linked={isLinked} tabIndex={tab} onFocus={onFocus} aria-label={`Element ${String(element.number)}: ${element.text}`}>
      <Changing><Checkbox checked={isTicked} onChange={onTick} tabIndex={tab} aria-label={`Choose element ${String(element.number)}`} /></Changing>
      <div>
        {isWording ? <Wording text={element.text} onWorded={onWorded} /> : <p className="ws-words" onDoubleClick={isPast ? undefined : onWord}>{element.text}</p>}
        <p className="ws-from">
          {category === undefined ? "in no category" : category.name} · {element.cases.length === 1 ? "1 case" : `${String(element.cases.length)} cases`} · {element.links.length === 1 ? "1 statement" : `${String(element.links.length)} statements`}
        </p>
        {element.unsettled.length > 0 && (
          <p className="ws-again">
            {element.unsettled.join("; ")}
            <OnlyNow><Button size="compact-xs" variant="default" ml="xs" onClick={onConfirm} tabIndex={tab}>Still right</Button></OnlyNow>
          </p>
        )}
        {isActive && (
          <ul className="ws-links">
            {element.links.map((link) => (
              <li key={link.statement}>
                {link.line === null ? (
                  <span>{link.name}{link.wave_name !== "" && ` (${link.wave_name})`}, no longer there: “{link.then}”</span>
                ) : (
                  <button type="button" className="head-button ws-line" onClick={() => { onLine(link.statement); }}>line {link.line}, {link.name}</button>
                )}
                {element.links.length > 1 && !isPast && <button type="button" className="head-button ws-unlink" aria-label={`unlink ${link.name}${link.line === null ? "" : `, line ${String(link.line)}`}`} onClick={() => { onUnlink(link.statement); }}>unlink</button>}
                {link.unsettled !== null && link.line !== null && <span className="ws-then">It said “{link.then}”</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function Wording({ text, onWorded }: { text: string; onWorded: (text: string | null) => void }) {
  const [words, setWords] = useState(text);
  const keep = (): void => { onWorded(words.trim() === "" || words.trim() === text ? null : words.trim()); };
  return (
    <TextInput
      size="sm"
      aria-label="The element in other words"
      autoFocus
      value={words}
      onChange={(event) => { setWords(event.currentTarget.value); }}
      onBlur={keep}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter") keep();
        if (event.key === "Escape") onWorded(null);
      }}
    />
  );
}
