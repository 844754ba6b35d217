from __future__ import annotations

import pytest

from tests.study.framework_study import charted, coded, records, resting, theme, with_source, with_themes, work
from trellis.core.chart import Blank, Cell, Evidence, Statement
from trellis.core.coding import Coding
from trellis.core.errors import Invalid, NotFound
from trellis.core.framework import ThemeTodo, TodoState
from trellis.core.framework_todo import TodoKind
from trellis.core.framework_wording import Rewording, Wording
from trellis.core.memo import Reading


def kinds(study) -> list[tuple[TodoKind, str]]:
    return [(item.kind, item.label) for item in study.framework.todo_items()]


def items(study, **which) -> list[str]:
    return [item.item for item in study.framework.todo_items(**which)]


@pytest.fixture
def split(study):
    """A theme with a coding and a cell, that was split in two."""
    with_themes(study, "Support", ">Supervision")
    placed = with_source(study)
    coded(study, placed, "1.1")
    charted(study, placed, "1.1", "An hour a month.")
    study.framework.split("1.1", [Wording("Formal"), Wording("Colleagues")], reason="two things")
    return study


def test_nothing_is_to_do_before_the_framework_changes(study):
    with_themes(study, "Support")
    placed = with_source(study)
    coded(study, placed, "1")
    charted(study, placed, "1", "Some.")

    assert items(study) == []


def test_a_redefined_theme_wants_its_codings_and_cells_checked(study):
    with_themes(study, "Support", "Team")
    placed = with_source(study)
    for given in ("1", "2"):
        coded(study, placed, given)
        charted(study, placed, given, "Some.")

    study.framework.redefine("1", Rewording(definition="Help."), reason="too wide")

    assert kinds(study) == [(TodoKind.CHECK, "1 Support"), (TodoKind.CELL, "1 Support")]
    told = ("check coding", "1 Support", "one", "Ana", "INT:", "redefined: too wide")
    assert study.framework.todo().rows()[0][:6] == told


def test_what_is_still_right_leaves_the_list(study):
    with_themes(study, "Support")
    placed = with_source(study)
    coded(study, placed, "1")
    charted(study, placed, "1", "Some.")
    study.framework.redefine("1", Rewording(definition="Help."))
    study.framework.redefine("1", Rewording(definition="Aid."))

    assert study.framework.keep(items(study)) == 2

    assert items(study) == []
    assert {todo.state for todo in records(study, ThemeTodo)} == {TodoState.KEPT}


def test_a_split_theme_has_its_codings_allocated_and_its_cells_looked_at(split):
    label = "“Supervision” (split)"

    assert kinds(split) == [(TodoKind.ALLOCATE, label), (TodoKind.CELL, label)]
    assert "split into 1.1 Formal, 1.2 Colleagues: two things" in split.framework.todo_items()[0].why


def test_a_coding_of_a_split_theme_cannot_stay_there(split):
    with pytest.raises(Invalid, match="say which theme it moves to"):
        split.framework.keep(items(split, kind="allocate"))


def test_a_coding_is_allocated_to_one_theme(split):
    split.framework.reallocate(items(split, kind="allocate"), ["Formal"])

    (coding,) = records(split, Coding)
    assert coding.theme == theme(split, "Formal").k
    assert items(split, kind="allocate") == []


def test_a_coding_may_belong_to_both(split):
    split.framework.reallocate(items(split, kind="allocate"), ["Formal", "Colleagues"])

    found = records(split, Coding)
    assert sorted(coding.theme for coding in found) == [theme(split, "Formal").k, theme(split, "Colleagues").k]
    assert len({coding.origins for coding in found}) == 1


def test_a_coding_that_stands_there_already_becomes_one_with_it(study):
    with_themes(study, "Support", "Team")
    placed = with_source(study)
    first = coded(study, placed, "1")
    coded(study, placed, "2")
    study.framework.redefine("2", Rewording(definition="d"))

    study.framework.reallocate(items(study), ["1"])

    assert [coding.k for coding in records(study, Coding)] == [first]
    assert [(todo.coding, todo.state) for todo in records(study, ThemeTodo)] == [(first, TodoState.MOVED)]


def test_a_coding_that_is_removed_leaves_its_evidence_to_be_looked_at(split):
    resting(split, records(split, Coding)[0].k)

    split.framework.remove(items(split, kind="allocate"))

    (evidence,) = records(split, Evidence)
    assert records(split, Coding) == records(split, ThemeTodo) == []
    assert (evidence.coding, evidence.seen, evidence.start) == (None, 0, 0)


def test_a_cell_of_a_split_theme_is_kept_or_moves_with_its_statements(split):
    old = theme(split, "Formal").k
    (item,) = items(split, kind="check cell")

    split.framework.reallocate([item], ["Formal"])

    (cell,) = records(split, Cell)
    (line,) = records(split, Statement)
    assert cell.theme == line.theme == old
    assert line.origin_theme is not None
    assert items(split, kind="check cell") == []


