from __future__ import annotations

import pytest

from tests.review.making import material
from trellis.review.counts import counts_in
from trellis.review.stated import stated


def told(words):
    """The numbers that the sentence gives as totals."""
    counts = counts_in(material("# D\n"), words)
    return [counts[n].n for n in sorted(stated(words, counts))]


@pytest.mark.parametrize(
    ("words", "totals"),
    [
        ("We interviewed four STR workers, three graduate workers and one service manager.", [4, 3, 1]),
        ("Four STR workers and three service managers took part.", [4, 3]),
        ("The sample comprised four STR workers and one service manager.", [4, 1]),
        ("In total four STR workers were seen.", [4]),
        ("The four STR workers were new.", [4]),
        ("All three service managers agreed.", [3]),
    ],
)
def test_numbers_of_those_who_took_part_are_totals(words, totals):
    assert told(words) == totals


@pytest.mark.parametrize(
    "words",
    [
        "One service manager introduced the study.",
        "A board met on which one service manager and two STR workers sat.",
        "Participants were recruited by two service managers who knew everybody.",
        "There were nine STR workers in post.",
        "We spoke to one service manager at the outset.",
        "Three STR workers were interviewed by telephone.",
        "We interviewed them at one service manager's wish.",
    ],
)
def test_numbers_of_some_people_are_none(words):
    assert told(words) == []
