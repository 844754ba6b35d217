from __future__ import annotations

import pytest

from tests.store.factories import add_theme
from trellis.core.errors import CannotUndo, NotAllowed, StudyFileError
from trellis.core.framework_wording import Wording
from trellis.core.study import Role
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


def test_the_table_tells_what_a_change_was_about_and_which_an_undo_took_back(study):
    write(study, "one")
    study.framework.add(Wording("Routes in"))
    study.history.undo()

    undone, added, *_ = study.history.table().records()

    assert added["about"] == "Routes in"
    assert undone["about"] == "change 3: added a theme (Routes in)"


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


def test_what_a_person_could_not_do_they_cannot_undo(study):
    study.team.add("Ben", Role.CODER)
    write(study, "one")
    ben = Study(study._work.file, "Ben")

    for number in (study.history.number(), study.history.number() - 1):
        with pytest.raises(NotAllowed, match="Ben is coder"):
            ben.history.undo(number)

    assert study.history.undo() is not None


def test_what_a_person_could_not_do_they_cannot_bring_back_by_undoing_an_undo(study):
    study.team.add("Ben", Role.CODER)
    write(study, "one")
    study.history.undo()
    ben = Study(study._work.file, "Ben")

    with pytest.raises(NotAllowed, match=r"may not do “framework\.add”"):
        ben.history.undo(study.history.number())


def test_a_person_whose_role_was_narrowed_does_not_redo_what_they_may_do_no_more(study):
    study.team.add("Ben")
    ben = Study(study._work.file, "Ben")
    write(ben, "one")
    ben.history.undo()
    study.team.set_role("Ben", Role.CODER)

    with pytest.raises(NotAllowed, match=r"may not do “framework\.add”"):
        ben.history.redo()


def test_a_panel_member_takes_their_own_memo_back(study):
    study.team.add("Pia", Role.PANEL)
    pia = Study(study._work.file, "Pia")
    pia.memos.add("We said so before.")

    assert pia.history.undo() == study.history.number() - 1
