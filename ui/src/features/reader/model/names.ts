/** A name that wants to stand at a height beside its row (pixels from the row's top). */
export interface Wanted {
  k: number;
  top: number;
}

/** Where names stand, and how many found no room; `top` is that of the line that says so. */
export interface Names {
  shown: readonly Wanted[];
  more: { top: number; keys: readonly number[] } | null;
}

/**
 * Sets names one below the other without overlap, each as near to its wish as the ones above allow. What does not
 * fit into the row's height is counted on the last line instead ("+3").
 */
export function placeNames(wanted: readonly Wanted[], height: number, line: number): Names {
  const room = Math.max(1, Math.floor((height + 2) / line));
  const ordered = [...wanted].sort((a, b) => a.top - b.top || a.k - b.k);
  const fits = ordered.length <= room;
  const shown = fits ? ordered : ordered.slice(0, room - 1);
  const rest = fits ? [] : ordered.slice(room - 1);
  const lines = shown.length + (fits ? 0 : 1);
  const tops = spread([...shown, ...rest.slice(0, 1)].map((name) => name.top), lines, Math.max(height, line), line);
  return {
    shown: shown.map((name, at) => ({ k: name.k, top: tops[at] as number })),
    more: fits ? null : { top: tops[lines - 1] as number, keys: rest.map((name) => name.k) },
  };
}

function spread(tops: readonly number[], count: number, height: number, line: number): number[] {
  const placed: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const above = at === 0 ? 0 : (placed[at - 1] as number) + line;
    placed.push(Math.max(above, tops[at] as number));
  }
  // Pushed past the row's end: moved up again from below.
  for (let at = count - 1, lowest = height - line; at >= 0; at -= 1, lowest -= line) {
    placed[at] = Math.max(0, Math.min(placed[at] as number, lowest));
  }
  return placed;
}
