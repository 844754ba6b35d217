/** Cells and their statements as the server gives a part of the chart: in columns. */
export interface Window {
  cells: { case: number[]; wave: number[]; theme: number[]; state: string[]; first: number[] };
  statements: { k: number[]; layer: string[]; text: string[] };
}

/** A cell as it stands beside the text. */
export interface CellBeside {
  case: number;
  theme: number;
  state: string;
  statements: readonly { k: number; layer: string; text: string }[];
}

/** The cells that say something, in the order of `themes`. A cell's statements run from its `first` to the next one's. */
export function cellsOf(window: Window, themes: readonly number[]): CellBeside[] {
  const { cells, statements } = window;
  const place = new Map(themes.map((theme, at) => [theme, at]));
  return cells.theme
    .map((theme, at) => {
      const from = cells.first[at] ?? 0;
      const to = cells.first[at + 1] ?? statements.k.length;
      const own = statements.k.slice(from, to).map((k, n) => ({ k, layer: statements.layer[from + n] ?? "", text: statements.text[from + n] ?? "" }));
      return { case: cells.case[at] ?? 0, theme, state: cells.state[at] ?? "", statements: own };
    })
    .filter((cell) => cell.statements.length > 0)
    .sort((a, b) => a.case - b.case || (place.get(a.theme) ?? 0) - (place.get(b.theme) ?? 0));
}
