from __future__ import annotations

import pytest

from tests.review.making import remarks
from trellis.core.review import Level

DESK = "I had no desk and no computer for the first six weeks"


def found(text: str) -> list[Level]:
    return [remark.level for remark in remarks(text, "evidence-reused")]


def test_a_quotation_under_two_headings_is_told_once_with_both_spots():
    text = f"# D\n\n## Findings\n\n### Place\n\n> {DESK} (P1)\n\n### Pay\n\n> {DESK}, um (P1)\n"

    made = remarks(text, "evidence-reused")

    assert [(remark.level, len(remark.spots)) for remark in made] == [(Level.SAY_WHY, 2)]
    assert "under “Place” and under “Pay”" in made[0].said


def test_the_same_words_as_said_by_two_people_are_wrong():
    text = f"# D\n\n## Findings\n\n> {DESK} (STR worker, site 1)\n\nAnd:\n\n> {DESK} (service manager, site 1)\n"

    assert found(text) == [Level.WRONG]


@pytest.mark.parametrize(
    "text",
    [
        f"# “{DESK}”: new roles\n\n## Findings\n\n> {DESK} (P1)\n",
        f"# D\n\n## Abstract\n\n“{DESK}” (P1).\n\n## Methods\n\nWe met.\n\n## Findings\n\n> {DESK} (P1)\n",
        f"# D\n\n## Findings\n\n> {DESK} (P1)\n\nTo have “no desk and no computer for six weeks” is to wait.\n",
        f"# D\n\n## Findings\n\n> {DESK} (P1)\n\n### Pay\n\nAs quoted above, she had waited: “{DESK}” (P1).\n",
        f"# D\n\n## Findings\n\n> {DESK} (P1)\n\n> nobody told me what the job was supposed to be (P1)\n",
        "# D\n\n## Findings\n\n> It depends on the day. (P1)\n\n> On a Monday, with a bus pass and a list (P2)\n",
    ],
)
def test_reuse_on_purpose_raises_nothing(text):
    assert found(text) == []
