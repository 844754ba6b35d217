from __future__ import annotations

from trellis.cli.framework_words import rewording, split_parts, wording
from trellis.core.framework import Origin
from trellis.core.framework_wording import Rewording, Wording


def test_a_part_of_a_split_is_a_name_and_perhaps_a_definition():
    assert split_parts(["A — what — else", "B -- b", "C-D"]) == [
        Wording("A", "what — else"),
        Wording("B", "b"),
        Wording("C-D"),
    ]


def test_what_is_not_given_is_not_said_otherwise():
    assert rewording("d", None, None, None, "emergent") == Rewording(definition="d", origin=Origin.EMERGENT)
    assert wording("A", "", "", "", "", "") == Wording("A")
