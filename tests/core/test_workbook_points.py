from __future__ import annotations

import pytest

from trellis.core.chart import Blank, Layer
from trellis.core.workbook_points import blank_meant, points_of, says_nothing


def texts(cell: str) -> list[str]:
    return [point.text for point in points_of(cell)]


@pytest.mark.parametrize(
    "cell",
    [
        "Learnt by doing (p7)\nTwo days (p8)",
        "- Learnt by doing (p7)\n- Two days (p8)",
        "• Learnt by doing (p7) • Two days (p8)",
        "Learnt by doing (p7); Two days (p8)",
        "1) Learnt by doing p7 2) Two days (p8)",
        "1. Learnt by doing p7\n2. Two days (p8)",
        "a) Learnt by doing (p7)\n\nb) Two days\n(p8)",
        "Learnt by\ndoing (p7)\nTwo days; (p8)",
    ],
)
def test_points_are_parted_however_they_are_marked(cell):
    points = points_of(cell)

    assert [(point.layer, point.text) for point in points] == [
        (Layer.SUMMARY, "Learnt by doing"),
        (Layer.SUMMARY, "Two days"),
    ]
    assert [[str(reference) for reference in point.references] for point in points] == [["p. 7"], ["p. 8"]]


def test_semicolons_inside_quotation_marks_and_brackets_part_nothing():
    assert texts("says “no; never” to it (p3; p4)") == ["says “no; never” to it"]


def test_a_quotation_is_verbatim_and_keeps_what_it_refers_to():
    (point,) = points_of("“Nobody's told me owt” p.9*")

    assert (point.layer, point.text, point.star) == (Layer.VERBATIM, "Nobody's told me owt", True)
    assert point.printed == "“Nobody's told me owt” p.9*"


def test_a_quotation_at_the_end_of_a_point_stands_by_itself():
    summary, quotation, note = points_of('Went round with Sandra - "she did a lot of mopping" [her style?] (p. 8)')

    assert (summary.layer, summary.text, summary.printed) == (
        Layer.SUMMARY, "Went round with Sandra", "Went round with Sandra (p. 8)",
    )  # fmt: skip
    assert (quotation.layer, quotation.text) == (Layer.VERBATIM, "she did a lot of mopping")
    assert (note.layer, note.text) == (Layer.COMMENT, "her style?")
    assert [str(reference) for reference in quotation.references] == ["p. 8"]


def test_a_phrase_inside_a_sentence_stays_in_it():
    assert texts('calls herself "one of the girls" on the ward (p6)') == [
        'calls herself "one of the girls" on the ward'
    ]
    assert texts("says “[Alan]'s run ragged” (p3)") == ["says “[Alan]'s run ragged”"]


def test_single_quotation_marks_count_where_they_hold_a_phrase():
    assert [point.layer for point in points_of("'By getting told off' (p5)")] == [Layer.VERBATIM]


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("Not asked", Blank.NOT_ASKED),
        ("n/a", Blank.NOT_APPLICABLE),
        ("(N.A.)", Blank.NOT_APPLICABLE),
        ("not mentioned", Blank.NOT_RAISED),
        ("asked, nothing said", Blank.NOTHING_SAID),
        ("Not asked about pay", None),
        ("-", None),
    ],
)
def test_a_cell_may_say_why_it_is_empty(cell, reason):
    assert blank_meant(cell) is reason


def test_marks_alone_say_nothing():
    assert [says_nothing(cell) for cell in ("-", "?", "…", " ", "no")] == [True, True, True, True, False]
