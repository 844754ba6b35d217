import { useEffect, useState } from "react";

import type { WidthOf } from "../model/fitting";

/** How wide the fields before and after a hit are in pixels, by the words that were found, and how wide words are in them. */
export interface Room {
  before: (hit: string) => number;
  after: (hit: string) => number;
  widthOf: WidthOf;
}

/** The share of what a hit leaves that stands before it; search.css divides it so. */
const SHARE_BEFORE = 1 / 2.15;

/** The room beside the hits of a list, measured again when the list gets wider or narrower; null until it is known. */
export function useRoom(list: HTMLElement | null): Room | null {
  const [room, setRoom] = useState<Room | null>(null);
  useEffect(() => {
    if (list === null) return undefined;
    const watching = new ResizeObserver(() => { setRoom(measured(list)); });
    watching.observe(list);
    return () => { watching.disconnect(); };
  }, [list]);
  return room;
}

function measured(list: HTMLElement): Room | null {
  const line = list.querySelector(".hit-words");
  const found = line?.querySelector("mark");
  const pen = document.createElement("canvas").getContext("2d");
  if (line === null || found === null || found === undefined || pen === null) return null;
  const whole = line.getBoundingClientRect().width;
  const style = getComputedStyle(found);
  const [plain, bold] = [getComputedStyle(line).font, style.font];
  const around = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
  const wide = (words: string, font: string): number => {
    pen.font = font;
    return pen.measureText(words).width;
  };
  const beside = (hit: string): number => whole - Math.min(wide(hit, bold) + around, parseFloat(style.maxWidth));
  return {
    before: (hit) => beside(hit) * SHARE_BEFORE,
    after: (hit) => beside(hit) * (1 - SHARE_BEFORE),
    widthOf: (words) => Math.ceil(wide(words, plain)),
  };
}
