from __future__ import annotations

from tests.store.factories import add_source, intent
from trellis.store.queries import search as queries
from trellis.store.queries.search import Marked


def test_hits_are_cut_out_of_the_marks():
    part = Marked(1, 10, 2, 100, "I \ufdd0walk\ufdd1ed and \ufdd0walk\ufdd1")

    assert queries.hits_in(part) == ("I walked and walk", [(102, 106), (113, 117)])


def test_parts_come_in_the_order_of_the_versions_asked_for(file):
    with file.change(intent(file)) as change:
        first, second = (add_source(change, f"P1: walk {name}\nP1: walk on", name) for name in ("a", "b"))
        add_source(change, "P1: walk too", "c")

    with file.read() as reader:
        found = queries.marked(reader.connection, '"walk"', [second.current, first.current])
        narrowed = queries.fitting(reader.connection, '"on"', [first.current])

    assert [(part.source, part.n) for part in found] == [(second.k, 1), (second.k, 2), (first.k, 1), (first.k, 2)]
    assert narrowed == {(first.current, 2)}


def test_a_version_that_is_not_asked_for_is_not_searched(file):
    with file.change(intent(file)) as change:
        add_source(change, "P1: walk", "a")

    with file.read() as reader:
        assert queries.marked(reader.connection, '"walk"', []) == []


def test_where_little_is_found_is_told_by_version_and_where_much_is_not(file):
    with file.change(intent(file)) as change:
        first, second = (add_source(change, "P1: walk\nP1: walk on", name) for name in ("a", "b"))

    with file.read() as reader:
        found = queries.few(reader.connection, '"walk"', 4)
        assert found is not None
        bounds = (min(found[second.current]), max(found[second.current]))
        marked = queries.marked(reader.connection, '"walk"', [second.current], bounds)
        too_much = queries.few(reader.connection, '"walk"', 3)

    assert {version: len(rows) for version, rows in found.items()} == {first.current: 2, second.current: 2}
    assert [part.n for part in marked] == [1, 2]
    assert too_much is None
