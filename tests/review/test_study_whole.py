from __future__ import annotations

from dataclasses import replace

from tests.review.studies import finding, study, words_of
from trellis.core.study_review import Waiver
from trellis.review.study_checks import STUDY_BY_ID
from trellis.review.study_whole import STUDY_RULES, study_review_of

MATERIAL = study(finding("Keys matter."))


def waiver(point, rests=None) -> Waiver:
    return Waiver(5, 0, point.key, point.check, "known", rests or point.rests, 1, 0)


def test_what_is_waived_stands_apart_with_its_reason():
    first = study_review_of(MATERIAL).standing[0]

    review = study_review_of(MATERIAL, [waiver(first)], {1: "Ana"})

    assert first.key not in {point.key for point in review.standing}
    told = [(point.key, point.waived.reason, point.waived.by) for point in review.waived if point.waived]
    assert told == [(first.key, "known", "Ana")]


def test_a_waived_point_comes_back_when_what_it_rests_on_changes():
    first = study_review_of(MATERIAL).standing[0]
    changed = study(finding("Keys matter a lot."))

    review = study_review_of(changed, [waiver(first)])

    again = review.point(first.key)
    assert again is not None
    assert again.waived is not None
    assert (again.stands, again.waived.is_lapsed) == (True, True)


def test_what_is_not_asked_says_what_it_waits_for():
    review = study_review_of(study())

    assert review.points == ()
    assert "no finding is marked ready" in next(q.why for q in review.quiet if q.check == "counter-evidence")
    assert not [q for q in study_review_of(MATERIAL).quiet if q.check == "counter-evidence"]


def test_the_review_is_the_same_whatever_the_order_of_the_rules(monkeypatch):
    material = study(finding("All nurses keep keys.", words_of(1)), finding("Keys go.", words_of(2), k=12))
    forward = study_review_of(material)

    monkeypatch.setattr("trellis.review.study_whole.STUDY_RULES", tuple(reversed(STUDY_RULES)))

    assert {point.key for point in study_review_of(material).points} == {point.key for point in forward.points}


def test_every_point_answers_a_check_that_is_told_in_the_reference():
    material = replace(study(finding("All nurses always keep keys.", words_of(1))), questions=("How?", "Why?"))

    assert {point.check for point in study_review_of(material).points} <= set(STUDY_BY_ID)
