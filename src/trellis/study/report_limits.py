"""Limitations that a study shows of itself, to be weighed by a person: what is open, thin, uneven or untested."""

from __future__ import annotations

from collections.abc import Iterator

from trellis.core.report_facts import ReportFacts
from trellis.core.review import Level
from trellis.core.study_review import Point, StudyReview


def limitations(facts: ReportFacts, review: StudyReview) -> tuple[str, ...]:
    """One sentence or two each: from the study's numbers, then from what a careful referee would ask of it.

    What is only for the authors' eyes is left out, and so is who could be recognised by what is printed of them, since
    a report prints less of those. What somebody lets stand is told with the reason. Many points of one kind are told
    as the first and how many more there are.
    """
    kinds: dict[tuple[str, bool], list[Point]] = {}
    for point in review.points:
        if point.level is not Level.LOOK and not (point.check == _OF_ATTRIBUTIONS and point.stands):
            kinds.setdefault((point.check, point.stands), []).append(point)
    return (*_of_data(facts), *(told for points in kinds.values() for told in _of_kind(points)))


def _of_kind(points: list[Point]) -> Iterator[str]:
    shown = points if len(points) <= _MOST_OF_KIND else points[: _MOST_OF_KIND - 1]
    yield from (_told(point) for point in shown)
    if len(points) > len(shown):
        yield f"{len(points) - len(shown)} more points of this kind ({points[0].check}) are in the review of the study."


def _told(point: Point) -> str:
    named = [target.words.rstrip(".") for target in point.targets if target.words.rstrip(".") not in point.said]
    shown = "; ".join(named[:_MOST_NAMED])
    more = f"; and {len(named) - _MOST_NAMED} more" if len(named) > _MOST_NAMED else ""
    about = f" ({shown}{more})" if shown else ""
    said = f"{point.said.rstrip('.')}{about}{'' if about == '' and point.said.endswith('?') else '.'}"
    return said if point.stands or point.waived is None else f"{said} It is let stand: {point.waived.reason}"


_MOST_NAMED, _MOST_OF_KIND = 3, 4
_OF_ATTRIBUTIONS = "disclosure"


def _of_data(facts: ReportFacts) -> Iterator[str]:
    if facts.waves:
        most = max(wave.people for wave in facts.waves)
        for wave in facts.waves:
            if wave.people < most:
                yield f"In the wave “{wave.name}” {wave.people} people were heard, in another {most}."
    if facts.withdrawn:
        yield f"{facts.withdrawn} participants withdrew, and what they said is left out as far as they asked."
    known = len(facts.minutes)
    if facts.interviews and known < facts.interviews:
        yield f"How long the interview was is known for {known} of {facts.interviews}."
    if facts.indexed < sum(one.number for one in facts.sources):
        yield f"{facts.indexed} of {sum(one.number for one in facts.sources)} sources are indexed."
    if facts.codings and not any(one.is_double for one in facts.rounds):
        yield "No part of the material was indexed by two people independently."
    for blank in facts.blanks:
        if blank.name == "not asked":
            yield f"{blank.number} cells of the chart are blank because the matter was not asked about."
