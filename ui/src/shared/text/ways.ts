/** Where words stand in the reader, below the study. start, end: code points of the text as it is read now. */
export function wordsWay({ source, start, end }: { source: number; start: number; end: number }): string {
  return `read/${String(source)}?at=${String(start)}-${String(end)}`;
}

/** Where a cell stands in its case's chart, below the study. */
export function cellWay({ case: row, wave, theme }: { case: number; wave: number; theme: number }): string {
  return `chart/case/${String(row)}?cell=${String(row)}:${String(wave)}:${String(theme)}`;
}
