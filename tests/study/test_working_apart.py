"""Copies worked on apart and brought together: the cases that have to come out right, one by one."""

from __future__ import annotations

import pytest

from tests.study.copies import code, codings, copied, merged, opened, snapshot, sound
from tests.study.picking import records
from trellis.core.chart import Cell, Statement
from trellis.core.coding import Coding
from trellis.core.errors import Invalid, StudyFileError
from trellis.core.framework import FrameworkVersion
from trellis.core.source import Source
from trellis.core.study import Person
from trellis.store.installation import Installation
from trellis.store.study_file import create, restore
from trellis.study.study import found


def test_a_plain_copy_that_somebody_worked_on_comes_back_whole(ana, ben, tmp_path):
    code(ana, start=0, end=10)
    code(ben, start=20, end=30)

    done = merged(ana, ben, tmp_path)

    assert codings(ana) == {(0, 10), (20, 30)}
    assert done.conflicts == 0
    assert {row["what"]: row["new"] for row in done.table.records()} == {"coding": 1, "person": 1}
    assert sound(ana) == []


def test_merging_again_changes_nothing(ana, ben, tmp_path):
    code(ben)
    merged(ana, ben, tmp_path)
    before, number = ana.history.dump(), ana.history.number()

    again = merged(ana, ben, tmp_path)

    assert again.nothing_new
    assert (ana.history.dump(), ana.history.number()) == (before, number)


def test_a_dry_run_tells_the_same_and_writes_nothing(ana, ben, tmp_path):
    code(ben)
    before, number = ana.history.dump(), ana.history.number()

    told = merged(ana, ben, tmp_path, dry_run=True)

    assert (ana.history.dump(), ana.history.number()) == (before, number)
    assert told == merged(ana, ben, tmp_path)


def test_one_undo_takes_a_merge_back_and_another_merge_brings_it_again(ana, ben, tmp_path):
    code(ana)
    code(ben, start=20, end=30)
    before = ana.history.dump()
    merged(ana, ben, tmp_path)

    ana.history.undo()

    assert ana.history.dump() == before
    merged(ana, ben, tmp_path)
    assert codings(ana) == {(0, 10), (20, 30)}
    assert sound(ana) == []


def test_an_undone_merge_does_not_take_the_others_work_from_them(ana, ben, tmp_path):
    code(ben, start=20, end=30)
    merged(ana, ben, tmp_path)
    ana.history.undo()
    code(ana)

    merged(ben, ana, tmp_path)

    assert codings(ben) == {(0, 10), (20, 30)}


def test_history_lists_what_was_brought_under_its_authors(ana, ben, tmp_path):
    code(ben)

    merged(ana, ben, tmp_path)

    assert [(row["person"], row["what"]) for row in ana.history.table(2).records()] == [
        ("Ana", "merged a copy"),
        ("Ben", "indexed words"),
    ]


def test_a_change_that_was_brought_can_be_undone_by_its_number(ana, ben, tmp_path):
    code(ben)
    merged(ana, ben, tmp_path)
    brought = next(row["change"] for row in ana.history.table().records() if row["person"] == "Ben")

    ana.history.undo(brought)

    assert codings(ana) == set()
    assert sound(ana) == []


def test_the_state_before_and_after_a_merge_can_be_read(ana, ben, tmp_path):
    before, number = ana.history.dump(), ana.history.number()
    code(ben)
    merged(ana, ben, tmp_path)

    with ana.at(number) as then, ana.at(ana.history.number()) as now:
        assert then.history.dump() == before
        assert now.history.dump() == ana.history.dump()


def test_different_fields_of_one_thing_are_both_kept(ana, ben, tmp_path):
    coding = code(ana)
    third = copied(ana, tmp_path, "Cleo", "c")
    ana.index.annotate(coding.k, "a note")
    third.index.resize(coding.k, 2, 8)

    done = merged(ana, third, tmp_path)

    kept = records(ana, Coding)[0]
    assert (kept.note, kept.start, kept.end, done.conflicts) == ("a note", 2, 8, 0)
    third.close()


