from __future__ import annotations

import pytest

from tests.store.factories import add_theme
from trellis.core.errors import CannotUndo, StudyFileError
from trellis.store.installation import Installation
from trellis.store.study_file import open_study
from trellis.study.study import Study


def write(study, name):
    with study._work.change("framework.add") as change:  # a change like any other
        add_theme(change, name)


def test_the_table_tells_who_did_what(study):
    write(study, "one")

    newest = dict(zip(study.history.table().columns, study.history.table().rows()[0], strict=True))

    assert newest["person"] == "Ana"
    assert newest["what"] == "added a theme"
    assert newest["change"] == study.history.number() == 2


def test_an_undone_change_is_marked_and_the_undo_names_it(study):
    write(study, "one")

    assert study.history.undo() == 2

    undo, undone, _ = study.history.table().records()
    assert undo["of change"] == 2
    assert undone["state"] == "undone"


def test_redo_brings_back_what_undo_took(study):
    write(study, "one")
    after = study.history.dump()
    study.history.undo()

    assert study.history.redo() == 3
    assert study.history.dump() == after


def test_undo_takes_back_the_persons_own_last_change_only(study):
    write(study, "mine")
    other = Study(study._work.file, "Ben")  # the second person at the same file
    write(other, "theirs")
    theirs = other.history.number()

    assert study.history.undo() == 2
    assert study.history.undo() is None
    with pytest.raises(CannotUndo, match="undone already"):
        study.history.undo(2)
    assert other.history.undo() == theirs


def test_the_head_changes_with_every_change(study):
    before = study.history.head()
    write(study, "one")

    assert study.history.head() != before


def test_a_backup_holds_the_same_study(study, tmp_path):
    write(study, "one")
    study.history.backup(tmp_path / "copy.trellis")

    copy = open_study(tmp_path / "copy.trellis", Installation(tmp_path / "home"))
    assert copy.dump() == study.history.dump()
    copy.close()


def test_a_backup_does_not_overwrite(study, tmp_path):
    (tmp_path / "there.trellis").write_bytes(b"something")

    with pytest.raises(StudyFileError, match="exists already"):
        study.history.backup(tmp_path / "there.trellis")


def test_a_rebuild_is_no_change_of_the_study(study):
    before = study.history.number()

    study.history.rebuild()

    assert study.history.number() == before
    assert study.history.check() == []
