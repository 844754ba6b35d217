"""Limitations that a study shows of itself, to be weighed by a person: what is open, thin, uneven or untested."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trellis.core.chart import Side
from trellis.core.finding import FindingStatus
from trellis.core.finding_placing import Group
from trellis.core.finding_view import FindingView
from trellis.core.report_facts import ReportFacts


def limitations(facts: ReportFacts, views: Sequence[FindingView]) -> tuple[str, ...]:
    """One sentence each."""
    ready = [view for view in views if view.finding.status is FindingStatus.READY]
    return (*_of_data(facts), *_of_findings(ready))


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


def _of_findings(ready: Sequence[FindingView]) -> Iterator[str]:
    for view in ready:
        carrying = {case for one in view.evidence if one.side is not Side.AGAINST for case in one.cases}
        if len(carrying) == 1:
            yield f"Finding {view.number} rests on one case."
        if not view.is_tested:
            yield f"For finding {view.number} nobody recorded a search for cases against it."
        if view.stale:
            yield f"Finding {view.number} rests on something that changed since: {'; '.join(view.stale)}."
        uncharted = len(view.of(Group.UNCHARTED))
        if uncharted:
            yield f"For finding {view.number} {uncharted} cases that it speaks of are not charted yet."
