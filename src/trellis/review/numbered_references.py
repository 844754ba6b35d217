"""Whether references by number and the list agree: `reference-missing` where the text has such numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from trellis.core.document import PartKind
from trellis.core.manuscript import Passage
from trellis.core.review import Level, Remark
from trellis.core.segment import Segment
from trellis.review.material import Material
from trellis.review.prose import SectionKind

_FEWEST = 5
_MOSTLY = 0.6
_NEARLY_ALL = 0.8
_FAR = 10
_MOST_IN_RANGE = 30
_NUMBERS = re.compile(r"\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*")
_BRACKETED = re.compile(r"\[(\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\]")
_ROUND = re.compile(r"(?<=[a-z.,”’\"] )\((\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\)(?=[\s.,;:])")
_CARETS = re.compile(r"\^(\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\^")
_HEAD = re.compile(r"\b(?:references|bibliography|works cited|literature cited)\b", re.IGNORECASE)
_WRITTEN = re.compile(r"\s*(?:\[(\d{1,3})\]|(\d{1,3})[.)]?\s)")


def missing_numbers(material: Material) -> Iterator[Remark]:
    """Numbers in the text that the list does not have, and entries whose number the text nowhere has.

    Asked where the list has five entries or more and the text refers to most of them by number; else quiet.
    """
    entries = numbered_entries(material)
    if len(entries) < _FEWEST:
        return
    has_notes = any(p.kind is PartKind.FOOTNOTE for p in material.prose.manuscript.passages)
    bracketed = [] if has_notes else _matching(material, _BRACKETED)  # the marks of notes stand in brackets too
    for places in (_raised(material), _matching(material, _CARETS), bracketed, _in_round(material, set(entries))):
        cited: dict[int, list[Segment]] = {}
        for n, place in places:
            cited.setdefault(n, []).append(place)
        if sum(n in entries for n in cited) >= _MOSTLY * len(entries):
            yield from _against_list(material, entries, cited)
            return


def numbered_entries(material: Material) -> dict[int, Passage]:
    """The entries of the list of references by their numbers: those written, else their places in a numbered list."""
    manuscript = material.prose.manuscript
    listed = [
        p
        for p in manuscript.passages
        if _is_in_list(material, p.start) and p.kind in {PartKind.LIST_ITEM, PartKind.PARAGRAPH}
    ]
    written = [_WRITTEN.match(manuscript.text[p.start : p.end]) for p in listed]
    numbers = [int(found[1] or found[2]) if found else 0 for found in written]
    if numbers == list(range(1, len(numbers) + 1)):
        return dict(zip(numbers, listed, strict=True))
    if any(numbers) or any(p.kind is not PartKind.LIST_ITEM for p in listed):
        return {}
    return dict(enumerate(listed, start=1))


def _is_in_list(material: Material, at: int) -> bool:
    """Whether a place is under the heading of the list itself, and not under one behind it ("Appendix")."""
    section = material.prose.section(at)
    return section.kind is SectionKind.REFERENCES and any(_HEAD.search(head) for head in section.path)


def _against_list(material: Material, entries: dict[int, Passage], cited: dict[int, list[Segment]]) -> Iterator[Remark]:
    last = max(entries)
    for n, places in sorted(cited.items()):
        if n not in entries and n <= last + _FAR:
            said = f"The text refers to {n}, and the list of references ends with {last}."
            spots = tuple(material.prose.spot(place.start, place.end) for place in places)
            yield Remark("reference-missing", Level.SAY_WHY, said, spots, rank=3)
    for n, entry in sorted(entries.items()):
        if n not in cited:
            said = f"Nothing in the text refers to number {n} of the list."
            spot = material.prose.spot(entry.start, entry.end)
            yield Remark("reference-missing", Level.SAY_WHY, said, (spot,), rank=2)


def _raised(material: Material) -> Iterator[tuple[int, Segment]]:
    """The numbers in raised figures, outside the list."""
    manuscript = material.prose.manuscript
    for stretch in manuscript.raised:
        words = manuscript.text[stretch.start : stretch.end].strip(" ,;")
        if _is_prose(material, stretch.start) and _NUMBERS.fullmatch(words):
            yield from ((n, stretch) for n in _told(words))


def _matching(material: Material, pattern: re.Pattern[str]) -> Iterator[tuple[int, Segment]]:
    for found in pattern.finditer(material.prose.manuscript.text):
        if _is_prose(material, found.start()):
            yield from ((n, Segment(*found.span())) for n in _told(found[1]))


def _in_round(material: Material, entries: set[int]) -> list[tuple[int, Segment]]:
    """The numbers in round brackets; none where many are of no entry, so that brackets hold counts too."""
    found = list(_matching(material, _ROUND))
    known = sum(n in entries for n, _ in found)
    return found if known >= _NEARLY_ALL * len(found) else []


def _is_prose(material: Material, at: int) -> bool:
    passage = material.prose.manuscript.passage_at(at)
    return passage.kind is not PartKind.FOOTNOTE and material.prose.section(at).kind is not SectionKind.REFERENCES


def _told(words: str) -> Sequence[int]:
    """The numbers of "3,5–7": 3, 5, 6, 7."""
    made: list[int] = []
    for part in re.split(r"[,;]", words):
        ends = [int(n) for n in re.findall(r"\d+", part)]
        is_range = len(ends) == 2 and ends[0] < ends[1] <= ends[0] + _MOST_IN_RANGE
        made += range(ends[0], ends[1] + 1) if is_range else ends
    return made
