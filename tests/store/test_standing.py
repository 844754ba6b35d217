"""Files copied, replaced and mixed up by hand, as people and synchronising services do it."""

from __future__ import annotations

import shutil

import pytest

from tests.store.factories import add_source, found_study, intent
from trellis.core.errors import StudyFileError
from trellis.core.source import Source
from trellis.store.installation import Installation
from trellis.store.study_file import backup, create, open_study


def add(file, *names):
    for name in names:
        with file.change(intent(file)) as change:
            add_source(change, name=name)


def worked_on(path, home, *names):
    """A change for each name, by the installation of that name."""
    file = open_study(path, Installation(home))
    add(file, *names)
    file.close()


def sources(file):
    with file.read() as reader:
        return {source.name for source in reader.all(Source)}


@pytest.fixture
def here(tmp_path):
    return Installation(tmp_path / "here")


@pytest.fixture
def path(tmp_path, here):
    file = create(tmp_path / "study.trellis", here)
    found_study(file)
    add(file, "one")
    file.close()
    return tmp_path / "study.trellis"


def test_a_file_that_others_went_on_with_is_as_it_should_be(path, tmp_path, here):
    worked_on(path, tmp_path / "there", "two")

    file = open_study(path, here)
    add(file, "three")

    assert file.standing.notice == ""
    assert sources(file) == {"one", "two", "three"}
    file.close()


def test_an_earlier_state_is_said_to_be_one_and_goes_on_under_new_numbers(path, tmp_path, here):
    shutil.copyfile(path, tmp_path / "before")
    worked_on(path, tmp_path / "here", "two", "three")
    shutil.copyfile(tmp_path / "before", path)

    file = open_study(path, here)
    notice = file.standing.notice
    add(file, "four")
    file.close()
    again = open_study(path, here)

    assert "2 changes where there were 4" in notice
    assert again.standing.notice == ""
    assert sources(again) == {"one", "four"}
    assert again.verify() == []
    again.close()


def test_another_copy_in_the_place_of_ours_is_read_and_not_written(path, tmp_path, here):
    shutil.copyfile(path, tmp_path / "theirs.trellis")
    worked_on(tmp_path / "theirs.trellis", tmp_path / "there", "a", "b", "c")
    worked_on(path, tmp_path / "here", "mine")
    shutil.copyfile(tmp_path / "theirs.trellis", path)
    left = path.read_bytes()

    file = open_study(path, here)

    assert sources(file) == {"one", "a", "b", "c"}
    with pytest.raises(StudyFileError, match="another copy has taken its place"):
        add(file, "more")
    file.close()
    assert path.read_bytes() == left


def test_that_copy_under_another_name_can_be_worked_on(path, tmp_path, here):
    shutil.copyfile(path, tmp_path / "theirs.trellis")
    worked_on(path, tmp_path / "here", "mine")
    worked_on(tmp_path / "theirs.trellis", tmp_path / "here", "a", "b")

    file = open_study(tmp_path / "theirs.trellis", here)

    assert file.standing.notice == ""
    file.close()


def left_open(path, here, tmp_path):
    """The file and its write-ahead log as they lie there while the study is open, and as a crash leaves them."""
    file = open_study(path, here)
    add(file, "in the log")
    for side in ("", "-wal"):
        shutil.copyfile(f"{path}{side}", tmp_path / f"left{side}")
    file.close()


def test_a_file_with_its_own_log_is_whole_after_a_crash(path, tmp_path, here):
    left_open(path, here, tmp_path)
    shutil.copyfile(tmp_path / "left", path)
    shutil.copyfile(tmp_path / "left-wal", f"{path}-wal")

    file = open_study(path, here)

    assert sources(file) == {"one", "in the log"}
    file.close()


def test_an_old_log_beside_a_newer_file_is_refused_and_both_stay_as_they_are(path, tmp_path, here):
    shutil.copyfile(path, tmp_path / "newer.trellis")
    left_open(path, here, tmp_path)
    worked_on(tmp_path / "newer.trellis", tmp_path / "there", "a", "b", "c")
    shutil.copyfile(tmp_path / "newer.trellis", path)
    shutil.copyfile(tmp_path / "left-wal", f"{path}-wal")
    newer, log = path.read_bytes(), (tmp_path / "left-wal").read_bytes()

    with pytest.raises(StudyFileError, match="do not belong together"):
        open_study(path, here)

    assert path.read_bytes() == newer
    assert (tmp_path / "study.trellis-wal").read_bytes() == log
    (tmp_path / "study.trellis-wal").unlink()
    (tmp_path / "study.trellis-shm").unlink(missing_ok=True)
    file = open_study(path, here)
    assert sources(file) == {"one", "a", "b", "c"}
    file.close()


def test_a_copy_made_while_open_without_its_log_is_known_to_lack_changes(path, tmp_path, here):
    left_open(path, here, tmp_path)
    shutil.copyfile(tmp_path / "left", tmp_path / "copy.trellis")

    copy = open_study(tmp_path / "copy.trellis", here)

    assert sources(copy) == {"one"}
    assert copy.further_elsewhere() == 1
    copy.close()


def test_a_whole_copy_lacks_nothing(path, tmp_path, here):
    file = open_study(path, here)
    add(file, "in the log")
    backup(file, tmp_path / "copy.trellis")
    file.close()

    copy = open_study(tmp_path / "copy.trellis", here)

    assert copy.further_elsewhere() == 0
    copy.close()


def test_another_process_with_the_study_open_is_no_mix_up(path, tmp_path, here):
    first = open_study(path, here)
    add(first, "in the log")

    second = open_study(path, Installation(tmp_path / "there"))
    add(second, "after it")
    add(first, "and after that")

    assert sources(second) == {"one", "in the log", "after it", "and after that"}
    second.close()
    first.close()
