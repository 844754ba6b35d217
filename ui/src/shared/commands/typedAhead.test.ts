import { afterEach, describe, expect, it } from "vitest";

import { TypedAhead } from "./typedAhead";

function press(key: string, held: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, cancelable: true, bubbles: true, ...held });
  document.body.dispatchEvent(event);
  return event;
}

let leave: () => void = () => undefined;

function listening(): TypedAhead {
  const typed = new TypedAhead();
  leave = typed.listen(window);
  return typed;
}

afterEach(() => { leave(); });

describe("keys typed before the field is there", () => {
  it("go into the field and nowhere else", () => {
    const typed = listening();
    typed.start();

    const pressed = [press("0"), press("2")];

    expect(typed.snapshot()).toBe("02");
    expect(pressed.every((event) => event.defaultPrevented)).toBe(true);
  });

  it("are the field's own once it has the focus", () => {
    const typed = listening();
    typed.start();
    typed.stop();

    expect(press("x").defaultPrevented).toBe(false);
    expect(typed.snapshot()).toBe("");
  });

  it("leave commands alone", () => {
    const typed = listening();
    typed.start();

    expect(press("z", { ctrlKey: true }).defaultPrevented).toBe(false);
    expect(press("Escape").defaultPrevented).toBe(false);
  });
});
