from __future__ import annotations

from tests.report.review_records import CHECKS, REMARK, REVIEW
from trellis.core.review import in_order
from trellis.report.review_text import WIDTH, review_text


def test_the_manuscripts_words_stand_beside_the_sources():
    text = review_text(REVIEW, CHECKS)

    line = next(line for line in text.splitlines() if "not even a chair" in line)
    assert "│" in line
    assert "p01.txt, turn 4 (P1, worker)" in text
    assert "“not a chair”" in text


def test_what_is_wrong_is_told_with_its_spot_its_key_and_what_resolves_it():
    text = review_text(REVIEW, CHECKS)

    assert f"wrong · verbatim-mismatch · paragraph 2 (“Findings”) [{REMARK.key}]" in text
    assert "Usually resolved so: copy the words." in text
    assert "Remarks: 1 wrong, 0 say why, 1 for your eyes; 1 waived." in text


def test_what_was_not_asked_is_said():
    assert "Not asked, since no sheet was given: sample-arithmetic." in review_text(REVIEW, CHECKS)


def test_everything_holds_waived_remarks_and_every_quotation():
    text = review_text(REVIEW, CHECKS, everything=True)

    assert "agreed with P1" in text
    assert "paragraph 2: “not even a chair” found p01.txt, turn 4 (P1, worker)" in text
    assert "agreed with P1" not in review_text(REVIEW, CHECKS)


def test_more_than_a_page_is_counted():
    from dataclasses import replace

    many = replace(REVIEW, remarks=in_order(replace(REMARK, said=f"Words {n}.") for n in range(12)))

    text = review_text(many, CHECKS)

    assert "12 remarks of this kind" in text
    assert "11 more: --all" in text


def test_lines_fit_the_terminal():
    assert max(len(line) for line in review_text(REVIEW, CHECKS).splitlines()) <= WIDTH
