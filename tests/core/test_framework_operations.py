from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.framework_trees import a_theme, a_tree, lines
from trellis.core.errors import AlreadyThere, Invalid, TrellisError
from trellis.core.framework import Operation, ThemeState
from trellis.core.framework_operations import add, merge, move, open_code, place, redefine, rename, retire, split
from trellis.core.framework_tree import Spot, Tree
from trellis.core.framework_wording import Rewording, Wording
from trellis.core.keys import NO_KEY


def test_a_theme_is_added_behind_the_sibling_named():
    tree = a_tree(None, 1, 1)

    after = add(tree, 9, Wording("New"), Spot(1, 2)).applied(tree)

    assert lines(after) == ["1 T1", "1.1 T2", "1.2 New", "1.3 T3"]


def test_a_theme_is_added_first_or_last():
    tree = a_tree(None, None)

    first = add(tree, 9, Wording("New"), Spot(None, NO_KEY)).applied(tree)
    last = add(tree, 9, Wording("New"), Spot()).applied(tree)

    assert lines(first)[0] == "1 New"
    assert lines(last)[-1] == "3 New"


def test_a_sibling_of_that_name_is_refused_in_any_case():
    with pytest.raises(AlreadyThere, match="1 T1 is there already"):
        add(a_tree(None), 9, Wording("t1"), Spot())


def test_a_sibling_that_is_somewhere_else_is_named():
    with pytest.raises(
        Invalid, match=r"2 T3 cannot come before the theme, as it is not under 1 T1; there stand: 1.1 T2"
    ):
        add(a_tree(None, 1, None), 9, Wording("New"), Spot(1, 3))


@pytest.mark.parametrize("state", [ThemeState.RETIRED, ThemeState.SPLIT, ThemeState.MERGED, ThemeState.CODE])
def test_a_parent_out_of_the_framework_is_refused(state):
    tree = Tree([a_theme(1, state=state)])

    with pytest.raises(Invalid, match="not in the framework"):
        add(tree, 9, Wording("New"), Spot(1))


@pytest.mark.parametrize("name", ["", "  ", "n" * 201])
def test_a_name_must_be_there_and_fit(name):
    with pytest.raises(Invalid, match="name"):
        add(a_tree(None), 9, Wording(name), Spot())


def test_moving_takes_everything_under_the_theme_along():
    tree = a_tree(None, 1, 2, None)

    after = move(tree, 2, Spot(4)).applied(tree)

    assert lines(after) == ["1 T1", "2 T4", "2.1 T2", "2.1.1 T3"]


@pytest.mark.parametrize("target", [1, 2, 3])
def test_moving_into_itself_or_below_is_refused(target):
    with pytest.raises(Invalid, match="a part of it"):
        move(a_tree(None, 1, 2), 1, Spot(target))


def test_moving_behind_itself_is_refused():
    with pytest.raises(Invalid, match="after itself"):
        move(a_tree(None, None), 1, Spot(None, 1))


def test_a_name_that_stays_is_no_change():
    with pytest.raises(Invalid, match="nothing was changed"):
        rename(a_tree(None), 1, "T1")


def test_redefining_tells_apart_what_is_meant_and_how_it_is_said():
    tree = a_tree(None)

    assert redefine(tree, 1, Rewording(include="more")).redefined == {1}
    assert redefine(tree, 1, Rewording(example="e.g.")).redefined == set()
    assert redefine(tree, 1, Rewording(include="more"), wording_only=True).redefined == set()


def test_redefining_with_a_new_name_is_renaming_too():
    outcome = redefine(a_tree(None), 1, Rewording(name="New", definition="d"))

    assert [record.kind for record in outcome.records] == [Operation.REDEFINE, Operation.RENAME]


def test_a_split_needs_two():
    with pytest.raises(Invalid, match="into 1; a split needs two"):
        split(a_tree(None), 1, [(9, Wording("A"))])


def test_a_split_into_two_of_one_name_is_refused():
    with pytest.raises(AlreadyThere, match="same name twice"):
        split(a_tree(None), 1, [(8, Wording("A")), (9, Wording("a"))])


def test_a_split_may_keep_the_old_name_for_one_part():
    tree = a_tree(None, None)

    after = split(tree, 1, [(8, Wording("T1")), (9, Wording("B"))]).applied(tree)

    assert lines(after) == ["1 T1", "2 B", "3 T2"]
    assert after.themes[1].state is ThemeState.SPLIT


def test_sub_themes_of_a_split_theme_go_where_they_are_sent():
    tree = a_tree(None, 1)
    parts = [(8, Wording("A")), (9, Wording("B"))]

    with pytest.raises(Invalid, match=r"1.1 T2.*which of the new themes takes them"):
        split(tree, 1, parts)
    after = split(tree, 1, parts, 9).applied(tree)

    assert lines(after) == ["1 A", "2 B", "2.1 T2"]


