from __future__ import annotations

from typing import Any

import pytest

from trellis.core.errors import Invalid
from trellis.core.review import Check, Group, Level
from trellis.core.study_review import At, Point, StudyReview, Target, Waived, ordered, point_lines, require_reason

CHECKS = {name: Check(name, group, "", "", "", "") for name, group in (("a", Group.WORDS), ("b", Group.PEOPLE))}


def a_point(check: str = "a", k: int = 1, level: Level = Level.SAY_WHY, rank: int = 0, **more: Any) -> Point:
    return Point(check, level, f"{check} {k}", (Target(At.FINDING, f"Finding {k}", k),), rank=rank, **more)


def test_a_point_keeps_its_key_whatever_is_said_of_the_thing_and_changes_its_ground():
    one, other = a_point(ground="x"), a_point(ground="y")

    assert (one.key == other.key, one.rests == other.rests) == (True, False)
    assert a_point(k=2).key != one.key


def test_points_come_in_order_of_level_and_rank_and_waived_ones_last():
    waived = a_point(k=4, level=Level.WRONG, waived=Waived(1, "known", "Ana", 0))
    given = [waived, a_point(k=1), a_point(k=2, rank=5), a_point(k=3, level=Level.WRONG), a_point(k=1)]

    assert [point.targets[0].k for point in ordered(given)] == [3, 2, 1, 4]


def test_the_first_page_has_ten_lines_at_most_and_tells_those_of_one_kind_together():
    points = ordered([*(a_point(k=n) for n in range(1, 12)), a_point("b", 20)])

    lines = point_lines(StudyReview("A", points, (), 2), CHECKS)

    assert [(line.check.id, len(line.points)) for line in lines] == [("a", 11), ("b", 1)]
    assert lines[0].said == "11 of this kind, the first: a 1"


def test_a_waiver_needs_a_reason():
    assert require_reason(" as  agreed ") == "as agreed"
    with pytest.raises(Invalid, match="say why"):
        require_reason("  ")
