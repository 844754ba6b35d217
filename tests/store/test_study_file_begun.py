"""A study whose making was cut short, by a kill or a full disk."""

from __future__ import annotations

import pytest
from sqlcipher3 import dbapi2 as driver

import trellis
from trellis.core.errors import NotAStudy, StudyFileError
from trellis.store.installation import Installation
from trellis.store.study_file import create


def cut_short(path, done):
    """What a process leaves that is killed while it makes a study: no page, no table, or no first change."""
    path.touch()
    if done != "no page":
        raw = driver.connect(str(path))
        raw.execute("PRAGMA journal_mode = WAL")
        raw.close()
    if done == "no first change":
        create(path, Installation(path.parent / "home")).close()


@pytest.mark.parametrize("done", ["no page", "no table", "no first change"])
def test_a_study_whose_making_was_cut_short_is_said_to_be_so_and_can_be_made_again(tmp_path, monkeypatch, done):
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    path = tmp_path / "cut.trellis"
    cut_short(path, done)

    with pytest.raises(NotAStudy, match="never finished"):
        trellis.open(path)
    with trellis.new(path, "Again", "Ana") as study:
        assert study.title == "Again"
        assert study.history.check() == []


def test_a_finished_study_is_not_made_again(file, tmp_path):
    with pytest.raises(StudyFileError, match="exists already"):
        create(tmp_path / "study.trellis")


@pytest.mark.parametrize("content", [b"Not a database, and long enough to be taken for one. " * 200, b"short"])
def test_another_file_is_not_made_into_a_study(tmp_path, content):
    path = tmp_path / "mine.trellis"
    path.write_bytes(content)

    with pytest.raises(StudyFileError, match="exists already"):
        create(path)
    assert path.read_bytes() == content
