from __future__ import annotations

import pytest

from trellis.core.chart_words import check_verbatim, landmarks, reference
from trellis.core.errors import QuoteNotFound

SAID = "Well, “I’d say” no – nobody   told me\nwhat it was. I've wrote it down."


@pytest.mark.parametrize("statement", ["nobody told me what it was", '"I\'d say" no', "I’ve wrote it down"])
def test_white_space_and_the_shape_of_quotation_marks_may_differ(statement):
    assert check_verbatim(statement, [SAID]).is_whole


@pytest.mark.parametrize(
    ("statement", "gaps"),
    [
        ("nobody told me … I've wrote it down", ("…",)),
        ("nobody told me... wrote it down", ("...",)),
        ("nobody told [Denise] what it was", None),
        ("nobody told me [about the post] what it was", ("[about the post]",)),
    ],
)
def test_what_is_left_out_or_put_in_is_marked(statement, gaps):
    if gaps is None:
        with pytest.raises(QuoteNotFound):
            check_verbatim(statement.replace("told [Denise]", "tells [Denise]"), [SAID])
    else:
        assert check_verbatim(statement, [SAID]).gaps == gaps


@pytest.mark.parametrize("statement", ["somebody told me", "wrote it down … nobody told me", "[…]", "NOBODY told me"])
def test_words_that_do_not_stand_there_in_this_order_are_refused(statement):
    with pytest.raises(QuoteNotFound):
        check_verbatim(statement, [SAID])


def test_all_pieces_stand_in_one_piece_of_evidence():
    assert check_verbatim("nobody … down", ["other", SAID]).gaps == ("…",)
    with pytest.raises(QuoteNotFound, match="down"):
        check_verbatim("nobody … down", ["nobody told me", "wrote it down"])


def test_a_verbatim_statement_without_evidence_is_refused():
    with pytest.raises(QuoteNotFound, match="no evidence is linked"):
        check_verbatim("nobody told me", [])


def test_a_position_is_named_by_its_page_its_turn_or_its_paragraph():
    turns = landmarks([("turn", 0, 1, None, None), ("heading", 8, 2, None, None), ("turn", 10, 3, None, 746_000)])
    pages = landmarks([("page", 0, 2, "6", None), ("turn", 0, 1, None, None), ("page", 50, 3, None, None)])
    prose = landmarks([("heading", 0, 1, None, None), ("paragraph", 10, 2, None, None)])

    assert [reference(turns, at) for at in (3, 9, 10)] == ["turn 1", "¶ 2", "turn 3, 00:12:26"]
    assert [reference(pages, at) for at in (3, 60)] == ["p. 6", "p. 2"]
    assert reference(prose, 12) == "¶ 2"
    assert reference(landmarks([]), 12) == "at 12"
