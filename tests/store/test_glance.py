from __future__ import annotations

import pytest

from tests.store.factories import found_study
from trellis.core.errors import Locked, NotAStudy, NotFound
from trellis.store.glance import glance
from trellis.store.study_file import create


def test_a_glance_tells_title_and_counts(file):
    seen = glance(file.database.path)

    assert seen.title
    assert (seen.sources, seen.codings, seen.changes) == (0, 0, 1)
    assert seen.changed_at > 0


def test_a_glance_changes_nothing(file):
    file.close()
    before = file.database.path.read_bytes()

    glance(file.database.path)

    assert file.database.path.read_bytes() == before
    assert [path.name for path in file.database.path.parent.iterdir() if path.is_file()] == ["study.trellis"]


def test_a_file_that_is_not_there_is_not_found(tmp_path):
    with pytest.raises(NotFound):
        glance(tmp_path / "nothing.trellis")


def test_an_encrypted_file_is_locked_without_its_passphrase(tmp_path, installation):
    made = create(tmp_path / "secret.trellis", installation, passphrase="a long passphrase")
    found_study(made)
    made.close()

    with pytest.raises(Locked):
        glance(tmp_path / "secret.trellis")
    assert glance(tmp_path / "secret.trellis", "a long passphrase").changes == 1


def test_a_study_that_was_begun_and_never_finished_is_none(tmp_path, installation):
    create(tmp_path / "begun.trellis", installation).close()

    with pytest.raises(NotAStudy):
        glance(tmp_path / "begun.trellis")
