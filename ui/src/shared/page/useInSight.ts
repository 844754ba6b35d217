import { useEffect, useRef } from "react";

/** Brings an element into sight, once: what was just made or chosen, as soon as it stands on the page. null: nothing. */
export function useInSight(id: string | null): void {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (id === null || shown.current === id) return;
    const element = document.getElementById(id);
    if (element === null) return;
    shown.current = id;
    element.scrollIntoView({ block: "nearest" });
  });
}
