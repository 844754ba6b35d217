import { MantineProvider } from "@mantine/core";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";

import { SearchedSelect } from "./SearchedSelect";

function Chooser({ data }: { data: string[] }) {
  return <MantineProvider env="test"><SearchedSelect aria-label="Theme" data={data} value={null} /></MantineProvider>;
}

const type = (letters: string): void => {
  screen.getByRole("combobox").focus();
  fireEvent.change(screen.getByRole("combobox"), { target: { value: letters } });
};

const chosen = (): string | undefined => document.querySelector("[data-combobox-selected]")?.textContent;

it("chooses the first that fits", async () => {
  render(<Chooser data={["1 Role", "2 Team", "2.1 Place"]} />);

  type("2");

  await waitFor(() => { expect(chosen()).toBe("2 Team"); });
});

it("chooses the first that fits when it comes later than the letters", async () => {
  const page = render(<Chooser data={[]} />);
  type("2");
  await new Promise((passed) => { setTimeout(passed, 50); });

  page.rerender(<Chooser data={["1 Role", "2 Team"]} />);

  await waitFor(() => { expect(chosen()).toBe("2 Team"); });
});

it("chooses again when what was chosen leaves the list", async () => {
  const page = render(<Chooser data={["2 Team", "2.1 Place"]} />);
  type("2");
  await waitFor(() => { expect(chosen()).toBe("2 Team"); });

  page.rerender(<Chooser data={["2.1 Place"]} />);

  await waitFor(() => { expect(chosen()).toBe("2.1 Place"); });
});

it("leaves chosen what the arrow keys chose", async () => {
  render(<Chooser data={["2 Team", "2.1 Place"]} />);
  type("2");
  await waitFor(() => { expect(chosen()).toBe("2 Team"); });

  fireEvent.keyDown(screen.getByRole("combobox"), { code: "ArrowDown", key: "ArrowDown" });
  await new Promise((passed) => { setTimeout(passed, 50); });

  expect(chosen()).toBe("2.1 Place");
});
