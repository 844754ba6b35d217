"""Which parts of a text count as what participants said: the denominator of every share."""

from __future__ import annotations

from trellis.core.document import PartKind
from trellis.core.source import SpeakerRole

NOT_SAID = frozenset({PartKind.PAGE, PartKind.HEADING, PartKind.QUESTION})
"""Kinds of part that nobody who took part said: page marks, headings, printed questions."""


def counts_as_said(kind: PartKind, label: str | None, role: SpeakerRole | None, *, labelled: bool) -> bool:
    """Whether a part counts as a participant's words.

    The interviewer's parts never do. In a source that names its speakers, parts without a name are what the
    transcriber wrote (title, date, place) and do not count; in a source that names nobody, every part does.

    role: of the part's speaker in this source, None where not known (then the part counts).
    labelled: whether any part of the source has a label.
    """
    if kind in NOT_SAID or role is SpeakerRole.INTERVIEWER:
        return False
    return label is not None or not labelled
