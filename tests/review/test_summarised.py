from __future__ import annotations

import pytest

from tests.review.making import SHEET, remarks
from trellis.core.review import Level

ROWS = (*SHEET, *((f"P{n}", f"p{n:02}.txt", "STR worker", "1", "female") for n in range(7, 12)))
PAPER = "# D\n\n## Abstract\n\n{front}\n\n## Findings\n\n### Keys\n\n{body}\n"


def asked(front: str, body: str) -> list[str]:
    found = remarks(PAPER.format(front=front, body=body), "quantifier-unbased", rows=ROWS)
    return [remark.said for remark in found if remark.level is Level.SAY_WHY]


def test_a_summary_with_a_quantifier_that_the_count_does_not_bear_is_asked_about():
    found = asked(
        "Most STR workers carried their own keys for the outer gate.",
        "Two STR workers carried keys for the outer gate, on a string.",
    )

    assert found == ["“Most STR workers” here; elsewhere, of what seems the same, “Two STR workers”."]


def test_a_summary_with_another_number_of_the_same_group_is_asked_about():
    found = asked(
        "Five of the seven STR workers had lost their outer keys at a bus stop.",
        "Three of the seven STR workers had lost outer keys at some bus stop.",
    )

    assert len(found) == 1


@pytest.mark.parametrize(
    ("front", "body"),
    [
        (
            "Most STR workers carried their own keys for the outer gate.",
            "Five of the seven STR workers carried keys for the outer gate.",
        ),
        (
            "Most STR workers carried their own keys for the outer gate.",
            "Two STR workers slept badly after night shifts near the canal.",
        ),
        (
            "Most STR workers carried their own keys for the outer gate.",
            "Two service managers carried keys for the outer gate.",
        ),
        (
            "All seven STR workers carried keys for the outer gate.",
            "Of the seven STR workers, two were late, four had keys for the outer gate and one carried none.",
        ),
    ],
)
def test_a_number_that_fits_or_is_of_something_else_raises_nothing(front: str, body: str):
    assert asked(front, body) == []


def test_a_group_that_its_sentence_narrows_is_another_one():
    front = "None of the seven STR workers{} carried their own keys for the outer gate."
    body = "Two STR workers carried keys for the outer gate, on a string."

    assert asked(front.format(""), body) != []
    assert asked(front.format(" whom we saw at night"), body) == []


def test_an_abstract_that_counts_a_second_group_otherwise_than_beside_the_first_is_asked_about():
    front = "All seven STR workers slept on the quay, and {} had a blanket."
    body = "It was told by all seven STR workers, as by one of the two service managers."

    assert asked(front.format("both of the service managers"), body) == []
    found = asked(front.format("all of the service managers"), body)
    assert found == [
        "“all of the service managers” here; elsewhere, beside the same group, “one of the two service managers”."
    ]
