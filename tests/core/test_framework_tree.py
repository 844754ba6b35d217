from __future__ import annotations

import pytest

from tests.core.framework_trees import a_theme, a_tree
from trellis.core.errors import Invalid
from trellis.core.framework import ThemeState
from trellis.core.framework_tree import Spot, Tree


def test_a_label_is_number_and_name_or_name_and_fate():
    tree = Tree([a_theme(1, "Support"), a_theme(2, "Isolation", state=ThemeState.RETIRED)])

    assert tree.label(1) == "1 Support"
    assert tree.label(2) == "“Isolation” (retired)"
    assert tree.number(2) == ""


def test_what_is_below_is_told_in_order():
    tree = a_tree(None, 1, 2, None)

    assert [theme.k for theme in tree.below(1)] == [2, 3]
    assert tree.is_below(3, 1)
    assert not tree.is_below(4, 1)


def test_a_position_behind_a_sibling_of_equal_position_is_found():
    tree = Tree([a_theme(1, pos="V"), a_theme(2, pos="V"), a_theme(3, pos="X")])

    assert "V" < tree.position(Spot(None, 1)) < "X"


def test_open_codes_stand_outside_the_framework():
    tree = Tree([a_theme(1), a_theme(2, state=ThemeState.CODE)])

    assert [code.k for code in tree.codes()] == [2]
    assert [theme.k for _, theme in tree.in_order()] == [1]
    with pytest.raises(Invalid, match="place it first"):
        tree.require_active(2, "be moved")
