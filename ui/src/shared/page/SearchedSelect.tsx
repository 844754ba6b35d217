import { getOptionsLockup, getParsedComboboxData, Select, useComboboxContext, type SelectProps } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";

/** How long after a look at the list, in milliseconds, the next one comes: about a frame of the screen. */
const LOOK_AGAIN_MS = 16;

/**
 * Keeps the first that fits chosen while the list is open. The library chooses it as each letter comes, and only then: where the
 * letter opens the list, or what fits comes later than the letter, there is nothing to choose yet. So it looks until one
 * is chosen, and again when that one leaves the list. Whatever the arrow keys choose stays.
 */
function ChooseFirst({ typed }: { typed: string }) {
  const { store } = useComboboxContext();
  const { dropdownOpened, selectFirstOption } = store;
  useEffect(() => {
    if (!dropdownOpened || typed === "") return undefined;
    let chosen: string | null = null;
    let wait: ReturnType<typeof setTimeout>;
    const look = (): void => {
      if (chosen === null || document.getElementById(chosen) === null) chosen = selectFirstOption();
      wait = setTimeout(look, LOOK_AGAIN_MS);
    };
    wait = setTimeout(look);
    return () => { clearTimeout(wait); };
  }, [dropdownOpened, typed, selectFirstOption]);
  return null;
}

export type SearchedSelectProps = Omit<SelectProps, "searchable" | "onFocus" | "inputContainer" | "searchValue" | "defaultSearchValue">;

/**
 * A Select that is typed into: what it holds is replaced by what is typed, and Enter takes the first that fits.
 * Without this Enter would send the form it stands in, with what was chosen before.
 */
export function SearchedSelect({ onSearchChange, ...props }: SearchedSelectProps) {
  const [text, setText] = useState("");
  const known = useMemo(() => getOptionsLockup(getParsedComboboxData(props.data))[props.value ?? ""]?.label, [props.data, props.value]);
  return (
    <Select
      {...props}
      searchable
      selectFirstOptionOnChange
      onSearchChange={(search) => { setText(search); onSearchChange?.(search); }}
      onFocus={(event) => { event.currentTarget.select(); }}
      inputContainer={(input) => <>{input}<ChooseFirst typed={text === known ? "" : text} /></>}
    />
  );
}
