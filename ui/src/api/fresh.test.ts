import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, it } from "vitest";

import { drawAhead, readWhenIdle } from "./fresh";
import { writes } from "./writes";

const KEY = ["codings"];

/** A server whose answers come when they are let go, and a page that shows them. */
function page() {
  const cache = new QueryClient();
  const answers: ((codings: readonly string[]) => void)[] = [];
  const observer = new QueryObserver<readonly string[]>(cache, {
    queryKey: KEY,
    queryFn: ({ signal }) =>
      new Promise((done, fail) => {
        answers.push(done);
        signal.addEventListener("abort", () => { fail(new Error("given up")); });
      }),
  });
  observer.subscribe(() => undefined);
  return { cache, answers, shown: () => cache.getQueryData<readonly string[]>(KEY) };
}

const turn = (): Promise<void> => new Promise((done) => setTimeout(done));

function open(): { answer: () => void; done: Promise<unknown> } {
  let answer: () => void = () => undefined;
  const given = new Promise<void>((go) => { answer = go; });
  return { answer, done: writes.add({ label: "write", send: () => given }) };
}

it("keeps what is drawn ahead when a reading from before it comes in", async () => {
  const { cache, answers, shown } = page();
  answers[0]?.(["old"]);
  await turn();
  const write = open();
  void cache.invalidateQueries({ queryKey: KEY });
  await turn();

  drawAhead<readonly string[]>(cache, KEY, (known) => [...known, "mine"]);
  answers[1]?.(["old"]);
  await turn();

  expect(shown()).toEqual(["old", "mine"]);
  write.answer();
  await write.done;
});

it("keeps what was answered while a reading was on its way", async () => {
  const { cache, answers, shown } = page();
  answers[0]?.(["old"]);
  await turn();
  void cache.invalidateQueries({ queryKey: KEY });
  await turn();
  cache.setQueryData<readonly string[]>(KEY, (known) => [...(known ?? []), "first, answered"]);

  drawAhead<readonly string[]>(cache, KEY, (known) => [...known, "second"]);

  expect(shown()).toEqual(["old", "first, answered", "second"]);
});

it("reads again once, after the last write has been answered", async () => {
  const { cache, answers } = page();
  answers[0]?.(["old"]);
  await turn();
  const one = open();
  const other = open();

  const first = readWhenIdle(cache, KEY);
  const second = readWhenIdle(cache, KEY);
  one.answer();
  await one.done;
  await turn();
  expect(answers).toHaveLength(1);
  other.answer();
  await other.done;
  await turn();
  await turn();

  expect(answers).toHaveLength(2);
  answers[1]?.(["old", "new"]);
  await Promise.all([first, second]);
});

it("takes back what was drawn ahead, and reads how it stands", async () => {
  const { cache, answers, shown } = page();
  answers[0]?.(["old"]);
  await turn();

  const takeBack = drawAhead<readonly string[]>(cache, KEY, (known) => [...known, "refused"]);
  takeBack();
  expect(shown()).toEqual(["old"]);
  await turn();
  await turn();

  expect(answers).toHaveLength(2);
});
