from __future__ import annotations

from trellis.core.report_facts import ReportFacts
from trellis.core.review import Level
from trellis.core.study_review import At, Point, StudyReview, Target, Waived
from trellis.study.report_limits import limitations


def point(check: str, n: int, waived: Waived | None = None, level: Level = Level.SAY_WHY) -> Point:
    return Point(check, level, f"Point {n}.", (Target(At.FINDING, f"Finding {n}", n),), waived=waived)


def told(*points: Point) -> tuple[str, ...]:
    return limitations(ReportFacts("T"), StudyReview("T", points, (), 3))


def test_a_point_is_told_with_what_it_is_about():
    assert told(point("single-voice", 1)) == ("Point 1 (Finding 1).",)


def test_many_of_one_kind_are_told_as_the_first_and_how_many_more():
    found = told(*(point("single-voice", n) for n in range(1, 20)), point("not-asked", 20))

    assert found[:3] == ("Point 1 (Finding 1).", "Point 2 (Finding 2).", "Point 3 (Finding 3).")
    assert found[3].startswith("16 more points of this kind (single-voice)")
    assert found[4:] == ("Point 20 (Finding 20).",)


def test_attributions_are_no_limitation_since_a_report_prints_less_of_those_people():
    assert told(point("disclosure", 1)) == ()


def test_what_is_let_stand_is_told_with_the_reason_whatever_it_is_about():
    [said] = told(point("disclosure", 1, Waived(1, "they agreed", "Ana", 0)))

    assert said.endswith("It is let stand: they agreed")


def test_what_is_for_the_authors_eyes_only_is_left_out():
    assert told(point("single-voice", 1, level=Level.LOOK)) == ()