def test_a_theme_is_not_merged_with_itself():
    with pytest.raises(Invalid, match="cannot be merged with itself"):
        merge(a_tree(None), [1], 1, Rewording())


def test_a_theme_is_not_merged_into_its_own_sub_theme():
    with pytest.raises(Invalid, match="its own sub-theme"):
        merge(a_tree(None, 1, 2), [1], 3, Rewording())


def test_a_sub_theme_may_go_into_its_theme_and_leaves_its_own_there():
    tree = a_tree(None, 1, 2, 1)

    after = merge(tree, [2], 1, Rewording()).applied(tree)

    assert lines(after) == ["1 T1", "1.1 T4", "1.2 T3"]


def test_a_merged_theme_may_take_the_name_of_one_that_goes_and_of_no_other():
    tree = a_tree(None, None, None)

    assert merge(tree, [2], 1, Rewording(name="T2")).applied(tree).themes[1].name == "T2"
    with pytest.raises(AlreadyThere, match="3 T3"):
        merge(tree, [2], 1, Rewording(name="T3"))


def test_a_theme_is_not_merged_into_an_open_code():
    tree = Tree([a_theme(1), a_theme(2, state=ThemeState.CODE)])

    with pytest.raises(Invalid, match="open code"):
        merge(tree, [1], 2, Rewording())


def test_sub_themes_in_use_are_retired_only_when_asked():
    tree = a_tree(None, 1, 2)

    with pytest.raises(Invalid, match=r"1.1 T2, 1.1.1 T3"):
        retire(tree, 1)
    after = retire(tree, 1, with_sub_themes=True).applied(tree)

    assert {theme.state for theme in after.themes.values()} == {ThemeState.RETIRED}


def test_a_theme_that_is_gone_cannot_be_worked_with():
    tree = Tree([replace(a_theme(1), state=ThemeState.MERGED), a_theme(2)])

    for call in (lambda: rename(tree, 1, "x"), lambda: retire(tree, 1), lambda: move(tree, 1, Spot())):
        with pytest.raises(Invalid, match=r"“T1” \(merged\)"):
            call()


def test_only_an_open_code_is_placed():
    tree = Tree([a_theme(1), a_theme(2, state=ThemeState.CODE)])

    assert lines(place(tree, 2, Spot(1)).applied(tree)) == ["1 T1", "1.1 T2"]
    with pytest.raises(Invalid, match="not an open code"):
        place(tree, 1, Spot())


def _some_operation(draw, tree, fresh):
    keys = st.sampled_from(sorted(tree.themes))
    spot = Spot(draw(st.none() | keys), draw(st.none() | st.just(NO_KEY) | keys))
    k, other = draw(keys), draw(keys)
    parts = [(fresh, Wording(f"T{fresh}")), (fresh + 1, Wording(f"T{fresh + 1}"))]
    calls = (
        lambda: add(tree, fresh, Wording(f"T{fresh}"), spot),
        lambda: move(tree, k, spot),
        lambda: merge(tree, [k], other, Rewording()),
        lambda: split(tree, k, parts, fresh),
        lambda: retire(tree, k, with_sub_themes=True),
        lambda: rename(tree, k, f"R{fresh}"),
    )
    return draw(st.sampled_from(calls))


@given(st.data())
def test_after_any_operations_numbers_are_positions_and_every_active_theme_has_one(data):
    tree = a_tree(None, 1, 1, None, 4)
    for step in range(8):
        try:
            tree = _some_operation(data.draw, tree, 100 + 2 * step)().applied(tree)
        except TrellisError:
            continue

    listed = tree.in_order()
    below: dict[str, int] = {}
    for number, _ in listed:
        parent, _, last = number.rpartition(".")
        below[parent] = below.get(parent, 0) + 1
        assert int(last) == below[parent]
    assert {t.k for _, t in listed} == {t.k for t in tree.themes.values() if t.state is ThemeState.ACTIVE}


def test_an_open_code_waits_behind_the_others():
    tree = Tree([a_theme(1, state=ThemeState.CODE, name="first", pos="V")])

    made = open_code(tree, 2, Wording("second"))

    assert made.state is ThemeState.CODE
    assert made.pos > "V"


def test_two_open_codes_do_not_share_a_name():
    tree = Tree([a_theme(1, state=ThemeState.CODE, name="Waiting", pos="V")])

    with pytest.raises(AlreadyThere, match="index under it"):
        open_code(tree, 2, Wording("waiting"))
