from __future__ import annotations

import pytest

from trellis.study.value_block import Pasted


@pytest.fixture
def known(study):
    """Ann and Bob, a whole number, categories, and a job that varies by wave."""
    study.cases.add("Ann")
    study.cases.add("Bob")
    study.waves.add("first")
    study.attributes.define("age", "whole")
    study.attributes.define("site", "category:North")
    study.attributes.define("job", "text", per_wave=True)
    return study


def told(lines):
    return [(line.case, line.attribute, line.after, line.outcome.value) for line in lines]


def test_empty_values_change_nothing(known):
    assert known.attributes.put_block([Pasted("Ann", "age", " ")]) == ()


def test_what_does_not_fit_is_left_out_and_the_rest_written(known):
    lines = known.attributes.put_block([Pasted("Ann", "age", "old"), Pasted("Bob", "age", "40")])

    assert told(lines) == [("Ann", "age", "old", "refused"), ("Bob", "age", "40", "new")]
    assert known.attributes.table().records()[1]["age"] == "40"


def test_a_case_that_is_not_there_is_refused(known):
    lines = known.attributes.put_block([Pasted("Carl", "age", "40")])

    assert "no case “Carl”" in lines[0].why


def test_a_category_that_is_not_there_is_taken_only_if_asked_for(known):
    block = [Pasted("Ann", "site", "South")]

    assert told(known.attributes.put_block(block)) == [("Ann", "site", "South", "refused")]
    assert told(known.attributes.put_block(block, new_categories=True)) == [("Ann", "site", "South", "new")]
    assert known.attributes.listing().records()[1]["categories"] == "North, South"


def test_a_value_by_wave_needs_its_wave(known):
    lines = known.attributes.put_block([Pasted("Ann", "job", "none"), Pasted("Bob", "job", "none", "first")])

    assert told(lines) == [("Ann", "job", "none", "refused"), ("Bob", "job", "none", "new")]


def test_a_place_is_written_once(known):
    lines = known.attributes.put_block([Pasted("Ann", "age", "40"), Pasted("Ann", "age", "41")])

    assert [line.outcome.value for line in lines] == ["new", "refused"]


def test_one_undo_takes_a_block_back(known):
    known.attributes.set("Ann", "age", "39")
    known.attributes.put_block([Pasted("Ann", "age", "40", None), Pasted("Bob", "age", "41")], how="told")

    known.history.undo()

    assert [value.value for value in known.attributes.grid().values] == ["39"]
