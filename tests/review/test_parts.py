from __future__ import annotations

import pytest

from tests.review.making import remarks

HEAD = "# D\n\n## Methods\n\n"


def test_clauses_that_come_to_more_than_their_whole_are_asked_about():
    text = "Of the nine porters, four were new, five had day shifts and two worked nights.\n"

    assert [r.said for r in remarks(HEAD + text, "sample-arithmetic")] == ["4 + 5 + 2 is 11; the text says 9."]


def test_clauses_behind_a_colon_that_come_to_less_are_asked_about():
    text = "All nine porters answered: four were new, two had day shifts and two worked nights.\n"

    assert [r.said for r in remarks(HEAD + text, "sample-arithmetic")] == ["4 + 2 + 2 is 8; the text says 9."]


def test_those_lost_and_those_who_stayed_come_to_the_whole():
    text = "Of the nine porters, one moved, one declined and two left the trust. Six were interviewed a second time.\n"

    assert "which is 10" in remarks(HEAD + text, "sample-arithmetic")[0].said


@pytest.mark.parametrize(
    "text",
    [
        "Of the nine porters, four were new, three had day shifts and two worked nights.",
        "Of the nine porters, four were new and three had day shifts.",
        "Of the nine porters, two spoke of lifts, one spoke of keys and one told of both.",
        "Of the nine porters, four were new, five also had day shifts and two worked nights.",
        "Of the nine porters, one moved, one declined and one left. Six were interviewed a second time.",
        "None of the nine porters had a locker: four were new, three had a shelf and two worked nights.",
    ],
)
def test_clauses_that_fit_overlap_or_name_some_raise_nothing(text: str):
    assert remarks(f"{HEAD}{text}\n", "sample-arithmetic") == []


@pytest.mark.parametrize(
    "text",
    [
        "The nine lifts are spread over the wings two, three and three.",
        "Six of the nine porters had a key and four had a card.",
    ],
)
def test_a_bare_list_or_two_parts_that_do_not_come_to_the_whole_are_asked_about(text: str):
    assert len(remarks(f"{HEAD}{text}\n", "sample-arithmetic")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The nine lifts are spread over the wings two, three and four.",
        "Five of the nine porters had a key and four had a card.",
        "Six of the nine porters had a key and four also had a card.",
        "Six of the nine porters had a key and two had a card.",
        "The nine lifts were built in rounds of two, three and three wings.",
    ],
)
def test_a_list_that_fits_or_counts_something_else_raises_nothing(text: str):
    assert remarks(f"{HEAD}{text}\n", "sample-arithmetic") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Of the 11 boats, three were not counted: two had sunk, one had left and one was on loan.",
            ["2 + 1 + 1 is 4; the text says 3."],
        ),
        ("Of the 11 boats, three were not counted: one had sunk, one had left and one was on loan.", []),
        ("Three were not counted: one had sunk, and another was on loan.", []),
        ("Three boats sailed: two of the crew had scarves, one had gloves, and one had neither.", []),
    ],
)
def test_clauses_behind_a_colon_count_off_what_stands_before_it(text, told):
    found = remarks(f"# D\n\n## Findings\n\n{text}\n", "sample-arithmetic")

    assert [remark.said for remark in found] == told
