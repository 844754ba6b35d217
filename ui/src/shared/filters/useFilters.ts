import { useCallback } from "react";
import { useSearchParams } from "react-router";

/** Filters that stand in the address, so that a list can be bookmarked, sent and gone back to. */
export function useFilters(): {
  values: (name: string) => string[];
  value: (name: string) => string;
  set: (name: string, values: string | readonly string[]) => void;
  toggle: (name: string, value: string) => void;
  clear: () => void;
} {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (name: string, given: string | readonly string[]) => {
      setParams(
        (known) => {
          const next = new URLSearchParams(known);
          next.delete(name);
          for (const value of typeof given === "string" ? [given] : given) if (value !== "") next.append(name, value);
          return next;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  const values = (name: string): string[] => params.getAll(name);
  return {
    values,
    value: (name) => params.get(name) ?? "",
    set,
    toggle: (name, value) => {
      const known = values(name);
      set(name, known.includes(value) ? known.filter((each) => each !== value) : [...known, value]);
    },
    clear: () => {
      setParams(new URLSearchParams(), { replace: true });
    },
  };
}
