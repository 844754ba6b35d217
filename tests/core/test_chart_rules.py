from __future__ import annotations

import pytest

from trellis.core.chart import Blank, CellState, Layer
from trellis.core.chart_rules import (
    Stale,
    Target,
    blank_from,
    fingerprint,
    marked_together,
    one_line,
    require_blank_fits,
    stale_cell,
    stale_segment,
    stale_theme,
    state_after_writing,
    word_count,
)
from trellis.core.errors import Invalid


@pytest.mark.parametrize(
    ("coding", "seen", "target", "reason"),
    [
        (7, 3, Target(coding_rev=3), None),
        (7, 3, Target(coding_rev=4), Stale.CODING_CHANGED),
        (7, 3, Target(), Stale.CODING_GONE),
        (7, 3, Target(coding_rev=3, text_current=False), Stale.TEXT_CHANGED),
        (None, 3, Target(text_rev=3), None),
        (None, 3, Target(text_rev=4), Stale.TEXT_CHANGED),
        (None, 0, Target(text_rev=4), Stale.CODING_GONE),
    ],
)
def test_evidence_on_a_segment_is_stale_once_its_target_changed(coding, seen, target, reason):
    assert stale_segment(coding, seen, target) is reason


def test_evidence_on_a_cell_is_stale_once_its_words_changed_or_it_is_gone():
    assert stale_cell(5, Target(cell_print=5)) is None
    assert stale_cell(5, Target(cell_print=6)) is stale_cell(5, Target()) is Stale.CELL_CHANGED


def test_what_happened_to_a_theme_counts_from_the_confirmation_on():
    events = [(3, Stale.MERGED), (5, Stale.REDEFINED), (6, Stale.SPLIT), (7, Stale.REDEFINED)]

    assert stale_theme(events, 5) == (Stale.REDEFINED, Stale.SPLIT)
    assert stale_theme(events, 7) == ()


def test_the_fingerprint_changes_with_words_layers_order_and_blank():
    lines = [("summary", "a"), ("summary", "b")]
    prints = [
        fingerprint(lines, None),
        fingerprint(lines[::-1], None),
        fingerprint([("comment", "a"), ("summary", "b")], None),
        fingerprint([("summary", "ab")], None),
        fingerprint([], "not asked"),
        fingerprint([], None),
    ]

    assert len(set(prints)) == len(prints)
    assert fingerprint(list(lines), None) == prints[0]
    assert all(0 < value < 2**53 for value in prints)


def test_writing_makes_a_draft_and_undoes_a_review():
    assert [state_after_writing(state) for state in CellState] == [
        CellState.DRAFT,
        CellState.DRAFT,
        CellState.CHARTED,
        CellState.RETURNED,
        CellState.CHARTED,
    ]


def test_a_blank_reason_fits_comments_alone():
    require_blank_fits([Layer.COMMENT])
    with pytest.raises(Invalid):
        require_blank_fits([Layer.COMMENT, Layer.VERBATIM])


@pytest.mark.parametrize("given", ["not asked", "Not_Asked", " not-asked "])
def test_a_blank_reason_may_be_spelt_loosely(given):
    assert blank_from(given) is Blank.NOT_ASKED


def test_another_blank_reason_is_refused_with_those_there_are():
    with pytest.raises(Invalid, match="asked and nothing said"):
        blank_from("forgot")


def test_a_statement_is_one_line_with_at_least_a_word():
    assert one_line(" a\n b\t c ") == "a b c"
    with pytest.raises(Invalid):
        one_line(" \n ")


def test_words_are_counted_over_all_statements():
    assert word_count(["one two", "three"]) == 3


@pytest.mark.parametrize(
    ("state", "to", "marked"),
    [
        ("draft", "charted", True), ("charted", "charted", False), ("returned", "charted", False),
        ("draft", "reviewed", True), ("charted", "reviewed", True), ("returned", "reviewed", False),
        ("reviewed", "reviewed", False), ("reviewed", "charted", False),
    ],
)  # fmt: skip
def test_cells_that_are_marked_together_go_forward_only(state, to, marked):
    assert marked_together(CellState(state), CellState(to)) is marked


def test_many_cells_are_not_made_drafts():
    with pytest.raises(Invalid, match="charted or as reviewed"):
        marked_together(CellState.CHARTED, CellState.DRAFT)
