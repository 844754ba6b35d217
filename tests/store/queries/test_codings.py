from __future__ import annotations

import pytest

from tests.study.indexed_study import filled
from trellis.store.queries import codings as queries
from trellis.store.queries.codings import PlaceRow, Wanted
from trellis.study.resolve import adopted_round, source_named, theme_given


@pytest.fixture
def reader(study):
    made = filled(study)
    made.index.code("omar", ["2", "1.2"], start=5, end=9)
    made.index.code("janet", "1.1", start=3, end=6, coder="Ben")
    with made._work.read() as reading:
        yield reading


def test_codings_are_narrowed_by_what_is_wanted(reader):
    main, ben = adopted_round(reader).k, next(row.coder for row in everything(reader) if row.start == 3)
    omar, walking = source_named(reader, "omar").k, theme_given(reader, "1.2").k

    assert len(everything(reader)) == queries.number_of(reader.connection, Wanted(round=main)) == 3
    assert queries.number_of(reader.connection, Wanted(round=main, coders=(ben,))) == 1
    assert queries.number_of(reader.connection, Wanted(round=main, sources=(omar,), themes=(walking,))) == 1
    assert queries.number_of(reader.connection, Wanted(round=main, themes=())) == 0
    assert queries.number_of(reader.connection, Wanted(round=main + 1)) == 0


def everything(reader):
    return queries.codings(reader.connection, Wanted(round=adopted_round(reader).k))


def test_a_theme_has_itself_and_what_is_below_it(reader):
    top, known, walking = (theme_given(reader, number).k for number in ("1", "1.1", "1.2"))

    assert set(queries.subtree(reader.connection, top)) == {top, known, walking}
    assert {pair for pair in queries.paths(reader.connection) if pair[1] == known} == {(top, known), (known, known)}


def test_a_stretch_under_two_themes_is_one_stretch(reader):
    wanted = Wanted(round=adopted_round(reader).k)

    assert sorted(row[1:] for row in queries.stretches(reader.connection, wanted)) == [(3, 6), (5, 9)]


def test_places_are_told_for_the_versions_asked_for(reader):
    omar = source_named(reader, "omar")

    found = queries.places(reader.connection, [omar.current])

    assert {PlaceRow(row.version, row.start, row.end, 0, 0, 0) for row in found} == {
        PlaceRow(omar.current, 5, 9, 0, 0, 0)
    }
    assert len(found) == 2
