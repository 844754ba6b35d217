import { Popover, type PopoverProps } from "@mantine/core";
import type { KeyboardEvent, ReactNode } from "react";

import { isForOpenList } from "./openList";

/**
 * A small dialog that opens beside its button. Escape closes it, unless a list is open in it: then the list alone. Mantine's own
 * Escape would close both at once.
 */
export function SmallDialog({ opened, onChange, button, children, ...placed }: {
  opened: boolean;
  onChange: (opened: boolean) => void;
  button: ReactNode;
  children: ReactNode;
} & Pick<PopoverProps, "position">) {
  // Heard before the field of a list hears it, and closes its list.
  const leave = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !isForOpenList(event)) onChange(false);
  };
  return (
    <Popover opened={opened} onChange={onChange} withArrow trapFocus returnFocus closeOnEscape={false} {...placed}>
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown onKeyDownCapture={leave}>{children}</Popover.Dropdown>
    </Popover>
  );
}
