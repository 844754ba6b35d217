from __future__ import annotations

import pytest

from tests.store.factories import intent
from trellis.core.coding import SuggestionState
from trellis.store import suggestions as stored

PLACES = [(1, 10, 0, 5, 7), (1, 10, 8, 12, 7)]


@pytest.fixture
def connection(file):
    with file.change(intent(file)) as change:
        yield change.connection


def test_what_was_found_before_is_not_new(connection):
    assert stored.suggest(connection, 3, PLACES) == 2
    assert stored.suggest(connection, 3, [*PLACES, (2, 20, 0, 1, 7)]) == 1
    assert [one.k for one in stored.suggestions(connection, 3)] == [1, 2, 3]


def test_what_waits_and_is_found_no_more_goes_and_what_was_rejected_stays(connection):
    stored.suggest(connection, 3, PLACES)
    stored.mark(connection, [1], SuggestionState.REJECTED)

    stored.suggest(connection, 3, [])

    assert [(one.k, one.state) for one in stored.suggestions(connection, 3)] == [(1, SuggestionState.REJECTED)]


def test_each_rule_has_its_own(connection):
    stored.suggest(connection, 3, PLACES)

    assert stored.suggest(connection, 4, PLACES) == 2
    assert [one.rule for one in stored.suggestions(connection, 4)] == [4, 4]


def test_suggestions_are_no_part_of_history(file):
    before = file.dump()

    with file.change(intent(file)) as change:
        stored.suggest(change.connection, 3, PLACES)

    assert file.dump() == before
    assert file.verify() == []
