from __future__ import annotations

import pytest

from tests.store.factories import found_study
from trellis.core.errors import StudyFileError
from trellis.store.moving import move_study
from trellis.store.study_file import create, open_study


def test_a_study_moves_as_one_file(file, tmp_path, installation):
    before = file.dump()
    file.close()

    move_study(tmp_path / "study.trellis", tmp_path / "moved.trellis")

    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["moved.trellis"]
    moved = open_study(tmp_path / "moved.trellis", installation)
    assert moved.dump() == before
    moved.close()


def test_a_study_that_is_open_is_not_moved(file, tmp_path):
    with pytest.raises(StudyFileError, match="open in another program"):
        move_study(tmp_path / "study.trellis", tmp_path / "moved.trellis")

    assert not (tmp_path / "moved.trellis").exists()


def test_nothing_is_moved_over_something_else(file, tmp_path):
    file.close()
    (tmp_path / "taken.trellis").write_text("mine")

    with pytest.raises(StudyFileError, match="exists already"):
        move_study(tmp_path / "study.trellis", tmp_path / "taken.trellis")

    assert (tmp_path / "taken.trellis").read_text() == "mine"


def test_an_encrypted_study_moves_without_its_passphrase(tmp_path, installation):
    made = create(tmp_path / "secret.trellis", installation, passphrase="a long passphrase")
    found_study(made)
    made.close()

    move_study(tmp_path / "secret.trellis", tmp_path / "moved.trellis")

    moved = open_study(tmp_path / "moved.trellis", installation, passphrase="a long passphrase")
    assert moved.verify() == []
    moved.close()
