import { getOptionsLockup, getParsedComboboxData, Select, useComboboxContext, type SelectProps } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";

/**
 * Chooses the first that fits once the list stands. The library chooses it as each letter comes, which is too early where
 * the first letter opens the list, and forgets it again where opening takes long.
 */
function ChooseFirst({ typed }: { typed: string }) {
  const { store } = useComboboxContext();
  const { dropdownOpened, selectFirstOption } = store;
  useEffect(() => {
    if (!dropdownOpened || typed === "") return undefined;
    const wait = setTimeout(selectFirstOption);
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
