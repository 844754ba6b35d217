from __future__ import annotations

import pytest

from tests.study.indexed_study import filled
from trellis.core.errors import Ambiguous, Invalid, QuoteNotFound
from trellis.study.locating import Where, reading_of
from trellis.study.resolve import source_named


@pytest.fixture
def janet(study):
    with filled(study)._work.read() as reader:
        yield reading_of(reader, source_named(reader, "janet"))


@pytest.mark.parametrize(
    ("where", "words"),
    [
        (Where(quote="wore me out"), "wore me out"),
        (Where(quote="Nobody", turns="3"), "Nobody"),
        (Where(start=5, end=8), "How"),
        (Where(turns="5"), "She walked a lot."),
        (Where(quote=" ", turns="5"), "She walked a lot."),
    ],
)
def test_a_stretch_is_found_as_it_is_given(janet, where, words):
    assert janet.segment(where).words(janet.text) == words


def test_a_quote_in_the_wrong_turn_is_not_found(janet):
    with pytest.raises(QuoteNotFound, match="does not stand in janet, turn 5; nearest is turn 4"):
        janet.segment(Where(quote="wore me out", turns="5"))


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("walk around the car park", "there stands “round” where “around” is given"),
        ("and nobody knew his own name", "“my” where “his own” is given"),
        ("zzzz qqqq xxxx", "nor anything like it"),
        ("♪", "nor anything like it"),
    ],
)
def test_a_quote_that_is_not_there_says_how_it_differs(janet, quote, told):
    with pytest.raises(QuoteNotFound, match=told):
        janet.segment(Where(quote=quote))


def test_a_quote_that_stands_everywhere_lists_a_few_places(janet):
    with pytest.raises(Ambiguous, match="and elsewhere; quote more words"):
        janet.segment(Where(quote="o"))


def test_half_a_stretch_is_none(janet):
    with pytest.raises(Invalid, match="nothing says which words"):
        janet.segment(Where(start=5))
