import { useEffect, useState, type PointerEvent } from "react";

import { wholeCharacters } from "@/shared/text/offsets";

import { placeIn, positionOf } from "../hooks/dom";
import type { Pane } from "../hooks/pane";
import { usePointing } from "../hooks/store";
import type { Mark } from "../model/marks";
import type { ReadText, Stretch } from "@/shared/text/transcript";

interface Place {
  left: number;
  top: number;
}

/** Handles at both ends of the chosen coding, to drag. The same by keyboard: select, then B. */
export function Handles({ text, marks, pane, onBounds }: {
  text: ReadText;
  marks: readonly Mark[];
  pane: Pane;
  onBounds: (to: Stretch) => void;
}) {
  const chosen = usePointing((pointing) => pointing.chosen);
  const mark = marks.find((each) => each.k === chosen && each.coding.k > 0);
  const [places, setPlaces] = useState<readonly [Place, Place] | null>(null);
  useEffect(() => {
    const element = pane.scroller;
    if (mark === undefined || element === null) return undefined;
    const measure = (): void => {
      const start = placeOf(element, text, mark.start, false);
      const end = placeOf(element, text, mark.end, true);
      setPlaces(start === null || end === null ? null : [start, end]);
    };
    const frame = requestAnimationFrame(measure);
    const watching = new ResizeObserver(measure);
    watching.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      watching.disconnect();
    };
  }, [mark, pane, text]);
  if (mark === undefined || places === null) return null;
  const drop = (isEnd: boolean) => (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.releasePointerCapture(event.pointerId);
    const at = pointed(event.clientX, event.clientY);
    if (at === null) return;
    const given = isEnd ? { start: mark.start, end: at } : { start: at, end: mark.end };
    if (given.start >= given.end) return;
    const [start, end] = wholeCharacters(text.text, given.start, given.end);
    onBounds({ start, end });
  };
  return (
    <>
      {places.map((place, at) => (
        <div
          key={at}
          className="handle"
          aria-hidden
          style={{ left: place.left, top: place.top }}
          onPointerDown={(event) => { event.preventDefault(); event.currentTarget.setPointerCapture(event.pointerId); }}
          onPointerUp={drop(at === 1)}
        />
      ))}
    </>
  );
}

function placeOf(scroller: HTMLElement, text: ReadText, at: number, isEnd: boolean): Place | null {
  const words = scroller.querySelector(`[data-row="${String(text.turnAt(isEnd ? at - 1 : at))}"]`);
  const place = words === null ? null : placeIn(words, at);
  if (place === null) return null;
  const range = document.createRange();
  range.setStart(place.node, place.offset);
  const box = range.getBoundingClientRect();
  const origin = scroller.getBoundingClientRect();
  return { left: box.left - origin.left + scroller.scrollLeft, top: box.top - origin.top + scroller.scrollTop };
}

interface CaretFromPoint {
  caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?: (x: number, y: number) => Range | null;
}

/** The position in the text at a point of the window. */
function pointed(x: number, y: number): number | null {
  // Not every browser has the standard call yet.
  const asks = document as unknown as CaretFromPoint;
  const place = asks.caretPositionFromPoint?.(x, y);
  if (place != null) return positionOf(place.offsetNode, place.offset);
  const range = asks.caretRangeFromPoint?.(x, y) ?? null;
  return range === null ? null : positionOf(range.startContainer, range.startOffset);
}
