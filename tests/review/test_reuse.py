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


SHADOW = "It was brilliant, because they let me shadow for a month"
NAMES = "On a Monday, with a bus pass and a list of names. It was brilliant, because they let me shadow for a month"


@pytest.mark.parametrize(
    "text",
    [
        f"# D\n\n## Findings\n\n### Begin\n\n> {NAMES} (P2)\n\n### Learn\n\nTeams taught well: “{SHADOW}” (P2).\n",
        f"# D\n\n## Findings\n\nIt went well: “{NAMES}” (P2).\n\n## Discussion\n\nPlaces taught: “{SHADOW}” (P2).\n",
        (
            f"# D\n\n## Findings\n\n“{SHADOW}” (P2) was one view.\n\n**Table 2. Further quotations**\n\n"
            f"| Theme | Quotation | Who |\n|---|---|---|\n| Pay | “{SHADOW}” | P2 |\n"
        ),
        (
            f"# D\n\n## Findings\n\n“{SHADOW}” (P2) was one view.\n\n| Theme | Quotation | Who |\n|---|---|---|\n"
            f"| Pay | “{SHADOW}” | P2 |\n\n*None of these is quoted in the text.*\n"
        ),
    ],
)
def test_a_part_printed_again_as_somebodys_evidence_is_told(text):
    assert found(text) == [Level.SAY_WHY]


@pytest.mark.parametrize(
    "text",
    [
        f"# D\n\n## Findings\n\n> {NAMES} (P2)\n\n### Learn\n\nWho thinks it “{SHADOW.lower()}” will be let down.\n",
        f"# D\n\n## Findings\n\n“{NAMES}” (P2).\n\n## Discussion\n\nAs quoted above: “{SHADOW}” (P2).\n",
        (
            f"# D\n\n## Findings\n\n“{SHADOW}” (P2) was one view.\n\n**Table 2. Quotations for each theme**\n\n"
            f"| Theme | Quotation | Who |\n|---|---|---|\n| Pay | “{SHADOW}” | P2 |\n"
        ),
    ],
)
def test_an_echo_and_a_table_that_gathers_what_the_text_prints_raise_nothing(text):
    assert found(text) == []


def test_a_word_such_as_again_far_from_a_quotation_does_not_excuse_it():
    text = (
        f"# D\n\n## Findings\n\n### Begin\n\nSome came again and again. It was long ago. One said: “{NAMES}” (P2).\n\n"
        f"### Learn\n\nOne said: “{NAMES}” (P2). It was the same everywhere.\n"
    )

    assert found(text) == [Level.SAY_WHY]
