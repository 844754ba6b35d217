from __future__ import annotations

import pytest

from trellis.core.matching import Fit, Names, words_of

NAMES = Names(
    [("STR03", 3), ("Maureen", 1), ("Training and preparation", 13), ("Working alone", 52), ("Isolation", 53)]
)


@pytest.mark.parametrize(
    ("written", "meant", "fit"),
    [
        ("maureen ", 1, Fit.EXACT),
        ("STR-3", 3, Fit.EXACT),
        ("Str 003", 3, Fit.EXACT),
        ("Maureen (STR worker)", 1, Fit.WITHIN),
        ("training", 13, Fit.BEGINNING),
        ("Training & preparation", 13, Fit.ALIKE),
        ("Isolaton", 53, Fit.ALIKE),
        ("Workingalone", 52, Fit.VARIANT),
    ],
)
def test_a_name_is_found_as_people_write_it(written, meant, fit):
    found = NAMES.find(written)

    assert (found.meant, found.fit) == (meant, fit)


def test_what_may_be_several_is_none_and_tells_them():
    found = Names([("Dan Low", 1), ("Dan Hill", 2)]).find("Dan?")

    assert (found.meant, found.several) == (None, ())
    assert Names([("Daniel Low", 1), ("Daniel Hill", 2)]).find("Daniel").several == ("Daniel Low", "Daniel Hill")


@pytest.mark.parametrize("written", ["", "?", "Sheila", "STR04", "3"])
def test_what_is_unknown_is_not_guessed(written):
    assert NAMES.find(written).meant is None


def test_what_somebody_said_comes_first():
    found = Names([("Maureen", 1), ("Dan", 2)], {"Mo.": 1, "Maureen": 2})

    assert [found.find(name).meant for name in ("mo", "MAUREEN")] == [1, 2]
    assert found.find("mo").fit is Fit.GIVEN


def test_accents_signs_and_leading_zeros_do_not_count():
    assert words_of("Zoë-03 (b)") == ("zoe", "3", "b")
