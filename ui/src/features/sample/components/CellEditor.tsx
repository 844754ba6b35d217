import { useEffect, useRef, useState, type KeyboardEvent } from "react";

/** Where leaving a cell leads: stay on it, the next one below, to the right or to the left. */
export type Leave = "stay" | "down" | "right" | "left";

/** One open cell. What is typed is kept on leaving it in any way but Escape. */
export function CellEditor({ label, begin, choices, words, onKeep, onDrop }: {
  label: string;
  begin: string;
  choices: readonly { value: string; label: string }[] | null;
  /** Why the server refused what stands here, "" if it has not. */
  words: string;
  onKeep: (text: string, leave: Leave | null) => void;
  onDrop: () => void;
}) {
  const [text, setText] = useState(begin);
  const box = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const left = useRef(false);
  useEffect(() => {
    box.current?.focus();
    if (box.current instanceof HTMLInputElement) box.current.setSelectionRange(begin.length, begin.length);
  }, [begin.length]);

  const keep = (leave: Leave | null): void => {
    if (left.current) return;
    left.current = true;
    onKeep(text, leave);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape") {
      left.current = true;
      onDrop();
    } else if (event.key === "Enter") keep("down");
    else if (event.key === "Tab") keep(event.shiftKey ? "left" : "right");
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shared = {
    ref: box,
    className: "case-field",
    "aria-label": label,
    "aria-invalid": words !== "",
    value: text,
    onKeyDown: onKey,
    onBlur: () => { keep(null); },
  };
  return (
    <>
      {choices === null ? (
        <input {...shared} type="text" autoComplete="off" onChange={(event) => { setText(event.currentTarget.value); }} />
      ) : (
        <select {...shared} onChange={(event) => { setText(event.currentTarget.value); }}>
          {choices.every((choice) => choice.value !== text) && <option value={text}>{text}</option>}
          {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
        </select>
      )}
      {words !== "" && <span className="case-words" role="alert">{words}</span>}
    </>
  );
}
