from __future__ import annotations

import pytest

from tests.study.indexed_study import suggested
from trellis.core.coding import Rule, SuggestionState
from trellis.study.suggestion_states import theme_words, waiting_of, with_states


@pytest.fixture
def indexed(study):
    return suggested(study)


def test_what_is_indexed_so_is_accepted_whoever_did_it(indexed):
    first = indexed.index.waiting()[0].suggestion
    indexed.index.accept("walks", [first.k])

    with indexed._work.read() as reader:
        (rule,) = reader.all(Rule)
        states = {one.k: state for one, state in with_states(reader, rule, "Ana")}

    assert states.pop(first.k) is SuggestionState.ACCEPTED
    assert set(states.values()) == {SuggestionState.WAITING}


def test_what_waits_is_in_the_order_of_source_and_place(indexed):
    with indexed._work.read() as reader:
        found = waiting_of(reader, "Ana")

    places = [(one.source, one.start) for one in found]
    assert places == sorted(places)
    assert len(found) == 5


def test_a_theme_is_called_by_number_and_name(indexed):
    with indexed._work.read() as reader:
        assert "1.2 Walking" in theme_words(reader).values()
