import type { FocusEvent } from "react";

/**
 * A Select that is typed into: what it holds is replaced by what is typed, and Enter takes the first that fits.
 * Without this Enter would send the form it stands in, with what was chosen before.
 */
export const searched = {
  searchable: true,
  selectFirstOptionOnChange: true,
  onFocus: (event: FocusEvent<HTMLInputElement>): void => { event.currentTarget.select(); },
} as const;