def test_a_cell_is_not_removed_from_the_list(split):
    with pytest.raises(Invalid, match="mend it in the chart"):
        split.framework.remove(items(split, kind="check cell"))


def test_cells_that_a_merge_only_carried_along_are_accepted_together(study):
    with_themes(study, "Alone", "Isolation")
    one, two, three = (with_source(study, name) for name in ("one", "two", "three"))
    charted(study, one, "2", "Carried.")
    charted(study, two, "1", "Here.")
    charted(study, two, "2", "And there.")
    charted(study, three, "1", blank=Blank.NOT_ASKED)
    charted(study, three, "2", blank=Blank.NOT_RAISED)
    study.framework.merge(["2"], "1", reason="one thing")
    assert len(items(study, kind="check cell")) == 3

    assert study.framework.accept_moved() == 1

    assert [item.place for item in study.framework.todo_items()] == ["two", "three"]


def test_no_cell_is_only_moved_where_the_theme_says_something_else_now(study):
    with_themes(study, "Alone", "Isolation")
    charted(study, with_source(study), "2", "Carried.")

    study.framework.merge(["2"], "1", Rewording(definition="Both."))

    assert study.framework.accept_moved() == 0
    assert len(items(study)) == 1


def test_a_source_indexed_before_a_theme_was_born_is_to_be_read_again(study):
    with_themes(study, "Support")
    coded(study, with_source(study, "early"), "1")
    study.framework.add(Wording("Team"), reason="kept writing it in the margin")
    coded(study, with_source(study, "late"), "1")

    (item,) = study.framework.todo_items()

    assert (item.kind, item.place, item.label) == (TodoKind.READ, "early", "2 Team")
    assert item.why == "added: kept writing it in the margin"


def test_a_source_read_again_or_indexed_under_the_theme_is_done(study):
    with_themes(study, "Support")
    one, two = with_source(study, "one"), with_source(study, "two")
    coded(study, one, "1")
    coded(study, two, "1")
    study.framework.add(Wording("Team"))

    coded(study, two, "2")
    study.framework.keep(items(study, place="one"))

    assert items(study) == []
    assert [log.how for log in records(study, Reading)] == ["again for Team"]


def test_the_reading_log_of_one_day_is_added_to(study):
    with_themes(study, "Support")
    coded(study, with_source(study), "1")
    for name in ("Team", "Desks"):
        study.framework.add(Wording(name))
        study.framework.keep(items(study))

    assert [log.how for log in records(study, Reading)] == ["again for Team; again for Desks"]


def test_the_list_is_narrowed_by_theme_place_and_kind(split):
    assert items(split, theme="supervision") == items(split)
    assert items(split, theme="1.1") == []
    assert items(split, place="nowhere") == []
    assert len(items(split, kind="check")) == 1


def test_the_list_is_counted(split):
    assert [row[0] for row in split.framework.todo_counts().rows()] == ["allocate coding", "check cell"]
    assert [row[3] for row in split.framework.todo_counts().rows()] == [1, 1]


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda it, _some: it.keep(["coding:1"]), "not on the to-do list"),
        (lambda it, some: it.reallocate(some, []), "say which theme"),
        (lambda it, some: it.reallocate(some, ["Nothing"]), "no theme"),
    ],
)
def test_what_cannot_be_settled_is_told(split, call, told):
    with pytest.raises((NotFound, Invalid), match=told):
        call(split.framework, items(split, kind="allocate"))


def test_what_stands_under_a_theme_does_not_move_there(study):
    with_themes(study, "Support")
    coded(study, with_source(study), "1")
    study.framework.redefine("1", Rewording(definition="d"))

    with pytest.raises(Invalid, match="still right"):
        study.framework.reallocate(items(study), ["1"])


def test_settling_undoes_exactly(split):
    resting(split, records(split, Coding)[0].k)
    allocate, cell = items(split, kind="allocate"), items(split, kind="check cell")
    coded(split, with_source(split, "two"), "Formal")
    split.framework.add(Wording("Team"))
    calls = [
        lambda it: it.reallocate(allocate, ["Formal", "Colleagues"]),
        lambda it: it.remove(allocate),
        lambda it: it.keep(cell),
        lambda it: it.reallocate(cell, ["1"]),
        lambda it: it.keep(items(split, kind="read")),
    ]
    for call in calls:
        before = split.history.dump()

        call(split.framework)
        split.history.undo()

        assert split.history.dump() == before
    assert split.history.check() == []
    with work(split).read() as reader:
        assert reader.all(ThemeTodo)[0].state is TodoState.OPEN
