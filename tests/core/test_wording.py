from __future__ import annotations

import pytest

from trellis.core.wording import form_of, stem_of, words_in


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Don’t, won't!", ["dont", "wont"]),
        ("a com\u00admunity", ["a", "community"]),
        ("commu-\nnity team", ["community", "team"]),
        ("no-man’s-land", ["no", "mans", "land"]),
        ("six weeks¹ later", ["six", "weeks", "later"]),
        ("caf\u0065\u0301", ["café"]),
        ("P12 said_so", ["p12", "said", "so"]),
    ],
)
def test_words_are_compared_without_case_and_typography(text, forms):
    assert [word.form for word in words_in(text)] == forms


def test_each_word_has_its_place_in_the_text():
    text = "“A com-\nmon room”"

    assert [text[word.start : word.end] for word in words_in(text, 1)] == ["A", "com-\nmon", "room"]


def test_accents_stay():
    assert form_of("Élan") == "élan"


@pytest.mark.parametrize(("one", "other"), [("isolated", "isolation"), ("teams", "team"), ("paid", "paid")])
def test_words_of_one_stem_meet(one, other):
    assert stem_of(one) == stem_of(other)
