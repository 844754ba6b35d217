import type { KeyboardEvent } from "react";

/**
 * Whether a key is pressed in the field of a list that is open, or in an open menu: Escape is theirs then, and what they stand in
 * stays as it is. Mantine marks them so until they have heard of the key.
 */
export function isForOpenList(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.getAttribute("data-mantine-stop-propagation") === "true";
}
