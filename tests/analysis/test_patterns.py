from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.analysis.patterns import is_safe, literal_prefix, sought
from trellis.core.errors import BadQuery


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("übung", "die U\u0308BUNG und Ubung", ["U\u0308BUNG", "Ubung"]),
        (r"\bcar\b", "car, cart, CAR", ["car", "CAR"]),
        ("x*", "axxb", ["xx"]),
        ("^so", "so\nso", ["so", "so"]),
        ("👩", "👩\u200d💻", ["👩\u200d💻"]),
    ],
)
def test_a_pattern_is_found_without_case_and_diacritics(pattern, text, found):
    assert [place.words(text) for place in sought(pattern).found(text)] == found


def test_a_broken_pattern_says_where():
    with pytest.raises(BadQuery, match="at character"):
        sought("a(b")


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bcar\b", '"car"'),
        (r"\bcars?\b", '"car" *'),
        (r"\bsuperv\w+", '"superv" *'),
        (r"my car\b", '"car"'),
        (r"\bcar|bus", None),
        (r"(\bcar)?bus", None),
        (r"[ car]", None),
        (r"\\bcar", None),
        (r"\w+care", None),
        (r" ?car", None),
        (r"a \bx{0}", None),
    ],
)
def test_a_word_is_needed_only_where_it_is_sure(pattern, needed):
    assert literal_prefix(pattern) == needed


@given(
    st.lists(st.sampled_from([r"\b", " ", "car", "a", "s?", "x*", r"\w+", "[ab]", "b+", r"\s+"]), max_size=6),
    st.lists(st.sampled_from(["car", "a", "s", "x", "b", " ", ".", "cars", "é"]), max_size=8),
)
def test_no_part_is_passed_over_by_narrowing(pieces, words):
    text, look = "".join(words), sought("".join(pieces))
    tokens = "".join(letter if letter.isalnum() else " " for letter in text.replace("é", "e")).split()

    if any(True for _ in look.found(text)) and look.needed is not None:
        wanted = look.needed.strip('* "')
        whole = not look.needed.endswith("*")
        assert any(token == wanted if whole else token.startswith(wanted) for token in tokens)


@pytest.mark.parametrize("pattern", [r"\bcare\w*", "colou?r", "(?:care|work)[*+]{2}", r"a\+b\*c+"])
def test_a_pattern_with_one_repetition_is_safe(pattern):
    assert is_safe(pattern)


@pytest.mark.parametrize("pattern", ["(a+)+b", r"\w*\s\w*x", "(a(?R)?b)", "a?b?c?d", "(?i)care"])
def test_a_pattern_that_may_run_long_is_watched(pattern):
    assert not is_safe(pattern)
