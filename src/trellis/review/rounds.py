"""The rounds of interviews that a sheet tells apart, and how a text speaks of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from trellis.review.matching import Placed
from trellis.review.material import Material
from trellis.review.people import Interview, Sample
from trellis.review.quotations import Quotation

_HEADS = frozenset(
    {"wave", "round", "time", "time point", "timepoint", "phase", "interview round", "visit", "stage", "interview wave"}
)
_NTH = ("first", "second", "third", "fourth")
_NUMBER = ("one", "two", "three", "four")


@dataclass(frozen=True, slots=True)
class Round:
    """A round of interviews. n: its place in time, from 0. value: what the sheet calls it."""

    n: int
    attribute: str
    value: str
    words: re.Pattern[str]


def rounds_of(sample: Sample) -> tuple[Round, ...]:
    """The rounds that a column of the sheet names, in the order of their first dates, or of the rows."""
    head = next((name for name in sample.attributes if name.casefold() in _HEADS), "")
    values = sample.values.get(head, ())
    if not 2 <= len(values) <= len(_NTH):
        return ()
    rows = [row for person in sample.people for row in person.interviews]
    first = {
        value: min((row.date for row in rows if row.date and row.of(head) == value), default=(0, 0)) for value in values
    }
    ordered = sorted(values, key=lambda value: (first[value], values.index(value)))
    return tuple(Round(n, head, value, _words(n, value)) for n, value in enumerate(ordered))


def _words(n: int, value: str) -> re.Pattern[str]:
    """How a text speaks of a round: by its value, or as the first, the second."""
    bare = re.escape(re.sub(r"^(?:at|in|on|after)\s+", "", value.casefold()))
    own = rf"(?:at|in|on|by|after|since) (?:the )?{bare}|{bare} (?:interviews?|later|on|earlier|before)"
    named = rf"(?:wave|round|time|phase) (?:{n + 1}|{_NUMBER[n]})|T{n + 1}"
    nth = rf"(?:the|their|her|his|its) {_NTH[n]} (?:wave|round|interviews?|visit)|{_NTH[n]}-(?:wave|round)"
    start = "|baseline" if n == 0 else ""
    is_bare = re.fullmatch(r"[\W\d]+|[a-z]\d", bare) is not None
    return re.compile(rf"\b(?:{named}|{nth}{start}{'' if is_bare else '|' + own})\b", re.IGNORECASE)


def mentioned(rounds: tuple[Round, ...], words: str) -> list[tuple[Round, int, int]]:
    """The rounds that some words speak of, with where."""
    return [(each, *found.span()) for each in rounds for found in each.words.finditer(words)]


def row_of(material: Material, placed: Placed) -> Interview | None:
    """The row of the sheet for the interview in which words stand, None where that is not certain."""
    turn, name = material.finder.turn(placed), _stem(material.finder.transcript(placed).name)
    if turn is None or turn.person is None or turn.is_asking:
        return None
    rows = material.sample.people[turn.person].interviews
    found = [row for row in rows if name in {_stem(source) for source in row.sources}]
    return found[0] if len(found) == 1 else None


def rows_of(material: Material, quotation: Quotation) -> list[Interview]:
    """The rows for all the places where a quotation's words stand; none as soon as one is not known."""
    found = [row_of(material, placed) for reading in quotation.readings for placed in reading.placed]
    known = [row for row in found if row is not None]
    return known if len(known) == len(found) else []


def _stem(name: str) -> str:
    return PurePath(name.casefold()).stem


def seen_in(sample: Sample, people: Iterable[int], wanted: tuple[Round, ...]) -> int:
    """How many of some people were interviewed in each of some rounds."""
    return sum(
        all(any(row.of(each.attribute) == each.value for row in sample.people[n].interviews) for each in wanted)
        for n in people
    )
