import { useEffect } from "react";

import { useFilters } from "./useFilters";

/** How long the cursor rests on a place before the address names it. */
const RESTS_MS = 400;

/** Where the cursor is, written into the address under a name once it rests, so that one can come back to it; "" for nowhere. */
export function useRestingPlace(name: string, place: string): void {
  const { set, value } = useFilters();
  const now = value(name);
  useEffect(() => {
    if (place === "" || place === now) return undefined;
    const { pathname } = window.location;
    const timer = setTimeout(() => {
      // The screen may still stand while the address is the next one's already.
      if (window.location.pathname === pathname) set(name, place);
    }, RESTS_MS);
    return () => { clearTimeout(timer); };
  }, [name, place, now, set]);
}
