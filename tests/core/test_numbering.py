from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trellis.core.framework import Origin, Theme, ThemeState
from trellis.core.numbering import in_order, numbered_themes


def a_theme(k, parent=None, pos="V", state=ThemeState.ACTIVE):
    return Theme(k, 0, parent, pos, f"theme {k}", "", "", "", "", Origin.UNSTATED, state, 0)


def test_numbers_are_positions_among_siblings():
    themes = [a_theme(3, 1, "B"), a_theme(2, 1, "A"), a_theme(4, None, "W"), a_theme(1, None, "V")]

    assert [(number, theme.k) for number, theme in in_order(themes)] == [("1", 1), ("1.1", 2), ("1.2", 3), ("2", 4)]


def test_retired_themes_and_open_codes_carry_no_number():
    themes = [a_theme(1, state=ThemeState.RETIRED), a_theme(2, pos="W"), a_theme(3, state=ThemeState.CODE)]

    assert [(number, theme.k) for number, theme in numbered_themes(themes)] == [("1", 2)]


@given(st.lists(st.integers(0, 12), max_size=30))
def test_every_theme_gets_one_number_below_that_of_its_parent(parents):
    themes = [a_theme(at, parent if 0 < parent < at else None) for at, parent in enumerate(parents, 1)]

    numbers = {theme.k: number for number, theme in in_order(themes)}

    assert len(set(numbers.values())) == len(themes)
    assert all(t.parent is None or numbers[t.k].rpartition(".")[0] == numbers[t.parent] for t in themes)
