from __future__ import annotations

import pytest

from trellis.core.document import PartKind
from trellis.core.errors import Invalid, NotFound
from trellis.core.segment import Segment
from trellis.core.source import StoredPart
from trellis.core.turns import clock, part_at, part_numbers, stretch_of


def a_part(n: int, start: int, end: int, words: int | None = None, kind: PartKind = PartKind.TURN) -> StoredPart:
    return StoredPart(1, n, 0, kind, start, end, start if words is None else words, None, None, None, None, None)


PARTS = (a_part(1, 0, 10, 4), a_part(9, 0, 30, kind=PartKind.PAGE), a_part(2, 11, 20, 14), a_part(3, 21, 21))


@pytest.mark.parametrize(("given", "numbers"), [("43", (43, 43)), ("43-45", (43, 45)), ("T43–T45", (43, 45))])
def test_turns_are_named_by_number(given, numbers):
    assert part_numbers(given) == numbers


@pytest.mark.parametrize("given", ["", "x", "5-3", "1-2-3"])
def test_what_names_no_turns_is_refused(given):
    with pytest.raises(Invalid):
        part_numbers(given)


def test_a_stretch_leaves_the_first_label_out():
    assert stretch_of(PARTS, 1, 2) == Segment(4, 20)


def test_a_page_is_no_turn_and_an_empty_turn_holds_nothing():
    with pytest.raises(NotFound, match="numbered up to 3"):
        stretch_of(PARTS, 9, 9)
    with pytest.raises(Invalid, match="no words"):
        stretch_of(PARTS, 3, 3)


@pytest.mark.parametrize(("at", "n"), [(0, 1), (10, 1), (11, 2), (25, 3)])
def test_a_place_lies_in_the_part_that_began_last(at, n):
    found = part_at(PARTS, at)

    assert found is not None
    assert found.n == n


def test_times_are_written_with_hours():
    assert clock(746_999) == "00:12:26"
    assert clock(None) is None
