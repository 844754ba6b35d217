import type { ReadText, Stretch, Turn } from "./transcript";

/** What one step of the cursor covers. */
export type Unit = "word" | "sentence" | "paragraph" | "turn";
export type Way = 1 | -1;

/** A selection with a direction: `anchor` stays where it is while `focus` is moved. */
export interface Caret {
  anchor: number;
  focus: number;
}

export function stretchOf(caret: Caret): Stretch {
  return { start: Math.min(caret.anchor, caret.focus), end: Math.max(caret.anchor, caret.focus) };
}

const WORDS = new Intl.Segmenter("en", { granularity: "word" });
const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });
const known = new WeakMap<Turn, Partial<Record<Unit, readonly Stretch[]>>>();

/** The words, sentences or the whole of a row, in order, without the white space between them. */
export function unitsIn(turn: Turn, unit: Unit): readonly Stretch[] {
  let cached = known.get(turn);
  if (cached === undefined) known.set(turn, (cached = {}));
  return (cached[unit] ??= cutUnits(turn, unit));
}

function cutUnits(turn: Turn, unit: Unit): Stretch[] {
  if (turn.end <= turn.start) return [];
  if (unit === "turn") return [{ start: turn.start, end: turn.end }];
  if (unit === "paragraph") return paragraphsOf(turn);
  const found: Stretch[] = [];
  for (const each of (unit === "word" ? WORDS : SENTENCES).segment(turn.words)) {
    const bare = each.segment.trim();
    if (bare === "" || (unit === "word" && each.isWordLike !== true)) continue;
    const start = turn.start + each.index + (each.segment.length - each.segment.trimStart().length);
    found.push({ start, end: start + bare.length });
  }
  return found;
}

function paragraphsOf(turn: Turn): Stretch[] {
  return [...turn.words.matchAll(/[^\n]*\S[^\n]*/g)].map((found) => {
    const start = turn.start + found.index + (found[0].length - found[0].trimStart().length);
    return { start, end: start + found[0].trim().length };
  });
}

/** The unit at a position or the nearest one in the same row; null in an empty text. */
export function unitAt(text: ReadText, at: number, unit: Unit): Stretch | null {
  const turn = text.turns[text.turnAt(at)];
  if (turn === undefined) return null;
  const units = unitsIn(turn, unit);
  return units.find((each) => at < each.end) ?? units[units.length - 1] ?? null;
}

/** The first unit that begins at or behind a position (way 1), or the last one that ends at or before it (way -1). */
function unitFrom(text: ReadText, at: number, unit: Unit, way: Way): Stretch | null {
  for (let index = text.turnAt(at); index >= 0 && index < text.turns.length; index += way) {
    const units = unitsIn(text.turns[index] as Turn, unit);
    const found = way === 1 ? units.find((each) => each.start >= at) : [...units].reverse().find((each) => each.end <= at);
    if (found !== undefined) return found;
  }
  return null;
}

const LARGER: Record<Unit, readonly Unit[]> = { word: ["sentence", "paragraph", "turn"], sentence: ["paragraph", "turn"], paragraph: ["turn"], turn: [] };

/** Whether a selection is just one unit of a larger kind: a turn or paragraph for sentences, one of these or a sentence for words. */
function isOneLarger(text: ReadText, { start, end }: Stretch, unit: Unit): boolean {
  const turn = text.turns[text.turnAt(start)];
  return turn !== undefined && LARGER[unit].some((larger) => unitsIn(turn, larger).some((each) => each.start === start && each.end === end));
}

/**
 * The next unit becomes the selection. From a turn (or, by words, a sentence) that is selected as a whole the step
 * goes into it: to its first unit forwards, to its last one backwards. At the end of the text the last unit stays.
 */
