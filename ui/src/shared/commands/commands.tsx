import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { tinykeys } from "tinykeys";

import { useIsPastHere } from "@/api/past";

/** Something a person can do from the palette or by a key. Screens register what is possible on them. */
export interface Command {
  id: string;
  label: string;
  /** The heading it stands under in the palette and on the shortcuts sheet. */
  group: string;
  /** In tinykeys' notation, such as "$mod+k" or "g c". */
  keys?: string;
  /** Works while typing in a field too. Keys with no modifier never do. */
  whileTyping?: boolean;
  /** On the shortcuts sheet only: the screen listens for the key itself. */
  sheetOnly?: boolean;
  /** It changes the study, so it is not there while the study is read as it was. */
  changes?: boolean;
  run: () => void;
}

type Register = (commands: readonly Command[]) => () => void;

const Known = createContext<readonly Command[]>([]);
const Registering = createContext<Register | null>(null);

function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select");
}

function bindings(commands: readonly Command[]): Record<string, (event: KeyboardEvent) => void> {
  const bound: Record<string, (event: KeyboardEvent) => void> = {};
  for (const command of commands) {
    if (command.keys === undefined || command.sheetOnly === true) continue;
    // The later one wins: a screen may give a key another meaning than the shell does.
    bound[command.keys] = (event) => {
      if (event.defaultPrevented || (isTyping(event) && command.whileTyping !== true)) return;
      event.preventDefault();
      command.run();
    };
  }
  return bound;
}

export function Commands({ children }: { children: ReactNode }) {
  const [sets, setSets] = useState<readonly (readonly Command[])[]>([]);
  const commands = useMemo(() => sets.flat(), [sets]);
  const register = useCallback<Register>((given) => {
    setSets((known) => [...known, given]);
    return () => {
      setSets((known) => known.filter((each) => each !== given));
    };
  }, []);
  useEffect(() => tinykeys(window, bindings(commands)), [commands]);
  return (
    <Registering value={register}>
      <Known value={commands}>{children}</Known>
    </Registering>
  );
}

/** Everything that can be done now. */
export function useAllCommands(): readonly Command[] {
  return useContext(Known);
}

/**
 * Makes commands known while a component is on screen. What they are called and which keys they have is read
 * when `deps` change; what they do is always the newest.
 */
export function useCommands(commands: readonly Command[], deps: readonly unknown[]): void {
  const register = useContext(Registering);
  const newest = useRef(commands);
  const isPast = useIsPastHere();
  useEffect(() => {
    newest.current = commands;
  });
  useEffect(() => {
    if (register === null) return undefined;
    const steady = newest.current.filter((command) => !(isPast && command.changes === true)).map((command) => ({
      ...command,
      run: () => {
        newest.current.find((each) => each.id === command.id)?.run();
      },
    }));
    return register(steady);
    // The caller says when names or keys change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [register, isPast, ...deps]);
}

const MAC = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

/** A key as it is printed for a person: "Ctrl+K", "⌘K". */
export function printedKeys(keys: string): string {
  return keys
    .split(" ")
    .map((chord) =>
      chord
        .split("+")
        .map((part) => {
          if (part === "$mod") return MAC ? "⌘" : "Ctrl";
          if (part === "Slash") return "?";
          return part.length === 1 ? part.toUpperCase() : part.replace(/^Key|^Digit/, "").replace(/^Arrow(?=[A-Z])/, "");
        })
        .join(MAC ? "" : "+"),
    )
    .join(" then ");
}
