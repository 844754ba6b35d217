import { expect, it } from "vitest";

import { Problem } from "./problem";
import { WriteQueue } from "./writes";

const atOnce = (): Promise<void> => Promise.resolve();

it("sends writes in the order in which they were made", async () => {
  const queue = new WriteQueue(atOnce);
  const sent: number[] = [];
  let letFirstGo: () => void = () => undefined;
  const first = new Promise<void>((go) => { letFirstGo = go; });

  const one = queue.add({ label: "one", send: async () => { await first; sent.push(1); } });
  const two = queue.add({ label: "two", send: () => { sent.push(2); return Promise.resolve(); } });
  letFirstGo();
  await Promise.all([one, two]);

  expect(sent).toEqual([1, 2]);
});

it("sends a write again under the same key until the server answers", async () => {
  const queue = new WriteQueue(atOnce);
  const keys: string[] = [];

  await queue.add({
    label: "word",
    send: (key) => {
      keys.push(key);
      return keys.length < 3 ? Promise.reject(new TypeError("no server")) : Promise.resolve("kept");
    },
  });

  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
});

it("goes on after a refusal, and says that it refused", async () => {
  const queue = new WriteQueue(atOnce);

  const refused = queue.add({ label: "bad", send: () => Promise.reject(new Problem(409, "conflict", "no")) });
  const next = queue.add({ label: "good", send: () => Promise.resolve("done") });

  await expect(refused).rejects.toThrow("no");
  await expect(next).resolves.toBe("done");
  expect(queue.snapshot()).toEqual({ waiting: 0, offline: false, busy: false });
});

it("tells a study that another program holds from a server that is not reached", async () => {
  const seen: { offline: boolean; busy: boolean }[] = [];
  const queue = new WriteQueue(() => {
    const { offline, busy } = queue.snapshot();
    seen.push({ offline, busy });
    return Promise.resolve();
  });
  const errors = [new Problem(503, "busy", "another program writes"), new TypeError("no server")];

  await queue.add({
    label: "word",
    send: () => {
      const error = errors.shift();
      return error === undefined ? Promise.resolve("kept") : Promise.reject(error);
    },
  });

  await queue.settled();
  expect(seen).toEqual([{ offline: false, busy: true }, { offline: true, busy: false }]);
  expect(queue.snapshot()).toEqual({ waiting: 0, offline: false, busy: false });
});

it("tells of answers that name a change of the history", async () => {
  const queue = new WriteQueue(atOnce);
  let told = 0;
  const stop = queue.onChange(() => { told += 1; });

  await queue.add({ label: "word", send: () => Promise.resolve({ change: 7 }) });
  await queue.add({ label: "refusal", send: () => Promise.resolve({ change: null }) });
  stop();
  await queue.add({ label: "word", send: () => Promise.resolve({ change: 8 }) });

  expect(told).toBe(1);
});
