"""The parts of a text that was edited as plain text: what the file once said of them is kept where they still stand.

Plain text has no headings, voices of a caption file, table cells or pages; a reader would find fewer parts in it
than the file had that the text first came from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from trellis.core.document import Part
from trellis.core.segment import Segment, gaps
from trellis.core.textmap import TextMap, carried


def carried_parts(through: TextMap, known: Iterable[Part], read: Iterable[Part], texts: tuple[str, str]) -> list[Part]:
    """The parts of the new text: those known of the old one that moved with their words, and what was read between.

    texts: the old and the new one. read: the parts that a reader of plain text finds in the new one.
    """
    moved: list[Part] = []
    left: list[Part] = []
    for part in known:
        found = _moved(through, part, texts)
        if found is not None and (not moved or found.start >= moved[-1].end):
            moved.append(found)
        else:
            left.append(part)
    between = gaps(Segment(0, len(texts[1])), [Segment(part.start, part.end) for part in moved])
    fresh = [piece for part in read for piece in _pieces(part, between, texts[1])]
    return sorted([*moved, *_inheriting(through.inverse(), fresh, left)], key=lambda part: (part.start, part.end))


def _inheriting(back: TextMap, fresh: Iterable[Part], left: list[Part]) -> list[Part]:
    """Parts that were read, with what is known of the old part that most of their words come from.

    A label that stands in the text goes before the one that was known; a time is the first piece's only.
    """
    found: list[Part] = []
    timed: set[int] = set()
    for part in fresh:
        shared = {n: _overlap(back, part, old) for n, old in enumerate(left)}
        n = max(shared, key=lambda n: shared[n], default=-1)
        if n < 0 or not shared[n]:
            found.append(part)
            continue
        old = left[n]
        known = old if part.label is None else part
        time = old if part.from_ms is None and n not in timed else part
        timed.add(n)
        found.append(
            replace(
                part,
                kind=known.kind,
                label=known.label,
                level=known.level,
                number=known.number,
                from_ms=time.from_ms,
                to_ms=time.to_ms,
            )
        )
    return found


def _overlap(back: TextMap, part: Part, old: Part) -> int:
    """How many code points of a part of the new text stand in a part of the old one."""
    blocks = back.touching(Segment(part.start, part.end)) if part.start < part.end else ()
    pieces = ((max(part.start, s) - s + t, min(part.end, e) - s + t) for s, e, t, _ in blocks)
    return sum(max(0, min(end, old.end) - max(start, old.start)) for start, end in pieces)


def carried_pages(through: TextMap, pages: Iterable[Part]) -> list[Part]:
    """The pages of the old text where they stand in the new one; those that are empty now are left out."""
    found: list[Part] = []
    for page in pages:
        if page.start == page.end:
            continue
        place = through.around(Segment(page.start, page.end))
        start = max(place.start, found[-1].end if found else 0)
        if start < place.end:
            found.append(replace(page, start=start, end=place.end, words=start))
    return found


def _moved(through: TextMap, part: Part, texts: tuple[str, str]) -> Part | None:
    if part.start == part.end:
        return None
    found = carried(through, Segment(part.start, part.end), *texts)
    if not found.moved or found.place is None:
        return None
    words = through.position(part.words)
    place = found.place
    within = words is not None and place.start <= words <= place.end
    # Where the first word after a label was put right, the words begin where the label ends.
    label_end = None if part.words == part.start else through.position(part.words - 1)
    at = words if within else None if label_end is None else label_end + 1
    return replace(part, start=place.start, end=place.end, words=min(at or place.start, place.end))


def _pieces(part: Part, free: Iterable[Segment], text: str) -> list[Part]:
    """What of a part lies in the free stretches, without white space at its ends."""
    found: list[Part] = []
    for gap in free:
        start, end = max(gap.start, part.start), min(gap.end, part.end)
        words = text[start:end] if start < end else ""
        if not words.strip():
            continue
        start, end = end - len(words.lstrip()), start + len(words.rstrip())
        if start == part.start:
            found.append(replace(part, end=end, words=min(part.words, end)))
        else:
            found.append(replace(part, start=start, end=end, words=max(start, min(part.words, end))))
    return found
