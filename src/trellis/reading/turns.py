"""Who speaks where: tries every known layout of transcripts, takes the surest and cuts the text into turns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import pairwise

from trellis.core.document import Notice, Part, PartKind, SpeakerLabel, TurnReport

from . import options as layouts
from . import turn_heads, turn_lines
from .draft import Block, Draft, Stretch, trimmed
from .lexicon import fold
from .options import ReadOptions
from .times import marked_times
from .turn_emphasis import by_emphasis
from .turn_marks import Layout, Mark
from .turn_tables import in_tables, is_turn_table, table_rows

Recognised = tuple[tuple[Part, ...], TurnReport | None, tuple[Notice, ...]]

_SPOKEN = frozenset({PartKind.PARAGRAPH, PartKind.LIST_ITEM})
_FIRST_LINE = 120

# Once labels are found with this confidence, no other layout is looked for.
_SURE = 0.9


def recognise(draft: Draft, options: ReadOptions) -> Recognised:
    """The parts of a text, a report on its turns (None where there are none), and what the user should know."""
    if draft.parts is not None:
        return draft.parts, report(draft.text, draft.parts, layouts.VOICES, 1.0), ()
    if options.turns in {layouts.NONE, layouts.VOICES} or not draft.blocks:
        return plain_parts(draft.blocks), None, ()
    found = _surest(draft, options)
    if found is None:
        return plain_parts(draft.blocks), None, _nothing_found(options)
    if options.turns == layouts.AUTO and found.confidence < options.min_confidence:
        return plain_parts(draft.blocks), None, (_too_unsure(found),)
    blocks = _with_rows(draft, options) if found.name == layouts.TABLE else draft.blocks
    parts = _timed(draft.text, tuple(_cut(draft.text, blocks, found.marks)))
    return parts, report(draft.text, parts, found.name, found.confidence), _unsure_notice(found)


def plain_parts(blocks: tuple[Block, ...]) -> tuple[Part, ...]:
    """Blocks as parts, with nobody speaking."""
    return tuple(_plain(block) for block in blocks)


def report(text: str, parts: tuple[Part, ...], layout: str, confidence: float) -> TurnReport | None:
    """What was recognised, a line for each spelling of a label; None where no part has a speaker."""
    counts: dict[str, list[int]] = {}
    firsts: dict[str, str] = {}
    timed = 0
    for part in parts:
        if part.kind is not PartKind.TURN or part.label is None:
            continue
        words = text[part.words : part.end]
        tally = counts.setdefault(part.label, [0, 0])
        tally[0] += 1
        tally[1] += len(words.split())
        timed += part.from_ms is not None
        if not firsts.get(part.label):
            firsts[part.label] = words.split("\n", 1)[0][:_FIRST_LINE]
    if not counts:
        return None
    labels = tuple(SpeakerLabel(label, tally[0], tally[1], firsts[label]) for label, tally in counts.items())
    return TurnReport(layout, confidence, sum(label.turns for label in labels), timed, labels)


def _surest(draft: Draft, options: ReadOptions) -> Layout | None:
    """The layout with the highest confidence; of equals, the one that found more turns."""
    ways = _ways(draft, options)
    chosen = [options.turns] if options.turns != layouts.AUTO else list(ways)
    if options.turns in {layouts.LABELS, layouts.BOLD_LABELS}:
        chosen = [layouts.LABELS]
    found = []
    for name in chosen:
        layout = ways[name]()
        if layout is not None:
            found.append(layout)
            if layout.confidence >= _SURE:
                break
    return max(found, key=lambda layout: (layout.confidence, len(layout.marks)), default=None)


def _ways(draft: Draft, options: ReadOptions) -> dict[str, Callable[[], Layout | None]]:
    lines = _lines(draft)
    if not lines:
        return {**dict.fromkeys(layouts.LAYOUTS, lambda: None), layouts.TABLE: lambda: in_tables(draft, options)}
    numbered = turn_lines.are_numbered(lines)
    return {
        layouts.LABELS: lambda: turn_lines.labelled(lines, draft.emphasis, options, numbered=numbered),
        layouts.TAB_LABELS: lambda: turn_lines.tabbed(lines, options, numbered=numbered),
        layouts.NAME_AND_TIME: lambda: turn_heads.name_and_time(lines, options),
        layouts.TIME_AND_NAME: lambda: turn_heads.time_and_name(lines, options),
        layouts.TIME_RANGES: lambda: turn_heads.time_ranges(lines, options),
        layouts.NAME_LINES: lambda: turn_heads.name_lines(lines, draft.emphasis, options),
        layouts.TABLE: lambda: in_tables(draft, options),
        layouts.EMPHASIS: lambda: by_emphasis(draft),
    }


def _lines(draft: Draft) -> list[turn_lines.Line]:
    """The lines of the paragraphs, each with its offset; blank ones are left out."""
    lines: list[turn_lines.Line] = []
    for block in draft.blocks:
        if block.kind not in _SPOKEN:
            continue
        start = block.start
        for line in draft.text[start : block.end].split("\n"):
            if line and not line.isspace():
                lines.append((start, line))
            start += len(line) + 1
    return lines


def _with_rows(draft: Draft, options: ReadOptions) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for block in draft.blocks:
        turns = block.kind is PartKind.TABLE and is_turn_table(draft, block, options)
        blocks.extend(table_rows(draft.text, block) if turns else [block])
    return tuple(blocks)


def _cut(text: str, blocks: tuple[Block, ...], marks: tuple[Mark, ...]) -> Iterator[Part]:
    """Blocks into parts: a turn runs from its mark over the paragraphs that follow, until the next mark or heading."""
    starts = [mark.start for mark in marks]
    speaking: Mark | None = None
    pending: Part | None = None
    for block in blocks:
        inside = marks[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        if block.kind not in _SPOKEN:
            if pending is not None:
                yield pending
            pending = None
            speaking = speaking if block.kind in {PartKind.FOOTNOTE, PartKind.TABLE} else None
            yield _plain(block)
            continue
        bounds = [block.start, *(mark.start for mark in inside), block.end]
        for mark, stretch in zip([None, *inside], pairwise(bounds), strict=True):
            start, end = trimmed(text, *stretch)
            if start == end:
                continue
            speaking = mark or speaking
            if mark is None and pending is not None and pending.kind is PartKind.TURN:
                pending = _longer(pending, (start, end), speaking)
                continue
            if pending is not None:
                yield pending
            pending = _turn(text, speaking, block, (start, end), begins=mark is not None)
            if speaking is not None and speaking.label is None:
                speaking = None
    if pending is not None:
        yield pending


def _turn(text: str, mark: Mark | None, block: Block, stretch: Stretch, *, begins: bool) -> Part:
    start, end = stretch
    if mark is None or mark.label is None:
        return Part(block.kind, start, end, start, number=block.number)
    if not begins:
        return Part(PartKind.TURN, start, end, start, mark.label)
    words, last = trimmed(text, min(max(mark.words, start), end), end)
    words = end if words == last else words
    return Part(PartKind.TURN, start, end, words, mark.label, None, mark.number, mark.from_ms, mark.to_ms)


def _longer(part: Part, stretch: Stretch, mark: Mark | None) -> Part:
    """A turn with one more paragraph; where the label had a line of its own, the words begin here or later."""
    words = part.words
    if words >= part.end:
        words = max(stretch[0], min(mark.words if mark is not None else 0, stretch[1]))
    return Part(part.kind, part.start, stretch[1], words, part.label, None, part.number, part.from_ms, part.to_ms)


def _plain(block: Block) -> Part:
    return Part(block.kind, block.start, block.end, block.start, None, block.level, block.number)


def _timed(text: str, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Turns without a time of their own take the first one in brackets among their words.

    One that stands at the very end of a turn is when it ended, as F4 and its like write it.
    """
    times = marked_times(text)
    if not times:
        return parts
    starts = [start for start, _, _ in times]
    timed = []
    for part in parts:
        at = bisect_left(starts, part.words)
        if part.kind is PartKind.TURN and part.from_ms is None and at < len(times) and times[at][1] <= part.end:
            ends_turn = times[at][1] == part.end and text[times[at][0]] == "#"
            timed.append(_with_time(part, times[at][2], ends_turn=ends_turn))
        else:
            timed.append(part)
    return tuple(timed)


def _with_time(part: Part, ms: int, *, ends_turn: bool) -> Part:
    from_ms, to_ms = (None, ms) if ends_turn else (ms, part.to_ms)
    return Part(part.kind, part.start, part.end, part.words, part.label, None, part.number, from_ms, to_ms)


def _nothing_found(options: ReadOptions) -> tuple[Notice, ...]:
    if options.turns == layouts.AUTO:
        return ()
    return (Notice("no-turns", f"no turns in the layout {options.turns!r} were found; the text came in as paragraphs"),)


def _too_unsure(found: Layout) -> Notice:
    labels = list(dict.fromkeys(mark.label for mark in found.marks if mark.label))[:3]
    return Notice(
        "turns-unsure",
        f"it may be a transcript ({found.name}: {', '.join(labels)}), but that is unsure "
        f"({found.confidence:.2f}), so it came in as paragraphs; name the layout to use it",
    )


def _unsure_notice(found: Layout) -> tuple[Notice, ...]:
    names = [name for name in found.unsure if fold(name)]
    if not names:
        return ()
    shown = ", ".join(names[:5]) + (" …" if len(names) > 5 else "")
    return (Notice("label-seen-once", f"not taken for speakers, since each appears once: {shown}; name those who are"),)
