from __future__ import annotations

import pytest

from tests.study.indexed_study import filled
from trellis.core.errors import Invalid, NotFound


@pytest.fixture
def sorting(study):
    """Three extracts under 1.1 and 1.2, by two people of two sites."""
    filled(study)
    study.index.code("omar", "1.2", quote="We walked there together")
    study.index.code("janet", "1.2", quote="walk round the car park")
    study.index.code("janet", "1.1", quote="nobody knew my name", turn=2)
    return study


def test_extracts_of_a_theme_and_its_sub_themes_come_by_case(sorting):
    found = sorting.index.extracts_to_sort("1")

    assert [(one.groups, one.extract.words) for one in found] == [
        (("Janet",), "walk round the car park"),
        (("Janet",), "nobody knew my name"),
        (("Omar",), "We walked there together"),
    ]


def test_extracts_come_by_an_attribute_of_their_cases(sorting):
    found = sorting.index.extracts_to_sort("1.2", by="site")

    assert [one.groups for one in found] == [("North",), ("South",)]


def test_a_reviewed_extract_is_marked_until_its_coding_changes(sorting):
    first, second = (one.extract.coding for one in sorting.index.extracts_to_sort("1.2"))

    assert sorting.index.review_extracts([first, second]) == 2
    sorting.index.annotate(second, "a note")

    assert [one.reviewed for one in sorting.index.extracts_to_sort("1.2")] == [True, False]


def test_marking_twice_changes_nothing(sorting):
    [k, _] = [one.extract.coding for one in sorting.index.extracts_to_sort("1.2")]
    sorting.index.review_extracts([k])

    assert sorting.index.review_extracts([k]) == 0


def test_a_mark_is_taken_back(sorting):
    [k, _] = [one.extract.coding for one in sorting.index.extracts_to_sort("1.2")]
    sorting.index.review_extracts([k])

    assert sorting.index.review_extracts([k], on=False) == 1
    assert not sorting.index.extracts_to_sort("1.2")[0].reviewed


def test_a_coding_that_is_removed_takes_its_mark_along_and_brings_it_back(sorting):
    [k, _] = [one.extract.coding for one in sorting.index.extracts_to_sort("1.2")]
    sorting.index.review_extracts([k])
    sorting.index.remove(k)
    assert sorting.history.dump()["looked_over"] == []

    sorting.history.undo()

    assert sorting.index.extracts_to_sort("1.2")[0].reviewed
    assert sorting.history.check() == []


def test_what_is_not_there_is_told(sorting):
    with pytest.raises(NotFound, match="no coding"):
        sorting.index.review_extracts([12])
    with pytest.raises(Invalid, match="no extract"):
        sorting.index.review_extracts([])
