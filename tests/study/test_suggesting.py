from __future__ import annotations

import pytest

from tests.study.indexed_study import OMAR, filled
from trellis.core.errors import BadQuery, NotFound


@pytest.fixture
def found(study):
    return filled(study)


def waiting(study, source):
    return [one.suggestion for one in study.readings.beside(source).suggested]


def test_what_a_search_finds_waits_under_the_theme(found):
    told = found.index.suggest_found("walked", "1.2", widen="hit")

    assert (told.places, told.new) == (2, 2)
    assert [OMAR[one.start : one.end] for one in waiting(found, "omar")] == ["walked"]
    assert found.index.rules().rows() == [("walked → 1.2 Walking", "walked", "1.2 Walking", 2, 0, 0)]


def test_the_same_search_again_is_the_same_rule(found):
    found.index.suggest_found("walked", "1.2")

    assert found.index.suggest_found("walked", "1.2").new == 0
    assert len(found.index.rules().rows()) == 1


def test_only_chosen_hits_wait_and_join_those_that_wait_already(found):
    hits = found.search.find("walked").hits
    chosen = [(hit.source_key, hit.start, hit.end) for hit in hits]

    first = found.index.suggest_found("walked", "1.2", widen="hit", only=chosen[:1])
    second = found.index.suggest_found("walked", "1.2", widen="hit", only=chosen[1:])

    assert (first.new, second.new) == (1, 1)
    assert len(waiting(found, "janet")) == len(waiting(found, "omar")) == 1


def test_nothing_is_kept_for_a_query_or_theme_that_is_wrong(found):
    with pytest.raises(BadQuery):
        found.index.suggest_found("(walked", "1.2")
    with pytest.raises(NotFound):
        found.index.suggest_found("walked", "9.9")

    assert found.index.rules().rows() == []
