from __future__ import annotations

import pytest

from tests.core.framework_trees import a_tree
from trellis.core.framework import FrameworkVersion, Operation, ThemeOperation
from trellis.core.framework_operations import add, merge, move, redefine, rename, retire, split
from trellis.core.framework_tree import Spot
from trellis.core.framework_versions import (
    Kind,
    Size,
    became,
    compared,
    earlier_numbers,
    next_name,
    printed_now,
    sightings,
    size_of,
    snapshot,
)
from trellis.core.framework_wording import Rewording, Wording
from trellis.core.keys import NO_KEY


def differences(tree, after):
    found = compared(printed_now(tree), printed_now(after))
    return [(it.kind, theme.name) for it in found for theme in [it.after or it.before] if theme]


def a_version(tree, number: int = 1) -> FrameworkVersion:
    return FrameworkVersion(900 + number, 0, number, f"v{number}", "", snapshot(tree), 1, number)


def done(outcome) -> list[ThemeOperation]:
    return [
        ThemeOperation(at, 0, record.kind, record.theme, record.into, record.was, "", None, 1, 1)
        for at, record in enumerate(outcome.records)
    ]


def test_equal_frameworks_do_not_differ():
    assert differences(a_tree(None, 1), a_tree(None, 1)) == []


def test_a_theme_that_comes_in_is_born_and_the_next_one_renumbered():
    tree = a_tree(None, None)

    after = add(tree, 9, Wording("New"), Spot(None, NO_KEY)).applied(tree)

    assert differences(tree, after) == [(Kind.BORN, "New"), (Kind.RENUMBERED, "T1"), (Kind.RENUMBERED, "T2")]


def test_a_theme_moved_among_its_siblings_is_moved_and_they_are_not():
    tree = a_tree(None, None, None)

    after = move(tree, 1, Spot()).applied(tree)

    assert (Kind.MOVED, "T1") in differences(tree, after)
    assert (Kind.RENUMBERED, "T2") in differences(tree, after)
    assert (Kind.MOVED, "T2") not in differences(tree, after)


def test_a_sub_theme_whose_theme_moved_is_renumbered():
    tree = a_tree(None, None, 2)

    after = move(tree, 2, Spot(1)).applied(tree)

    assert differences(tree, after) == [(Kind.MOVED, "T2"), (Kind.RENUMBERED, "T3")]


def test_name_meaning_and_wording_are_told_apart():
    tree = a_tree(None, None, None)
    after = rename(tree, 1, "N1").applied(tree)
    after = redefine(after, 2, Rewording(definition="d")).applied(after)
    after = redefine(after, 3, Rewording(example="e")).applied(after)

    assert differences(tree, after) == [(Kind.RENAMED, "N1"), (Kind.REDEFINED, "T2"), (Kind.REWORDED, "T3")]


@pytest.mark.parametrize(
    ("change", "size"),
    [
        (lambda t: rename(t, 1, "N"), Size.PATCH),
        (lambda t: add(t, 9, Wording("N"), Spot()), Size.MINOR),
        (lambda t: move(t, 2, Spot(1)), Size.MINOR),
        (lambda t: redefine(t, 1, Rewording(definition="d")), Size.MAJOR),
        (lambda t: merge(t, [2], 1, Rewording()), Size.MAJOR),
        (lambda t: retire(t, 2), Size.MAJOR),
    ],
)
def test_the_size_follows_the_largest_difference(change, size):
    tree = a_tree(None, None)

    after = change(tree).applied(tree)

    assert size_of(compared(printed_now(tree), printed_now(after))) is size


@pytest.mark.parametrize(
    ("name", "size", "following"),
    [
        ("v1", Size.MAJOR, "v2"),
        ("v1.2.3", Size.MAJOR, "v2"),
        ("v1", Size.MINOR, "v1.1"),
        ("1.1", Size.PATCH, "1.1.1"),
        ("v3", Size.NONE, "v3"),
        ("final", Size.MAJOR, "v1"),
    ],
)
def test_the_next_name_follows_habit(name, size, following):
    assert next_name(name, size) == following


def test_what_a_theme_became_is_followed_to_the_end():
    tree = a_tree(None, None, None)
    first = split(tree, 1, [(8, Wording("A")), (9, Wording("B"))])
    tree = first.applied(tree)
    second = merge(tree, [9], 2, Rewording())
    tree = second.applied(tree)

    told = became(1, tree, done(first) + done(second))

    assert told == "split into 1 A, merged into 2 T2"


def test_a_retired_theme_is_said_to_be_retired():
    tree = a_tree(None)
    outcome = retire(tree, 1)

    assert became(1, outcome.applied(tree), done(outcome)) == "retired"
    assert outcome.records[0].kind is Operation.RETIRE


def test_a_number_is_sighted_today_and_in_each_version_newest_first():
    tree = a_tree(None, None)
    moved = move(tree, 1, Spot()).applied(tree)
    versions = [a_version(tree, 1), a_version(moved, 2)]

    found = sightings("1.", moved, versions)

    assert [(it.version, it.theme.name) for it in found] == [("", "T2"), ("v2", "T2"), ("v1", "T1")]
    assert earlier_numbers(1, "2", versions) == "was 1 in v1"
    assert earlier_numbers(7, "2", versions) == ""
