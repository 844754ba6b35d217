from __future__ import annotations

import pytest

from tests.review.making import a_sample, remarks
from trellis.review.named_lists import numbered_people

ROWS = [
    ("participant", "role"),
    *((f"Porter {n}", "porter") for n in range(1, 8)),
    *((f"Nurse {n}", "nurse") for n in range(1, 5)),
]
HEAD = "# D\n\n## Findings\n\n"


def said(text: str) -> list[str]:
    return [r.said for r in remarks(text, "quantifier-unbased", rows=ROWS)]


def test_people_are_read_by_name_and_numbers():
    people, rest = numbered_people(a_sample(ROWS), "Porters 1, 2 and 4 to 6; Nurse 3, at night")

    assert people == {0, 1, 3, 4, 5, 9}
    assert rest.split() == [";", ",", "at", "night"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("All of the nurses (Nurses 1 to 3) had keys.", ["The text says “All of the nurses” and lists 3 of 4."]),
        (
            "Three of the seven porters (Porters 1 and 5) had keys.",
            ["The text says “Three of the seven porters” and lists 2."],
        ),
        ("All of the nurses (Nurses 1 to 4) had keys.", []),
        ("Two of the nurses (Nurses 1 and 4) had keys.", []),
        ("All of the nurses (aged 30 to 40) had keys.", []),
        ("Three of the nurses (Nurses 1 and 4, and a locum) had keys.", []),
    ],
)
def test_a_list_in_brackets_is_counted(text, told):
    assert said(f"{HEAD}{text}\n") == told


def test_most_is_held_against_the_note_that_lists_them():
    paper = HEAD + "Most porters had keys of their own.2\n\n## Notes\n\n1 Nobody.\n\n2 Porters 1, {}; Nurse 1.\n"

    assert "The text says “Most porters”; note 2 lists 3 of 7." in said(paper.format("2 and 4"))
    assert not any("note" in each for each in said(paper.format("2, 4, 5 and 6")))


def test_a_range_may_name_its_group_again():
    people, rest = numbered_people(
        a_sample([("participant", "role"), *((f"P{n}", "porter") for n in range(1, 9))]), "P2 to P5"
    )

    assert people == {1, 2, 3, 4}
    assert rest.strip() == ""
