from __future__ import annotations

import pytest

from trellis.core.comment_themes import themes_in

NUMBERS = {"2", "2.3", "4.1", "5.1"}
NAMES = {"supervision": "5.1", "formal supervision": "5.1", "tasks and the usual week": "2.3", "forms & targets": "4.1"}


def read(comment: str):
    return themes_in(
        comment, lambda number: number if number in NUMBERS else None, lambda name: NAMES.get(name.lower())
    )


@pytest.mark.parametrize(
    ("comment", "named"),
    [
        ("2.3", [("2.3", "")]),
        ("2.3, 4.1", [("2.3", ""), ("4.1", "")]),
        ("2.3 / 4.1", [("2.3", ""), ("4.1", "")]),
        ("2.3 and 4.1", [("2.3", ""), ("4.1", "")]),
        ("theme 2.3", [("2.3", "")]),
        ("5.1 supervision??", [("5.1", "??")]),
        ("Formal supervision", [("5.1", "")]),
        ("Supervision?", [("5.1", "?")]),
        ("Tasks and the usual week", [("2.3", "")]),
        ("forms & targets - drop-down!", [("4.1", "drop-down!")]),
        ("2.3 too late to be of use??", [("2.3", "too late to be of use??")]),
        ("2.3; lovely", [("2.3", "lovely")]),
        ("2", [("2", "")]),
    ],
)
def test_numbers_and_names_are_read_as_people_type_them(comment, named):
    assert [(each.theme, each.note) for each in read(comment).named] == named


@pytest.mark.parametrize("comment", ["2 weeks later", "9.4", "lovely - use this", "ask Asif??", "", "2-3 times"])
def test_prose_and_unknown_numbers_name_nothing(comment):
    assert read(comment).named == ()


def test_what_is_left_unread_is_told():
    assert read("2.3; 9.9").unread == ("9.9",)
