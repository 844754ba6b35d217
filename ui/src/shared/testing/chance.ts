/** A small repeatable source of chance for tests that try many cases (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `count` stretches within a text of `length`, each with a key. */
export function someCodings(seed: number, count: number, length: number, longest = 400): { k: number; start: number; end: number }[] {
  const next = chance(seed);
  return Array.from({ length: count }, (_, k) => {
    const start = Math.floor(next() * (length - 1));
    return { k: k + 1, start, end: Math.min(length, start + 1 + Math.floor(next() * longest)) };
  });
}
