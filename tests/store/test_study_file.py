from __future__ import annotations

import pytest

from tests.store.factories import add_source, intent
from trellis.core.errors import Busy
from trellis.store import database
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


def test_a_study_that_another_program_writes_to_opens_and_is_read(file, tmp_path, installation):
    before = file.dump()
    path = tmp_path / "study.trellis"

    with file.database.write() as connection:
        connection.exec_driver_sql("UPDATE theme SET name = 'half written'")
        other = open_study(path, installation)
        seen = other.dump()
        other.close()
        connection.rollback()

    assert seen == before


def test_an_older_study_that_another_program_writes_to_is_told_plainly(file, tmp_path, installation, monkeypatch):
    monkeypatch.setattr(database, "OPENING_MS", 0)
    with file.database.write() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 1")

    with (
        file.database.write(),
        pytest.raises(Busy, match=r"has the tables of an older Trellis.*another program.*open the study again"),
    ):
        open_study(tmp_path / "study.trellis", installation)