def test_the_same_cell_charted_twice_keeps_both_sets_of_statements(ana, ben, tmp_path):
    ana.chart.write("s0", "1.1", "She drives")
    ben.chart.write("s0", "1.1", "She waits")

    done = merged(ana, ben, tmp_path)

    assert {s.text for s in records(ana, Statement)} == {"She drives", "She waits"}
    assert len(records(ana, Cell)) == 1
    assert done.conflicts == 0


def test_statements_at_one_place_stand_in_one_order_on_both_sides(ana, ben, tmp_path):
    ana.chart.write("s0", "1.1", "first")
    copied_twice = copied(ana, tmp_path, "Cleo", "c")
    ana.chart.write("s0", "1.1", "ours")
    copied_twice.chart.write("s0", "1.1", "theirs")
    theirs = snapshot(copied_twice, tmp_path, "theirs")
    merged(copied_twice, ana, tmp_path)
    ana.apart.merge(theirs)

    def order(study):
        return [s.text for s in sorted(records(study, Statement), key=lambda s: (s.pos, s.k))]

    assert order(ana) == order(copied_twice)
    assert order(ana)[0] == "first"
    copied_twice.close()


def test_words_go_before_a_reason_for_a_blank(ana, ben, tmp_path):
    ana.chart.blank("s0", "1.1", "not asked")
    ben.chart.write("s0", "1.1", "She waits")

    done = merged(ana, ben, tmp_path)

    assert [(cell.blank, cell.state.value) for cell in records(ana, Cell)] == [(None, "draft")]
    assert done.conflicts == 0


def test_the_same_segment_by_two_coders_stays_two_codings(ana, ben, tmp_path):
    code(ana)
    code(ben)

    merged(ana, ben, tmp_path)

    assert len(records(ana, Coding)) == 2


def test_somebody_who_joined_two_copies_is_one_person(ana, tmp_path):
    here, there = (copied(ana, tmp_path, "Ben", name) for name in ("c", "d"))
    code(here)
    code(there, start=20, end=30)
    merged(ana, here, tmp_path)

    done = merged(ana, there, tmp_path)

    assert done.mended.people == 1
    assert sorted(person.name for person in records(ana, Person)) == ["Ana", "Ben"]
    assert len({coding.coder for coding in records(ana, Coding)}) == 1
    assert {row["person"] for row in ana.history.table().records()} <= {"Ana", "Ben", ""}
    assert sound(ana) == []
    here.close()
    there.close()


def test_two_things_of_one_name_are_named_apart(ana, ben, tmp_path):
    ana.sources.rename("s0", "first")
    ben.sources.rename("s1", "first")

    done = merged(ana, ben, tmp_path)

    assert done.mended.renamed == 1
    assert sorted(row["source"] for row in ana.sources.listing().records()) == ["first", "first (2)"]


def test_framework_versions_named_apart_get_numbers_of_their_own(ana, ben, tmp_path):
    ana.framework.name_version("spring", "a reason")
    ben.framework.name_version("summer", "another")

    merged(ana, ben, tmp_path)

    assert sorted(version.number for version in records(ana, FrameworkVersion)) == [1, 2]


def test_a_backup_restored_and_worked_on_merges(ana, tmp_path):
    saved = snapshot(ana, tmp_path, "saved")
    code(ana)
    restored = opened(saved, tmp_path / "home-a", "Ana")
    code(restored, start=20, end=30)
    restored.close()

    ana.apart.merge(saved)

    assert codings(ana) == {(0, 10), (20, 30)}
    assert sound(ana) == []


