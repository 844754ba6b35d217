import { MantineProvider, Select } from "@mantine/core";
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";

import { isForOpenList } from "./openList";

it("tells the key that closes a list from the next one", () => {
  const told = vi.fn<(isForList: boolean) => void>();
  render(
    <MantineProvider>
      <div onKeyDownCapture={(event) => { told(isForOpenList(event)); }}><Select aria-label="Theme" data={["1.1", "1.2"]} /></div>
    </MantineProvider>,
  );
  const field = screen.getByRole("combobox", { name: "Theme" });

  fireEvent.click(field);
  fireEvent.keyDown(field, { key: "Escape" });
  fireEvent.keyDown(field, { key: "Escape" });

  expect(told.mock.calls).toEqual([[true], [false]]);
});
