import { notifications } from "@mantine/notifications";

import { wordsOf } from "@/api/problem";

/** A brief message that takes no focus. `undo` offers to take back what was just done. */
export function tell(message: string): void {
  notifications.show({ message, autoClose: 4_000, withBorder: true });
}

/** Something was refused: stays until it is read. */
export function tellRefusal(error: unknown, title = "That did not work"): void {
  notifications.show({ title, message: wordsOf(error), color: "red", autoClose: 12_000, withBorder: true });
}
