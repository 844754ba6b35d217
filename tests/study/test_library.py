from __future__ import annotations

import pytest

from trellis.bootstrap import new_study, open_study
from trellis.core.errors import Invalid, NotFound, StudyFileError
from trellis.study.library import Library


@pytest.fixture
def library(tmp_path, monkeypatch):
    monkeypatch.setenv("TRELLIS_HOME", str(tmp_path / "home"))
    (tmp_path / "library").mkdir()
    return Library(tmp_path / "library")


def put(library, name, title="New roles"):
    new_study(library.folder / f"{name}.trellis", title, "Ana").close()


def test_a_folder_that_is_not_there_is_an_empty_library(tmp_path):
    assert Library(tmp_path / "nothing").names() == []


def test_names_come_in_order_without_what_no_study_may_be_called(library):
    for name in ("b", "A", "c"):
        put(library, name)
    (library.folder / ".hidden.trellis").write_text("")
    (library.folder / "folder.trellis").mkdir()

    assert library.names() == ["A", "b", "c"]


def test_a_study_is_found_by_its_name_only(library):
    put(library, "roles")

    assert library.path("roles").name == "roles.trellis"
    for name in ("../library/roles", "roles.trellis", "nothing", ""):
        with pytest.raises(NotFound):
            library.path(name)


def test_a_study_is_looked_at_again_once_it_has_changed(library):
    put(library, "roles")
    assert library.on_shelf("roles").glance.title == "New roles"

    with open_study(library.folder / "roles.trellis", "Ana") as study:
        study.describe(title="Newer roles")

    assert library.on_shelf("roles").glance.title == "Newer roles"


def test_a_free_name_is_made_from_the_title_or_taken_as_given(library):
    put(library, "roles")

    assert library.free_path("Roles").stem == "Roles 2"
    assert library.free_path("Roles", "Peers").stem == "Peers"
    with pytest.raises(StudyFileError):
        library.free_path("Roles", "ROLES")
    with pytest.raises(Invalid):
        library.free_path("Roles", "../roles")


def test_deleting_wants_the_title_or_the_name_typed(library):
    put(library, "roles")

    with pytest.raises(Invalid, match="New roles"):
        library.delete("roles", "new roles!", "request-00001")
    library.delete("roles", "roles", "request-00001")

    assert library.names() == []


def test_what_was_deleted_twice_under_one_name_can_be_told_apart(library):
    for request in ("request-00001", "request-00002"):
        put(library, "roles")
        library.delete("roles", "roles", request)

    marks = [removed.mark for removed in library.deleted()]

    assert len(set(marks)) == 2
    assert {library.recover(mark) for mark in marks} == {"roles", "roles 2"}


def test_a_deleted_study_comes_back_as_it_was(library):
    put(library, "roles")
    with open_study(library.folder / "roles.trellis", "Ana") as study:
        study.memos.add("Keep this.")
        before = study.history.dump()
    removed = library.delete("roles", "roles", "request-00001")

    library.recover(removed.mark)

    with open_study(library.folder / "roles.trellis", "Ana") as study:
        assert study.history.dump() == before
        assert study.notice == ""


@pytest.mark.parametrize("mark", ["", "roles", "../roles", "roles~00000000"])
def test_what_was_not_deleted_cannot_be_recovered(library, mark):
    with pytest.raises(NotFound):
        library.recover(mark)
