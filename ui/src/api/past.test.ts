import { describe, expect, it } from "vitest";

import { looking, pastOf } from "./past";

const past = { study: "new roles", number: 41, at: 0, words: "indexed words" };

describe("the past that is read", () => {
  it("is that of one study only", () => {
    expect(pastOf("/api/studies/new%20roles/framework", past)).toBe(past);
    expect(pastOf("/api/studies/other/framework", past)).toBeNull();
    expect(pastOf("/api/studies", past)).toBeNull();
    expect(pastOf("/api/studies/new%20roles/framework", null)).toBeNull();
  });

  it("outlives a reload and ends with going back to now", () => {
    looking.set(past);
    expect(JSON.parse(sessionStorage.getItem("past") ?? "null")).toEqual(past);
    looking.set(null);
    expect(sessionStorage.getItem("past")).toBeNull();
  });
});
