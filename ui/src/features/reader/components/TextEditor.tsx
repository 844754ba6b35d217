import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { useEffect, useRef } from "react";

const LOOK = EditorView.theme({
  "&": { height: "100%", backgroundColor: "var(--t-surface)", color: "var(--mantine-color-text)" },
  ".cm-scroller": { fontFamily: "var(--mantine-font-family)", fontSize: "0.95rem", lineHeight: "1.6" },
  ".cm-content": { caretColor: "currentColor", maxWidth: "52rem" },
  ".cm-cursor": { borderLeftColor: "currentColor" },
  ".cm-gutters": { backgroundColor: "var(--t-rail)", color: "var(--mantine-color-dimmed)", border: "0" },
  "&.cm-focused": { outline: "2px solid var(--mantine-primary-color-filled)", outlineOffset: "-2px" },
});

/** A plain-text editor for a whole transcript. It keeps its own undo; what is typed is told with every change. */
export function TextEditor({ begun, label, onChange }: { begun: string; label: string; onChange: (text: string) => void }) {
  const place = useRef<HTMLDivElement>(null);
  const tell = useRef(onChange);
  useEffect(() => {
    tell.current = onChange;
  });
  useEffect(() => {
    if (place.current === null) return undefined;
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: begun,
        extensions: [
          LOOK,
          lineNumbers(),
          history(),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ "aria-label": label, "data-autofocus": "true", spellcheck: "true" }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) tell.current(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.focus();
    return () => { view.destroy(); };
  }, [begun, label]);
  return <div ref={place} className="text-editor" onKeyDown={(event) => { if (event.key !== "Escape") event.stopPropagation(); }} />;
}
