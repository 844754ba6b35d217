"""What both copies changed: listed with both states, settled one by one."""

from __future__ import annotations

import pytest

from tests.study.copies import code, codings, copied, merged, snapshot, sound, theme_of
from tests.study.picking import records
from trellis.core.chart import Cell, Statement
from trellis.core.errors import Invalid, NotFound


def test_the_same_field_changed_on_both_sides_waits_with_both_states(ana, ben, tmp_path):
    ana.framework.rename("1", "Labour")
    ben.framework.rename("1", "Toil")

    done = merged(ana, ben, tmp_path)

    assert done.conflicts == 1
    assert {row["what"]: row["to settle"] for row in done.table.records()} == {"theme": 1, "person": None}
    line = ana.apart.conflicts().records()[0]
    assert (line["ours"], line["by"], line["theirs"], line["by whom"]) == ("Labour", "Ana", "Toil", "Ben")
    assert theme_of(ana, "Labour").name == "Labour"


@pytest.mark.parametrize(("take", "name"), [("ours", "Labour"), ("theirs", "Toil"), ("Graft", "Graft")])
def test_a_conflict_is_settled_by_taking_one_or_writing_another(ana, ben, tmp_path, take, name):
    ana.framework.rename("1", "Labour")
    ben.framework.rename("1", "Toil")
    merged(ana, ben, tmp_path)
    before = ana.history.dump()

    ana.apart.settle(1, take)

    assert theme_of(ana, name).name == name
    assert ana.apart.conflicts().rows() == []
    merged(ben, ana, tmp_path)
    assert ben.history.dump() == ana.history.dump()
    ana.history.undo()
    assert ana.history.dump() == before


def test_no_settled_conflict_is_asked_again_even_across(ana, ben, tmp_path):
    ana.framework.rename("1", "Labour")
    ben.framework.rename("1", "Toil")
    from_ana = snapshot(ana, tmp_path, "from-ana")
    merged(ana, ben, tmp_path)
    ben.apart.merge(from_ana)
    ana.apart.settle(1, "theirs")

    there, back = merged(ben, ana, tmp_path), merged(ana, ben, tmp_path)

    assert (there.conflicts, back.conflicts) == (0, 0)
    assert ben.apart.conflicts().rows() == ana.apart.conflicts().rows() == []
    assert ben.history.dump() == ana.history.dump()


def test_settling_what_does_not_wait_is_refused(ana):
    with pytest.raises(NotFound, match="no conflict 3 waits"):
        ana.apart.settle(3, "ours")


def test_a_text_is_no_answer_where_one_side_removed_it(ana, tmp_path):
    coding = code(ana)
    ben = copied(ana, tmp_path, name="c")
    ana.index.annotate(coding.k, "a note")
    ben.index.remove(coding.k)
    merged(ana, ben, tmp_path)

    with pytest.raises(Invalid, match="take ours or theirs"):
        ana.apart.settle(1, "some text")
    ana.apart.settle(1, "theirs")
    assert codings(ana) == set()
    assert sound(ana) == []
    ben.close()


def test_two_moves_that_would_put_a_theme_into_itself_wait_for_a_decision(ana, ben, tmp_path):
    ana.framework.move("1", "2")
    ben.framework.move("2", "1")

    done = merged(ana, ben, tmp_path)

    assert done.conflicts == 1
    assert theme_of(ana, "Work").parent == theme_of(ana, "Team").k
    assert theme_of(ana, "Team").parent is None
    with pytest.raises(Invalid, match="under itself"):
        ana.apart.settle(1, "theirs")
    assert sound(ana) == []


def test_what_one_removed_and_the_other_built_upon_stays_and_is_asked(ana, tmp_path):
    statement = ana.chart.write("s0", "1.1", "She drives")
    ben = copied(ana, tmp_path, name="c")
    ana.chart.remove(statement)
    ben.chart.edit(statement, "She drives a lot")

    done = merged(ana, ben, tmp_path)

    assert done.conflicts == 1
    ana.apart.settle(1, "theirs")
    assert [s.text for s in records(ana, Statement)] == ["She drives a lot"]
    assert len(records(ana, Cell)) == 1
    assert sound(ana) == []
    ben.close()


def test_two_rounds_adopted_apart_leave_one_index_and_a_question(ana, ben, tmp_path):
    for study, name in ((ana, "ours"), (ben, "theirs")):
        study.rounds.open(name)
        study.rounds.adopt(name)

    done = merged(ana, ben, tmp_path)

    assert done.conflicts == 1
    assert [row["round"] for row in ana.rounds.listing().records() if row["index"]] == ["ours"]
    ana.apart.settle(1, "theirs")
    assert [row["round"] for row in ana.rounds.listing().records() if row["index"]] == ["theirs"]
