"""The review of a study as plain values for JSON: what a script or a page takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from trellis.core.review import Check, Level
from trellis.core.study_review import Point, StudyReview, point_lines


def study_review_values(review: StudyReview, checks: Mapping[str, Check]) -> dict[str, Any]:
    """The review: counts, the lines of the first page by the keys of their points, points, what was not asked."""
    return {
        "title": review.title,
        "k": review.k,
        "counts": {level.value: review.counted(level) for level in Level},
        "first_page": [[point.key for point in line.points] for line in point_lines(review, checks)],
        "points": [_point(point, checks[point.check]) for point in review.points],
        "quiet": [asdict(quiet) for quiet in review.quiet],
    }


def _point(point: Point, check: Check) -> dict[str, Any]:
    return {
        "key": point.key,
        "check": point.check,
        "group": check.group.value,
        "level": point.level.value,
        "said": point.said,
        "asks": check.asks,
        "fires": check.fires,
        "resolves": check.resolves,
        "targets": [{**asdict(target), "at": target.at.value} for target in point.targets],
        "waived": None if point.waived is None else asdict(point.waived),
    }
