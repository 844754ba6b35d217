import { notifications } from "@mantine/notifications";
import type { ReactNode } from "react";

import { wordsOf } from "@/api/problem";

let last: string | null = null;

/** A brief message that takes no focus. The next one takes its place: twenty undos leave one message, not a queue of them. */
export function tell(message: ReactNode): void {
  if (last !== null) notifications.hide(last);
  last = notifications.show({ message, autoClose: 4_000, withBorder: true, closeButtonProps: { "aria-label": "Close this message" } });
}

/** Something was refused: stays until it is read. `message` says it otherwise than the server did. */
export function tellRefusal(error: unknown, title = "That did not work", message: ReactNode = wordsOf(error)): void {
  notifications.show({ title, message, color: "red", styles: { description: { color: "var(--mantine-color-text)" } }, autoClose: 12_000, withBorder: true, closeButtonProps: { "aria-label": "Close this message" } });
}
