import { useEffect } from "react";

import type { components } from "@/api/schema";
import type { Paper } from "./sheets";

export type Foot = components["schemas"]["FootShown"];

/** A text as a string of a style sheet. */
export function cssString(text: string): string {
  const safe = text.replace(/["\\]/g, (sign) => `\\${sign}`).replace(/[\n\r\f]/g, " ");
  return `"${safe}"`;
}

/** The left and the right half of what stands at the foot of every sheet. */
export function footWords(foot: Foot): string {
  return [foot.title, foot.framework, foot.date, foot.pseudonyms, foot.withheld, foot.notice].filter((words) => words !== "").join(" · ");
}

/** The rules for a sheet: its size, a blank margin to write in on the right, the foot with the number of the page. */
export function pageRules(paper: Paper, across: boolean, foot: string): string {
  const blank = paper === "A3" ? "55mm" : "38mm";
  const small = "font: 7.5pt system-ui, sans-serif; color: #333; vertical-align: top; padding-top: 3mm;";
  return `@page {
    size: ${paper} ${across ? "landscape" : "portrait"};
    margin: 12mm ${blank} 18mm 14mm;
    @bottom-left { content: ${cssString(foot)}; ${small} text-align: left; width: 84%; }
    @bottom-right { content: "page " counter(page) " of " counter(pages); ${small} text-align: right; white-space: nowrap; }
  }`;
}

/** Lays these rules over the document while a page for printing is open. A made sheet, since the page allows no inline style. */
export function usePaper(paper: Paper, across: boolean, foot: Foot | undefined): void {
  const words = foot === undefined ? "" : footWords(foot);
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(pageRules(paper, across, words));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => { document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet); };
  }, [paper, across, words]);
}
