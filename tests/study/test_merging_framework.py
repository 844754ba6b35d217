"""What becomes of work under themes that were changed in the other copy meanwhile."""

from __future__ import annotations

from tests.study.copies import code, copied, merged, sound, theme_of
from tests.study.picking import records
from trellis.core.chart import Cell
from trellis.core.coding import Coding
from trellis.core.framework import ThemeState
from trellis.core.framework_wording import Rewording, Wording


def test_a_theme_split_meanwhile_leaves_the_coding_to_be_allocated(ana, ben, tmp_path):
    ana.framework.split("1.1", [Wording("early"), Wording("late")])
    coding = code(ben, "1.1")

    done = merged(ana, ben, tmp_path)

    assert done.mended.listed == 1
    items = [row for row in ana.framework.todo().records() if row["item"] == f"coding:{coding.k}"]
    assert [row["what"] for row in items] == ["allocate coding"]
    assert sound(ana) == []


def test_a_theme_merged_meanwhile_carries_the_coding_with_its_origin(ana, ben, tmp_path):
    gone = theme_of(ana, "Work one")
    ana.framework.merge(["1.1", "2.1"], "2.1")
    code(ben, "1.1")

    merged(ana, ben, tmp_path)

    coding = records(ana, Coding)[0]
    assert coding.theme == theme_of(ana, "Team one").k
    assert coding.origins == (f"theme:{gone.k}",)


def test_a_theme_merged_there_carries_our_coding_and_cell(ana, ben, tmp_path):
    ben.framework.merge(["1.1", "2.1"], "2.1")
    code(ana, "1.1")
    ana.chart.write("s0", "1.1", "She drives")

    merged(ana, ben, tmp_path)

    into = theme_of(ana, "Team one").k
    assert {c.theme for c in records(ana, Coding)} == {c.theme for c in records(ana, Cell)} == {into}
    assert sound(ana) == []


def test_a_theme_retired_meanwhile_keeps_the_coding_readable(ana, ben, tmp_path):
    ana.framework.retire("1.1")
    code(ben, "1.1")

    merged(ana, ben, tmp_path)

    gone = theme_of(ana, "Work one")
    assert gone.state is ThemeState.RETIRED
    assert [coding.theme for coding in records(ana, Coding)] == [gone.k]


def test_a_theme_redefined_meanwhile_lists_the_coding_to_be_checked(ana, ben, tmp_path):
    ana.framework.redefine("1.1", Rewording(definition="paid work only"))
    coding = code(ben, "1.1")

    merged(ana, ben, tmp_path)

    assert f"coding:{coding.k}" in [row["item"] for row in ana.framework.todo().records()]


def test_a_cell_called_right_there_is_stale_if_its_theme_was_redefined_here(ana, ben, tmp_path):
    ana.framework.redefine("1.1", Rewording(definition="paid work only"))
    ben.chart.write("s0", "1.1", "She drives")

    merged(ana, ben, tmp_path)

    assert "check cell" in [row["what"] for row in ana.framework.todo().records()]


def test_the_same_segment_theme_and_coder_twice_is_one_coding_with_both_notes(ana, ben, tmp_path):
    elsewhere = copied(ana, tmp_path, "Ana", "c")
    ana.index.annotate(code(ana).k, "here")
    elsewhere.index.annotate(code(elsewhere).k, "there")

    done = merged(ana, elsewhere, tmp_path)

    kept = records(ana, Coding)
    assert done.mended.joined == 1
    assert [sorted(coding.note.split("\n")) for coding in kept] == [["here", "there"]]
    elsewhere.close()


def test_a_theme_split_there_leaves_our_coding_to_be_allocated(ana, ben, tmp_path):
    ben.framework.split("1.1", [Wording("early"), Wording("late")])
    coding = code(ana, "1.1")

    merged(ana, ben, tmp_path)

    assert [row["item"] for row in ana.framework.todo().records()] == [f"coding:{coding.k}"]
    assert [c.theme for c in records(ana, Coding)] == [theme_of(ana, "Work one").k]
    assert sound(ana) == []


def test_a_theme_retired_there_keeps_our_coding_and_cell_readable(ana, ben, tmp_path):
    ben.framework.retire("1.1")
    code(ana, "1.1")
    ana.chart.write("s0", "1.1", "She drives")

    done = merged(ana, ben, tmp_path)

    gone = theme_of(ana, "Work one")
    assert (gone.state, done.conflicts) == (ThemeState.RETIRED, 0)
    assert {c.theme for c in records(ana, Coding)} == {c.theme for c in records(ana, Cell)} == {gone.k}
    assert sound(ana) == []


def test_a_theme_moved_meanwhile_takes_its_coding_along(ana, ben, tmp_path):
    ana.framework.move("1.1", "2")
    coding = code(ben, "1.1")

    done = merged(ana, ben, tmp_path)

    assert done.conflicts == 0
    assert [(c.k, c.theme) for c in records(ana, Coding)] == [(coding.k, theme_of(ana, "Work one").k)]
    assert theme_of(ana, "Work one").parent == theme_of(ana, "Team").k
    assert sound(ana) == []


def test_a_theme_split_here_and_renamed_there_has_both(ana, ben, tmp_path):
    ana.framework.split("1.1", [Wording("early"), Wording("late")])
    ben.framework.rename("1.1", "Paid work")
    coding = code(ben, "1.1")

    merged(ana, ben, tmp_path)

    split = theme_of(ana, "Paid work")
    assert split.state is ThemeState.SPLIT
    assert f"coding:{coding.k}" in [row["item"] for row in ana.framework.todo().records()]
    assert sound(ana) == []


def test_a_theme_merged_in_both_copies_goes_one_way_and_keeps_every_coding(ana, ben, tmp_path):
    mine, theirs = code(ana, "1.1"), code(ben, "1.1", start=20, end=30)
    ana.framework.merge(["1.1", "2.1"], "2.1")
    ben.framework.merge(["1.1", "2.1"], "2.1")

    merged(ana, ben, tmp_path)

    into = theme_of(ana, "Team one").k
    assert {(c.k, c.theme) for c in records(ana, Coding)} == {(mine.k, into), (theirs.k, into)}
    assert sound(ana) == []
