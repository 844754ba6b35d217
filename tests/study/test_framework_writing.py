from __future__ import annotations

import pytest

from tests.study.framework_study import (
    charted,
    coded,
    names,
    records,
    theme,
    with_source,
    with_themes,
)
from trellis.core.chart import Cell
from trellis.core.coding import Coding
from trellis.core.errors import AlreadyThere
from trellis.core.framework import Operation, ThemeOperation, ThemeTodo
from trellis.core.framework_wording import Rewording, Wording


def test_renaming_and_moving_leave_codings_alone(study):
    with_themes(study, "Support", ">Supervision", "Team")
    placed = with_source(study)
    coded(study, placed, "1.1")
    before = records(study, Coding)

    study.framework.rename("1.1", "Formal supervision", reason="says what is left")
    study.framework.move("1.1", "2")

    assert names(study) == ["1 Support", "2 Team", "2.1 Formal supervision"]
    assert records(study, Coding) == before
    assert records(study, ThemeTodo) == []


def test_redefining_puts_each_coding_on_the_list(study):
    with_themes(study, "Support", ">Supervision")
    placed = with_source(study)
    k = coded(study, placed, "1.1")
    coded(study, placed, "1")

    done = study.framework.redefine("1.1", Rewording(definition="Booked talk."), reason="too wide")

    assert done.codings == 1
    assert [todo.coding for todo in records(study, ThemeTodo)] == [k]
    assert theme(study, "1.1").defined > theme(study, "1").defined


def test_mending_the_wording_only_puts_nothing_on_the_list(study):
    with_themes(study, "Support")
    coded(study, with_source(study), "1")

    study.framework.redefine("1", Rewording(definition="Help."), wording_only=True)

    assert records(study, ThemeTodo) == []
    assert theme(study, "1").definition == "Help."


def test_splitting_puts_new_themes_in_place_and_guesses_nothing(study):
    with_themes(study, "Support", ">Supervision", ">Other")
    placed = with_source(study)
    k = coded(study, placed, "1.1")
    charted(study, placed, "1.1", "An hour a month.")
    old = theme(study, "1.1").k

    study.framework.split("1.1", [Wording("Formal"), Wording("Colleagues")], reason="two things")

    assert names(study) == ["1 Support", "1.1 Formal", "1.2 Colleagues", "1.3 Other"]
    assert records(study, Coding)[0].theme == old
    assert [todo.coding for todo in records(study, ThemeTodo)] == [k]
    assert records(study, Cell)[0].theme == old


def test_a_retired_theme_keeps_its_codings(study):
    with_themes(study, "Support", "Resentment")
    coded(study, with_source(study), "2")
    before = records(study, Coding)

    study.framework.retire("2", reason="nobody used the word")

    assert records(study, Coding) == before
    assert names(study) == ["1 Support"]


def test_an_operation_keeps_what_was_who_and_why(study):
    with_themes(study, "Support")

    study.framework.rename("1", "Help", reason="plainer")

    done = records(study, ThemeOperation)[-1]
    assert (done.kind, done.was[0], done.was[5], done.reason) == (Operation.RENAME, "Support", "1", "plainer")
    assert study.framework.operations().rows()[-1][1:] == ("Ana", "rename", "1 Support", "1 Help", "plainer")


def test_several_themes_with_their_sub_themes_are_one_change(study):
    before = study.history.number()
    lines = [(Wording("Travel"), Wording("Getting there"), Wording("Cost")), Wording("Work")]

    study.framework.add_all(lines)

    listed = [f"{node.number} {node.name}" for node in study.framework.now().themes]
    assert listed[-4:] == ["1 Travel", "1.1 Getting there", "1.2 Cost", "2 Work"]
    assert study.history.number() == before + 1
    study.history.undo()
    assert study.framework.now().themes == ()


def test_several_sub_themes_go_behind_the_last(study):
    study.framework.add_all([(Wording("Travel"), Wording("Getting there"))])

    study.framework.add_all([Wording("Cost"), Wording("Time")], "1")

    assert [node.name for node in study.framework.now().themes] == ["Travel", "Getting there", "Cost", "Time"]


def test_one_name_that_is_taken_leaves_all_of_them_out(study):
    study.framework.add_all([Wording("Travel")])

    with pytest.raises(AlreadyThere):
        study.framework.add_all([Wording("Work"), Wording("Travel")])

    assert [node.name for node in study.framework.now().themes] == ["Travel"]
