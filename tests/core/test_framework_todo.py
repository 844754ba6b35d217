from __future__ import annotations

import pytest

from tests.core.framework_trees import a_tree
from trellis.core.framework import FrameworkVersion, Operation, ThemeOperation
from trellis.core.framework_todo import Birth, Indexed, unread_since, why

SOURCE, OLD, NEW = 1, 10, 11


def a_version(k: int, number: int, at: int, *themes: int) -> FrameworkVersion:
    listed = tuple((theme, None, "1", "T", "", "", "", "", "") for theme in themes)
    return FrameworkVersion(k, 0, number, f"v{number}", "", listed, 1, at)


V1, V2 = a_version(101, 1, 100, OLD), a_version(102, 2, 300, OLD, NEW)
BIRTH = Birth(NEW, 200, 7)


@pytest.mark.parametrize(
    ("made", "versions", "unread"),
    [
        (Indexed(SOURCE, None, 50), [], True),
        (Indexed(SOURCE, None, 250), [], False),
        (Indexed(SOURCE, 101, 150), [V1], True),
        (Indexed(SOURCE, 101, 250), [V1], False),
        (Indexed(SOURCE, 101, 400), [V1, V2], True),
        (Indexed(SOURCE, 102, 400), [V1, V2], False),
        (Indexed(SOURCE, 102, 150), [V1, V2], False),
    ],
    ids=["before", "after", "before, in v1", "after, in v1", "later, said to be v1", "in v2", "said to be v2"],
)
def test_a_source_is_unread_for_a_theme_it_could_not_know(made, versions, unread):
    assert bool(unread_since([BIRTH], [made], versions, frozenset())) is unread


def test_one_coding_under_the_theme_settles_it():
    assert unread_since([BIRTH], [Indexed(SOURCE, None, 50)], [], frozenset({(SOURCE, NEW)})) == []


def test_a_source_indexed_twice_knows_what_the_later_time_knew():
    made = [Indexed(SOURCE, 101, 150), Indexed(SOURCE, 102, 400)]

    assert unread_since([BIRTH], made, [V1, V2], frozenset()) == []


def test_a_reason_stands_behind_what_was_done():
    tree = a_tree(None)

    def done(kind, into=(), reason="", was=("T1",)):
        return ThemeOperation(5, 0, kind, 1, into, was, reason, None, 1, 1)

    assert why(done(Operation.REDEFINE, reason="too wide"), tree, []) == "redefined: too wide"
    assert why(done(Operation.MERGE, (9,)), tree, []) == "“T1” was merged into it"
    assert why(done(Operation.MERGE, (1,)), tree, []) == "said otherwise when it took others in"
    assert why(done(Operation.MOVE), tree, []) == "move"
