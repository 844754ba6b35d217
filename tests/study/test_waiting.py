from __future__ import annotations

import pytest

from tests.study.indexed_study import suggested
from trellis.core.errors import NotFound


@pytest.fixture
def indexed(study):
    return suggested(study)


def test_what_waits_is_told_over_all_sources_with_its_words(indexed):
    found = indexed.index.waiting()

    assert {one.source for one in found} == {row["source"] for row in indexed.index.suggestions("walks").records()}
    assert len(found) == 5
    assert {one.rule for one in found} == {"walks"}
    assert all("walk" in one.words.casefold() for one in found)


def test_what_was_accepted_or_rejected_waits_no_more(indexed):
    first, second, *rest = (one.suggestion.k for one in indexed.index.waiting())

    indexed.index.accept("walks", [first])
    indexed.index.reject("walks", [second])

    assert [one.suggestion.k for one in indexed.index.waiting()] == rest


def test_a_theme_with_all_below_it_and_a_source_narrow_the_list(indexed):
    every = indexed.index.waiting()

    assert indexed.index.waiting(theme="1") == every
    assert indexed.index.waiting(theme="1.1") == []
    assert {one.source for one in indexed.index.waiting(source="omar")} == {"omar"}
    with pytest.raises(NotFound):
        indexed.index.waiting(source="nobody")


def test_the_listing_gives_the_number_by_which_one_is_accepted(indexed):
    table = indexed.index.waiting_listing(source="omar")

    row = table.records()[0]
    assert (row["rule"], row["source"], row["theme"]) == ("walks", "omar", "1.2 Walking")
    indexed.index.accept("walks", [row["suggestion"]])
    assert len(indexed.index.waiting_listing(source="omar").values) == len(table.values) - 1


def test_what_waits_wants_attention(indexed):
    attention = {matter.value: count for matter, count in indexed.overview().attention}

    assert attention["suggestions that wait"] == 5
