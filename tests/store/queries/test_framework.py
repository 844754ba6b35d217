from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.factories import add_source, intent
from trellis.core.coding import Coding, Purpose, Round
from trellis.core.framework import Operation, Origin, Theme, ThemeOperation, ThemeState
from trellis.core.framework_todo import Birth, Indexed
from trellis.core.memo import Reading
from trellis.store.queries import framework as queries

NAMES = ("round", "other", "theme", "born")


@pytest.fixture
def coded(file):
    """A source with two codings of one theme in one round and one in another, then a theme that was added."""
    keys: dict[str, int] = {}
    with file.change(intent(file)) as change:
        keys |= dict(zip(NAMES, change.new_keys(4), strict=True))
        source = add_source(change)
        keys["source"] = source.k
        theme = Theme(keys["theme"], 0, None, "V", "T", "", "", "", "", Origin.UNSTATED, ThemeState.ACTIVE, change.key)
        main = Round(keys["round"], 0, "main", Purpose.MAIN, None, blind=False, closed=False, adopted=True)
        change.insert(main, replace(main, k=keys["other"], adopted=False), theme)
        coding = Coding(0, 0, source.k, source.current, 0, 4, theme.k, change.person, main.k, None, "", (), change.at)
        for start, round_ in ((0, "round"), (1, "round"), (2, "other")):
            change.insert(replace(coding, k=change.new_key(), start=start, round=keys[round_], at=change.at + start))
        keys["at"] = change.at
    with file.change(intent(file)) as change:
        change.insert(replace(theme, k=keys["born"], pos="W", rev=0))
        change.insert(
            ThemeOperation(change.new_key(), 0, Operation.ADD, keys["born"], (), (), "", None, change.person, change.at)
        )
        keys["born_at"] = change.at
    return keys


def test_codings_are_counted_in_one_round(file, coded):
    with file.read() as reader:
        assert queries.codings_by_theme(reader.connection, coded["round"]) == {coded["theme"]: 2}


def test_the_newest_coding_of_a_source_is_told(file, coded):
    with file.read() as reader:
        assert queries.indexed(reader.connection, coded["round"]) == [Indexed(coded["source"], None, coded["at"] + 1)]
        assert queries.indexed_under(reader.connection, coded["round"]) == {(coded["source"], coded["theme"])}


def test_only_themes_that_an_operation_added_are_born(file, coded):
    with file.read() as reader:
        assert queries.births(reader.connection) == [Birth(coded["born"], coded["born_at"], 3)]


def test_the_last_reading_of_a_source_is_told_by_its_change(file, coded):
    with file.change(intent(file)) as change:
        change.insert(Reading(change.person, coded["source"], "2009-04-23", 0, "whole"))

    with file.read() as reader:
        assert queries.last_readings(reader.connection) == {coded["source"]: 4}


def test_nothing_is_open_or_stale_where_nothing_happened(file, coded):
    with file.read() as reader:
        assert queries.open_todos(reader.connection) == []
        assert queries.stale_cells(reader.connection) == []
