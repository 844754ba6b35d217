import { Autocomplete } from "@mantine/core";
import { useState } from "react";

import { draftAt, keepDraft } from "@/shared/drafts/drafts";

/** A field in which what is there is found and what is not is made: Enter does it, Escape goes back. */
export function FindOrMake({ label, about, place, known, onGive, onLeave, disabled = false }: {
  label: string;
  about: string;
  /** Where typed words are kept until they are sent. */
  place: string;
  known: readonly string[];
  onGive: (words: string) => void;
  onLeave: () => void;
  disabled?: boolean;
}) {
  const [words, setWords] = useState(() => draftAt(place));
  const write = (next: string): void => {
    setWords(next);
    keepDraft(place, next);
  };
  const give = (given: string): void => {
    if (given.trim() === "") return;
    write("");
    onGive(given.trim());
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); give(words); }}>
      <Autocomplete
        data-names
        label={label}
        description={about}
        size="sm"
        data={[...new Set(known)]}
        limit={8}
        {...(known.length === 0 ? { dropdownOpened: false } : {})}
        value={words}
        disabled={disabled}
        onChange={write}
        onOptionSubmit={(picked) => {
          give(picked);
          // The list writes what was picked into the field afterwards.
          requestAnimationFrame(() => { write(""); });
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") { event.preventDefault(); onLeave(); }
        }}
      />
    </form>
  );
}
