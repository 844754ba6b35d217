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
  expect(queue.snapshot()).toEqual({ waiting: 0, offline: false });
});
