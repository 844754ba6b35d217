import { notifications } from "@mantine/notifications";
import type { ReactNode } from "react";

import { wordsOf } from "@/api/problem";

/** A brief message that takes no focus. `undo` offers to take back what was just done. */
export function tell(message: string): void {
  notifications.show({ message, autoClose: 4_000, withBorder: true, closeButtonProps: { "aria-label": "Close this message" } });
}

/** Something was refused: stays until it is read. `message` says it otherwise than the server did. */
export function tellRefusal(error: unknown, title = "That did not work", message: ReactNode = wordsOf(error)): void {
  notifications.show({ title, message, color: "red", styles: { description: { color: "var(--mantine-color-text)" } }, autoClose: 12_000, withBorder: true, closeButtonProps: { "aria-label": "Close this message" } });
}
