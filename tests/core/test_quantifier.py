from __future__ import annotations

import pytest

from trellis.core.quantifier import quantifiers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Most STR workers worked alone.", ["Most"]),
        ("All but one", []),
        ("All the workers, and some managers", ["All", "some"]),
        ("The vast majority said so; none of the managers did.", ["The vast majority", "none of"]),
        ("Almost all of them", ["Almost all"]),
        ("A few were glad, few were sorry.", ["A few", "few"]),
        ("Nobody asked so many of them", ["Nobody"]),
        ("It was not so: all of them agreed", ["all"]),
    ],
)
def test_words_that_say_how_many_are_found(text, found):
    assert [one.words(text) for one in quantifiers(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "They had not met for some time.",
        "It did not help at all.",
        "The most isolated of them",
        "To some extent",
        "They do not all agree",
        "Not all of the workers",
        "Not everybody",
        "Nor did all see it",
    ],
)
def test_words_that_do_not_say_how_many_people_are_left(text):
    assert quantifiers(text) == []
