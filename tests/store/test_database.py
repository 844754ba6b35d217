from __future__ import annotations

import pytest

from tests.store.factories import add_theme, found_study, intent
from trellis.core.errors import NewerFormat, NotAStudy, NotFound, StudyFileError
from trellis.core.framework import Theme
from trellis.store import database
from trellis.store.study_file import create, open_study


def pragma(file, name):
    with file.database.read() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


@pytest.mark.parametrize(
    ("name", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1), ("temp_store", 2)],
)
def test_a_study_on_a_local_disk_is_opened_with(file, name, value):
    assert pragma(file, name) == value


def test_a_study_in_a_synchronised_folder_keeps_no_log_beside_it(tmp_path, installation):
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    file = create(folder / "study.trellis", installation)
    found_study(file)

    assert pragma(file, "journal_mode") == "truncate"
    assert not (folder / "study.trellis-wal").exists()
    file.close()


def test_closing_empties_the_log(file, tmp_path):
    with file.change(intent(file)) as change:
        add_theme(change, "one")

    file.close()

    assert not (tmp_path / "study.trellis-wal").exists()


def test_a_change_that_raises_writes_nothing(file):
    before = file.dump()

    with pytest.raises(NotFound), file.change(intent(file)) as change:
        change.get(Theme, add_theme(change, "one").k + 1)

    assert file.dump() == before
    assert file.verify() == []


def test_a_taken_name_is_refused(file, installation):
    with pytest.raises(StudyFileError, match="exists already"):
        create(file.database.path, installation)


def test_a_missing_study_is_named(tmp_path, installation):
    with pytest.raises(NotFound, match=r"no study at .*gone\.trellis"):
        open_study(tmp_path / "gone.trellis", installation)


def test_a_file_that_is_no_database_is_refused(tmp_path, installation):
    (tmp_path / "notes.trellis").write_text("Just some notes, and quite a few of them. " * 40, encoding="utf-8")

    with pytest.raises(NotAStudy, match="not a Trellis study"):
        open_study(tmp_path / "notes.trellis", installation)


def test_another_database_is_refused(tmp_path, installation):
    other = database.create(tmp_path / "other.trellis")
    with other.write() as connection:
        connection.exec_driver_sql("CREATE TABLE things (k INTEGER)")
    other.close()

    with pytest.raises(NotAStudy, match="a database, but not a Trellis study"):
        open_study(tmp_path / "other.trellis", installation)


def test_a_study_of_a_newer_trellis_is_refused(file, tmp_path, installation):
    with file.database.write() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 9999")
    file.close()

    with pytest.raises(NewerFormat, match="format 9999"):
        open_study(tmp_path / "study.trellis", installation)


def test_a_truncated_study_is_refused_or_found_unsound(file, tmp_path, installation):
    with file.change(intent(file)) as change:
        for at in range(400):
            add_theme(change, f"theme {at} with a rather long name to fill pages")
    file.close()
    path = tmp_path / "study.trellis"
    path.write_bytes(path.read_bytes()[:-9000])

    with pytest.raises(NotAStudy, match="damaged"):
        open_study(path, installation).verify()


def test_a_reader_goes_on_seeing_the_state_it_began_with(file):
    with file.read() as reader:
        before = reader.all(Theme)
        with file.change(intent(file)) as change:
            add_theme(change, "one")
        assert reader.all(Theme) == before
