from __future__ import annotations

from pathlib import Path

import pytest

import trellis
from trellis.bootstrap import person_here, study_path
from trellis.core.errors import NotFound


@pytest.fixture(autouse=True)
def _own_places(tmp_path, monkeypatch):
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TRELLIS_LIBRARY", str(tmp_path / "library"))


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("roles", "library/roles.trellis"),
        ("there/roles.trellis", "there/roles.trellis"),
        ("roles.trellis", "roles.trellis"),
        ("there/roles", "there/roles.trellis"),
    ],
)
def test_a_name_is_in_the_library_and_a_path_is_a_path(given, meant, tmp_path):
    base = tmp_path if meant.startswith("library") else Path()

    assert study_path(given) == base / meant


def test_a_study_is_opened_again_as_it_was_left(tmp_path):
    trellis.new("roles", "New roles", "Ana").close()

    with trellis.open("roles", "Ana") as study:
        assert study.title == "New roles"
        assert [person.name for person in study.team.now()] == ["Ana"]


def test_a_folder_is_answered_with_the_studies_in_it(tmp_path):
    trellis.new("roles", "New roles", "Ana").close()

    with pytest.raises(NotFound, match="is a folder; give one of the studies in it: roles"):
        trellis.open(tmp_path / "library")


def test_who_works_is_the_name_that_was_set(monkeypatch):
    monkeypatch.setenv("TRELLIS_PERSON", "Ana")

    assert person_here() == "Ana"
