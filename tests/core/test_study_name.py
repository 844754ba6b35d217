from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.core.errors import Invalid
from trellis.core.study_name import is_study_name, name_from, require_study_name


@pytest.mark.parametrize("name", ["roles", "New roles 2026", "Rôles-2", "研究", "a.b", "x" * 100])
def test_plain_names_are_taken(name):
    assert require_study_name(name) == name


@pytest.mark.parametrize(
    "name",
    ["", " ", "a ", ".a", "..", "a/b", "a\\b", "a:b", "a\x00", "a\n", "con", "COM1", "lpt9.x", "a.", "~a", "x" * 101],
)
def test_other_names_are_refused(name):
    with pytest.raises(Invalid):
        require_study_name(name)


@pytest.mark.parametrize("name", ["e\u0301", "a\u202eb", "\ud800"])
def test_letters_that_look_like_others_are_refused(name):
    assert not is_study_name(name)


@given(st.text(max_size=400))
def test_every_title_gives_a_name_that_a_file_may_have(title):
    assert is_study_name(name_from(title))


def test_a_name_keeps_the_words_of_its_title():
    assert name_from("New roles: who decides?") == "New roles who decides"
