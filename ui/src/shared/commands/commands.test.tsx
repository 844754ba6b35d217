import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";

import { Commands, printedKeys, useAllCommands, useCommands } from "./commands";

function Screen({ run, name = "Count" }: { run: () => void; name?: string }) {
  useCommands([{ id: "count", label: name, group: "Test", keys: "x", run }], [name]);
  return <input aria-label="field" />;
}

function Listed() {
  return <p>{useAllCommands().map((command) => command.label).join()}</p>;
}

it("runs the newest deed of a command when its key is pressed", () => {
  const first = vi.fn();
  const second = vi.fn();
  const page = render(<Commands><Screen run={first} /></Commands>);
  page.rerender(<Commands><Screen run={second} /></Commands>);

  fireEvent.keyDown(window, { key: "x" });

  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledOnce();
});

it("leaves keys to the field that is typed in", () => {
  const run = vi.fn();
  render(<Commands><Screen run={run} /></Commands>);

  fireEvent.keyDown(screen.getByLabelText("field"), { key: "x" });

  expect(run).not.toHaveBeenCalled();
});

it("forgets the commands of a screen that is left", () => {
  const page = render(<Commands><Screen run={() => undefined} /><Listed /></Commands>);
  expect(screen.getByText("Count")).toBeTruthy();

  page.rerender(<Commands><Listed /></Commands>);

  expect(screen.queryByText("Count")).toBeNull();
});

it("prints keys as they stand on the keyboard", () => {
  expect(printedKeys("$mod+k")).toMatch(/^(Ctrl\+|⌘)K$/);
  expect(printedKeys("g c")).toBe("G then C");
  expect(printedKeys("Shift+ArrowDown")).toMatch(/Down$/);
  expect(printedKeys("Shift+Arrows")).toMatch(/Arrows$/);
});
