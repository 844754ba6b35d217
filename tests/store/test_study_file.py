from __future__ import annotations

from tests.store.factories import add_source, intent
from trellis.store.study_file import backup, open_study, restore
from trellis.store.undo import REDO, UNDO


def test_undo_restores_the_dump_and_redo_brings_it_back(file):
    before = file.dump()
    with file.change(intent(file)) as change:
        add_source(change)
    after = file.dump()

    assert file.undo(intent(file, UNDO)) == 2
    assert file.dump() == before
    assert file.redo(intent(file, REDO)) == 3
    assert file.dump() == after
    assert file.verify() == []


def test_the_study_at_an_earlier_change_equals_the_dump_taken_then(file):
    dumps = [file.dump()]
    for name in ("one", "two", "three"):
        with file.change(intent(file)) as change:
            add_source(change, name=name)
        dumps.append(file.dump())

    for seq, then in enumerate(dumps, 1):
        past = file.at(seq)
        assert past.dump() == then
        past.close()


def test_a_restored_backup_draws_its_keys_from_a_new_replica(file, tmp_path, installation):
    with file.change(intent(file)) as change:
        first = add_source(change).k
    backup(file, tmp_path / "saved.trellis")

    restore(tmp_path / "saved.trellis", tmp_path / "again.trellis")
    again = open_study(tmp_path / "again.trellis", installation)
    with again.change(intent(again)) as change:
        second = add_source(change, name="two").k

    assert first >> 33 != second >> 33
    assert again.verify() == []
    again.close()
