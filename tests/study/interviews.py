"""Sources as an import leaves them: a participant under a generic label, a case with the source's name."""

from __future__ import annotations

from tests.store.factories import add_source
from trellis.core.case import Case, CaseKind, Extent, Link, Participant, Recruitment
from trellis.core.order import between
from trellis.core.source import Source, Speaker, SpeakerRole
from trellis.study.study import Study


def add_interview(study: Study, name: str, *labels: str, case: bool = True) -> Source:
    """A source with an interviewer and participants, and the case that importing it makes, unless asked not to."""
    with study._work.change("source.import") as change:
        source = add_source(change, name=name)
        change.insert(Speaker(source.k, "INT", 0, SpeakerRole.INTERVIEWER, None))
        made = None
        if case:
            last = max((known.pos for known in change.all(Case)), default=None)
            participant, made = change.new_keys(2)
            change.insert(
                Participant(participant, 0, name, Recruitment.TOOK_PART),
                Case(made, 0, CaseKind.PERSON, name, participant, between(last, None)),
                Extent(change.new_key(), 0, made, source.k, None, None, None, Link.SPEAKS),
            )
        for label in labels or ("P1",):
            change.insert(Speaker(source.k, label, 0, SpeakerRole.PARTICIPANT, made))
    return source
