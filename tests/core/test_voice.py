from __future__ import annotations

import pytest

from trellis.core.document import PartKind
from trellis.core.source import SpeakerRole
from trellis.core.voice import counts_as_said


@pytest.mark.parametrize(
    ("kind", "label", "role", "labelled", "counts"),
    [
        (PartKind.TURN, "P1", SpeakerRole.PARTICIPANT, True, True),
        (PartKind.TURN, "P1", None, True, True),
        (PartKind.TURN, "INT", SpeakerRole.INTERVIEWER, True, False),
        (PartKind.PARAGRAPH, None, None, True, False),
        (PartKind.PARAGRAPH, None, None, False, True),
        (PartKind.HEADING, None, None, False, False),
        (PartKind.QUESTION, "P1", None, True, False),
    ],
)
def test_only_what_participants_said_counts(kind, label, role, labelled, counts):
    assert counts_as_said(kind, label, role, labelled=labelled) is counts