def test_three_copies_merged_round_about_agree(ana, ben, tmp_path):
    cleo = copied(ana, tmp_path, "Cleo", "c")
    code(ana)
    code(ben, start=20, end=30)
    code(cleo, start=40, end=50)
    merged(ben, cleo, tmp_path)
    merged(ana, ben, tmp_path)

    merged(cleo, ana, tmp_path)
    merged(ben, cleo, tmp_path)

    assert ana.history.dump() == cleo.history.dump() == ben.history.dump()
    assert sound(ana, ben, cleo) == []
    cleo.close()


def test_a_copy_of_another_study_is_refused_by_name(ana, tmp_path):
    other = found(create(tmp_path / "x.trellis", Installation(tmp_path / "home-x")), "Quite another", "Xe")
    other.close()

    with pytest.raises(StudyFileError, match=r"another study .*Quite another"):
        ana.apart.merge(tmp_path / "x.trellis")


def test_the_study_itself_is_refused(ana, tmp_path):
    with pytest.raises(Invalid, match="this study itself"):
        ana.apart.merge(tmp_path / "a.trellis")


def test_numbers_that_collide_are_refused(ana, ben, tmp_path):
    code(ana)
    code(ben)
    sent = snapshot(ben, tmp_path)
    with ana._work.file.database.write() as here:  # no two random numbers meet in a test
        number = here.exec_driver_sql("SELECT max(number) FROM replica").scalar_one()
    with opened(sent, tmp_path / "home-s", "Ben")._work.file.database.write() as there:
        there.exec_driver_sql("INSERT INTO replica VALUES (?, 'another place', '', 0, 9)", (number + 1,))
    with ana._work.file.database.write() as here:
        here.exec_driver_sql("INSERT INTO replica VALUES (?, 'this place', '', 0, 9)", (number + 1,))
    before = ana.history.dump()

    with pytest.raises(StudyFileError, match=rf"same number \({number + 1}\)"):
        ana.apart.merge(sent)
    assert ana.history.dump() == before


def test_what_was_erased_does_not_come_back_in_rows_or_in_history(ana, ben, tmp_path):
    code(ben, source="s0")
    code(ben, source="s1")
    key = next(source.k for source in records(ana, Source) if source.name == "s0")
    with ana._work.file.database.write() as connection:
        connection.exec_driver_sql("INSERT INTO tombstone VALUES ('source', ?, 1)", (key,))

    merged(ana, ben, tmp_path)

    assert {coding.source for coding in records(ana, Coding)} == {s.k for s in records(ana, Source)} - {key}
    with ana._work.read() as reader:
        erased = reader.connection.exec_driver_sql(
            "SELECT count(*) FROM change_chunk c JOIN change h ON h.k = c.change "
            "WHERE h.brought IS NOT NULL AND c.payload IS NULL"
        ).scalar_one()
    assert erased == 1
    assert sound(ana) == []


def test_two_reasons_for_one_blank_wait_for_a_decision(ana, ben, tmp_path):
    ana.chart.blank("s0", "1.1", "not asked")
    ben.chart.blank("s0", "1.1", "not raised")

    done = merged(ana, ben, tmp_path)

    assert done.conflicts == 1
    assert [cell.blank.value for cell in records(ana, Cell)] == ["not asked"]
    ana.apart.settle(1, "theirs")
    assert [cell.blank.value for cell in records(ana, Cell)] == ["not raised"]
    assert sound(ana) == []


def test_a_backup_put_back_and_worked_on_merges_with_what_went_on_since(ana, tmp_path):
    code(ana)
    saved = snapshot(ana, tmp_path, "saved")
    code(ana, start=20, end=30)
    restore(saved, tmp_path / "again.trellis")
    again = opened(tmp_path / "again.trellis", tmp_path / "home-a", "Ana")
    code(again, start=40, end=50)
    again.chart.write("s0", "1.1", "She waits")

    done = merged(ana, again, tmp_path)

    assert (codings(ana), done.conflicts) == ({(0, 10), (20, 30), (40, 50)}, 0)
    assert merged(ana, again, tmp_path).nothing_new
    assert sound(ana, again) == []
    again.close()
