from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.core.quote import MOST_PLACES, Quotable, folded_for_quoting

TEXTS = st.text(alphabet="ab'’‘\"“- –—\n\t…é\u0301👩\u200d💻.", max_size=60)


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("I’d walk — twice.", "I'd walk - twice", ["I’d walk — twice"]),
        ("one\n\ttwo  three", "one two three", ["one\n\ttwo  three"]),
        ("and then… nothing", "then... nothing", ["then… nothing"]),
        ("un\u00adder\u200bstand", "understand", ["un\u00adder\u200bstand"]),
        ("cafe\u0301 au lait", "café au", ["cafe\u0301 au"]),
        ("café au lait", "cafe\u0301 au", ["café au"]),
        ("a 👩\u200d💻 at work", "👩\u200d💻 at", ["👩\u200d💻 at"]),
        ("so so so", "so so", ["so so", "so so"]),
        ("So it goes", "so it", []),
        ("anything", "  ", []),
    ],
)
def test_a_quote_is_found_where_it_stands(text, quote, found):
    assert [place.words(text) for place in Quotable(text).places(quote)] == found


def test_exact_words_win_over_those_that_only_look_alike():
    text = "it’s here, it's there"

    assert [place.start for place in Quotable(text).places("it's")] == [11]


def test_a_quote_that_stands_everywhere_is_not_listed_without_end():
    assert len(Quotable("a" * 500).places("a")) == MOST_PLACES


@given(TEXTS, st.data())
def test_every_stretch_of_a_text_is_found_in_it(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end].strip()

    places = Quotable(text).places(quote)

    if quote and len(places) < MOST_PLACES:
        lead = len(text[start:end]) - len(text[start:end].lstrip())
        assert any(place.start == start + lead and place.end == start + lead + len(quote) for place in places)


@given(TEXTS, st.data())
def test_a_quote_with_other_typography_is_found_and_says_the_same(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = unicodedata.normalize("NFC", folded_for_quoting(text[start:end]).text.strip())

    for place in Quotable(text).places(quote):
        assert quote in folded_for_quoting(place.words(text)).text
