import { expect, it } from "vitest";

import { Refusals } from "./refusals";

function empty(): { list: Refusals; kept: Pick<Storage, "getItem" | "setItem"> } {
  const values = new Map<string, string>();
  const kept = { getItem: (key: string) => values.get(key) ?? null, setItem: (key: string, value: string) => { values.set(key, value); } };
  return { list: new Refusals(kept), kept };
}

it("takes back what was done last, a refusal or a change of the history", () => {
  const { list } = empty();
  list.note("roles", 1, [7]);
  list.changed("roles");
  list.note("roles", 1, [8]);

  const order = [1, 2, 3, 4].map(() => list.takeBack("roles")?.suggestions ?? "history");

  expect(order).toEqual([[8], "history", [7], "history"]);
});

it("goes on waiting behind a change that stands again", () => {
  const { list } = empty();
  list.note("roles", 1, [7]);
  list.changed("roles");
  list.takeBack("roles");
  list.stands("roles");

  expect(list.takeBack("roles")).toBeNull();
  expect(list.takeBack("roles")?.suggestions).toEqual([7]);
});

it("brings again what was taken back last", () => {
  const { list } = empty();
  list.note("roles", 1, [7]);
  list.note("roles", 1, [8]);
  list.takeBack("roles");
  list.takeBack("roles");

  const again = [1, 2].map(() => {
    const one = list.bringAgain("roles");
    if (one !== null) list.note(one.study, one.rule, one.suggestions, true);
    return one?.suggestions;
  });

  expect(again).toEqual([[7], [8]]);
  expect(list.bringAgain("roles")).toBeNull();
  expect(list.takeBack("roles")?.suggestions).toEqual([8]);
});

it("brings nothing again once something else was done", () => {
  const { list } = empty();
  list.note("roles", 1, [7]);
  list.takeBack("roles");
  list.changed("roles");

  expect(list.bringAgain("roles")).toBeNull();
});

it("keeps studies apart, and what it knows over a reload", () => {
  const { list, kept } = empty();
  list.note("roles", 1, [7]);
  list.changed("peer");

  const reloaded = new Refusals(kept);

  expect(reloaded.takeBack("peer")).toBeNull();
  expect(reloaded.takeBack("roles")?.suggestions).toEqual([7]);
});

it("forgets what its own notice took back", () => {
  const { list } = empty();
  list.note("roles", 1, [7]);
  list.drop("roles", [7]);

  expect(list.takeBack("roles")).toBeNull();
});
