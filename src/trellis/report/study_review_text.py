"""The review of a study as text for the terminal: one page first, then everything."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from trellis.core.review import Check, Group, Level
from trellis.core.study_review import PointLine, StudyReview, point_lines

WIDTH = 108
_TARGETS = 4


def study_review_text(review: StudyReview, checks: Mapping[str, Check], *, everything: bool = False) -> str:
    """The review in lines. everything: each point by itself, and those that somebody lets stand."""
    lines = [*_head(review)]
    page = list(point_lines(review, checks))
    if everything:
        page = [PointLine(checks[p.check].group, p.level, checks[p.check], (p,)) for p in review.standing]
    for group in Group:
        lines += _grouped(group, [line for line in page if line.group is group])
    single = sum(len(line.points) - 1 for line in page) + len(review.standing) - sum(len(line.points) for line in page)
    if single:
        lines += ["", f"{single} more: --all shows every point."]
    if everything:
        lines += _waived(review)
    lines += ["", *_quiet(review)]
    return "\n".join(lines).rstrip() + "\n"


def _head(review: StudyReview) -> Iterator[str]:
    counts = ", ".join(f"{review.counted(level)} {level.value}" for level in Level)
    waived = f"; {len(review.waived)} waived." if review.waived else "."
    yield f"{review.title}: {counts}{waived}"


def _grouped(group: Group, lines: list[PointLine]) -> Iterator[str]:
    if not lines:
        return
    yield ""
    yield group.value.upper()
    for line in lines:
        yield ""
        yield from _line(line)


def _line(line: PointLine) -> Iterator[str]:
    first = line.points[0]
    yield f"  {line.level.value} · {line.check.id} [{first.key}]"
    yield from _wrapped(line.said)
    targets = list(dict.fromkeys(target.words for point in line.points for target in point.targets))
    for words in targets[:_TARGETS]:
        yield from _wrapped(f"– {words}", "      ")
    if len(targets) > _TARGETS:
        yield f"      – and {len(targets) - _TARGETS} more"
    if first.waived is not None:
        yield from _wrapped(f"Was let stand ({first.waived.reason}); what it rests on has changed since.")
    yield from _wrapped(f"Usually resolved so: {line.check.resolves}.")


def _waived(review: StudyReview) -> Iterator[str]:
    if review.waived:
        yield ""
        yield "LET STAND"
    for point in review.waived:
        yield f"  {point.check} [{point.key}]"
        yield from _wrapped(point.said)
        if point.waived is not None:
            yield from _wrapped(f"Reason ({point.waived.by}): {point.waived.reason}")


def _quiet(review: StudyReview) -> Iterator[str]:
    for quiet in review.quiet:
        yield from textwrap.wrap(f"Not asked: {quiet.check}, since {quiet.why}.", WIDTH, subsequent_indent="  ")


def _wrapped(words: str, indent: str = "    ") -> Iterator[str]:
    yield from textwrap.wrap(words, WIDTH, initial_indent=indent, subsequent_indent=indent)