export function move(text: ReadText, caret: Caret | null, unit: Unit, way: Way): Caret | null {
  if (caret === null) return over(unitAt(text, 0, unit));
  const { start, end } = stretchOf(caret);
  const inner = way === 1 ? unitFrom(text, start, unit, 1) : unitFrom(text, end, unit, -1);
  const goesIn = inner !== null && inner.end - inner.start < end - start && isOneLarger(text, { start, end }, unit);
  if (goesIn) return over(inner);
  const next = way === 1 ? unitFrom(text, Math.max(end, start + 1), unit, 1) : unitFrom(text, start, unit, -1);
  return over(next) ?? over(unitAt(text, way === 1 ? Math.max(start, end - 1) : start, unit)) ?? caret;
}

/** The unit in which a selection that was left began becomes the selection again. */
export function back(text: ReadText, left: Caret, unit: Unit): Caret | null {
  return over(unitAt(text, stretchOf(left).start, unit));
}

function over(unit: Stretch | null): Caret | null {
  return unit === null ? null : { anchor: unit.start, focus: unit.end };
}

/** The moving end goes on by one unit; whole turns stay whole, also past the turn where the selection began. */
export function extend(text: ReadText, caret: Caret | null, unit: Unit, way: Way): Caret | null {
  if (caret === null) return move(text, caret, unit, way);
  const whole = unit === "turn" ? wholeTurns(text, caret) : null;
  if (whole !== null) return extendTurns(text, whole, way);
  const focus = way === 1 ? boundaryAfter(text, caret.focus, unit) : boundaryBefore(text, caret.focus, unit);
  return focus === null ? caret : { anchor: caret.anchor, focus };
}

interface TurnSpan {
  anchor: number;
  focus: number;
}

/** The turns that a selection covers entirely, by index; null if it begins or ends within one. */
function wholeTurns(text: ReadText, caret: Caret): TurnSpan | null {
  const { start, end } = stretchOf(caret);
  const first = text.turnAt(start);
  const last = text.turnAt(Math.max(start, end - 1));
  if (text.turns[first]?.start !== start || text.turns[last]?.end !== end) return null;
  return caret.anchor <= caret.focus ? { anchor: first, focus: last } : { anchor: last, focus: first };
}

function extendTurns(text: ReadText, span: TurnSpan, way: Way): Caret {
  let focus = span.focus + way;
  while (focus > 0 && focus < text.turns.length - 1 && text.turns[focus]?.words === "") focus += way;
  focus = Math.max(0, Math.min(text.turns.length - 1, focus));
  const anchorTurn = text.turns[span.anchor] as Turn;
  const focusTurn = text.turns[focus] as Turn;
  if (focus >= span.anchor) return { anchor: anchorTurn.start, focus: focusTurn.end };
  return { anchor: anchorTurn.end, focus: focusTurn.start };
}

function boundaryAfter(text: ReadText, at: number, unit: Unit): number | null {
  for (let index = text.turnAt(at); index < text.turns.length; index += 1) {
    const found = unitsIn(text.turns[index] as Turn, unit).find((each) => each.end > at);
    if (found !== undefined) return found.end;
  }
  return null;
}

function boundaryBefore(text: ReadText, at: number, unit: Unit): number | null {
  for (let index = text.turnAt(Math.max(0, at - 1)); index >= 0; index -= 1) {
    const found = [...unitsIn(text.turns[index] as Turn, unit)].reverse().find((each) => each.start < at);
    if (found !== undefined) return found.start;
  }
  return null;
}

const STEPS: Record<string, [Unit, Way]> = {
  ArrowDown: ["turn", 1],
  ArrowUp: ["turn", -1],
  ArrowRight: ["sentence", 1],
  ArrowLeft: ["sentence", -1],
};

/**
 * The step that an arrow key stands for: turns down and up, sentences right and left; with Ctrl (⌥ on a Mac)
 * paragraphs and words.
 */
export function stepOf(event: { key: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean }): [Unit, Way] | null {
  const step = STEPS[event.key];
  if (step === undefined || event.metaKey) return null;
  if (event.ctrlKey || event.altKey) return [event.key === "ArrowLeft" || event.key === "ArrowRight" ? "word" : "paragraph", step[1]];
  return step;
}
