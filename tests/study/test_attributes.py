from __future__ import annotations

import pytest

from tests.study.interviews import add_interview
from trellis.core.errors import AlreadyThere, Invalid, NotFound


@pytest.fixture
def known(study):
    """Ann with a band and, in two waves, a job; a source with a place."""
    study.cases.add("Ann")
    study.cases.add("Bob")
    study.waves.add("first")
    study.waves.add("second")
    add_interview(study, "one", case=False)
    study.attributes.define("band", "ordered:3,4,5")
    study.attributes.define("job", "category:none,part-time", per_wave=True)
    study.attributes.define("place", "text", of="source")
    study.attributes.set("Ann", "band", "4", how="estimated")
    study.attributes.set("Ann", "job", "none", wave="first")
    study.attributes.set("Ann", "job", "part-time", wave="second")
    study.attributes.set("one", "place", "library")
    return study


def test_values_stand_in_a_row_a_case_and_wave(known):
    assert known.attributes.table().rows() == [
        ("Ann", "first", "4 (estimated)", "none"),
        ("Ann", "second", "4 (estimated)", "part-time"),
        ("Bob", None, None, None),
    ]


def test_sources_have_attributes_too(known):
    assert known.attributes.table("source").rows() == [("one", "library")]


def test_the_list_tells_types(known):
    assert known.attributes.listing().rows() == [
        ("band", "case", "ordered category", "3, 4, 5", False, 1),
        ("job", "case", "category", "none, part-time", True, 2),
        ("place", "source", "text", None, False, 1),
    ]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("Ann", "band", "9"), "“3”, “4”, “5”"),
        (("Ann", "job", "none"), "varies by wave"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(known, given, said):
    with pytest.raises(Invalid, match=said):
        known.attributes.set(*given)


def test_a_wave_is_refused_where_nothing_varies(known):
    with pytest.raises(Invalid, match="does not vary"):
        known.attributes.set("Ann", "band", "3", wave="first")


def test_a_type_that_its_values_do_not_fit_is_refused(known):
    with pytest.raises(Invalid, match="“4”"):
        known.attributes.retype("band", "ordered:3,5")


def test_two_attributes_cannot_have_one_name(known):
    with pytest.raises(AlreadyThere):
        known.attributes.define("Band", "text")


def test_a_value_that_is_not_there_cannot_be_taken_away(known):
    with pytest.raises(NotFound, match="Bob"):
        known.attributes.unset("Bob", "band")


def test_only_cases_and_sources_have_attributes(known):
    with pytest.raises(Invalid, match="case or source"):
        known.attributes.table("theme")


CALLS = {
    "define": lambda s: s.attributes.define("age", "whole"),
    "rename": lambda s: s.attributes.rename("band", "pay band"),
    "retype": lambda s: s.attributes.retype("band", "ordered:5,4,3"),
    "remove": lambda s: s.attributes.remove("job"),
    "set": lambda s: s.attributes.set("Ann", "band", "5", how="told"),
    "set anew": lambda s: s.attributes.set("Bob", "band", "5"),
    "unset": lambda s: s.attributes.unset("Ann", "job", wave="first"),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_undo_is_exact(known, call):
    before = known.history.dump()

    call(known)
    assert known.history.dump() != before
    known.history.undo()

    assert known.history.dump() == before
    assert known.history.check() == []
