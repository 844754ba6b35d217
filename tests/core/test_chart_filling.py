from __future__ import annotations

import pytest

from trellis.core.chart import Layer, Statement
from trellis.core.chart_filling import Fate, Prints, fate_of, placed_lines
from trellis.core.chart_text import Written


def a_statement(k, text, layer=Layer.SUMMARY):
    return Statement(k, 1, 1, 2, 0, 3, str(k), layer, text, None, 4, 5)


@pytest.mark.parametrize(
    ("exported", "file", "study", "revs", "fate"),
    [
        ("a", "a", "b", (1, 2), Fate.SAME),
        ("a", "b", "b", (1, 2), Fate.SAME),
        ("a", "b", "a", (1, 1), Fate.CHANGED),
        ("a", "b", "a", (1, 2), Fate.CHANGED),
        ("a", "b", "c", (1, 2), Fate.CONFLICT),
        ("", "b", "", (0, 0), Fate.NEW),
        ("", "b", "c", (0, 2), Fate.CONFLICT),
        ("a", "", "a", (1, 1), Fate.EMPTIED),
        ("a", "", "c", (1, 2), Fate.CONFLICT),
    ],
)
def test_what_both_sides_wrote_decides(exported, file, study, revs, fate):
    assert fate_of(Prints(exported, file, study, revs[0], revs[1], file == "", exported == "")) is fate


def test_a_line_stands_for_the_statement_with_the_same_words_or_the_most_alike():
    statements = [a_statement(1, "Went by bus to work every day"), a_statement(2, "No place of her own")]
    lines = [Written(Layer.SUMMARY, text) for text in ("No  place of her own", "Went by train to work each day", "New")]

    placed = placed_lines(lines, statements)

    assert [None if p.statement is None else p.statement.k for p in placed] == [2, 1, None]
    assert [p.is_changed for p in placed] == [False, True, False]


def test_the_same_words_win_over_words_that_are_alike():
    statements = [a_statement(1, "a b c d"), a_statement(2, "a b c d e")]
    lines = [Written(Layer.SUMMARY, "a b c d e"), Written(Layer.SUMMARY, "a b c d x")]

    placed = placed_lines(lines, statements)

    assert [None if p.statement is None else p.statement.k for p in placed] == [2, 1]


def test_another_layer_is_a_change():
    placed = placed_lines([Written(Layer.COMMENT, "a b")], [a_statement(1, "a b")])

    assert placed[0].is_changed
