from __future__ import annotations

import threading

import pytest

from trellis.bootstrap import new_study, open_study, person_here
from trellis.core.errors import Locked, NotFound, RequestReused, WrongPassphrase
from trellis.store.database import open_file
from trellis.study.library import Library
from trellis.study.requests import Request
from trellis.web.workspace import Wanted, Workspace


@pytest.fixture
def workspace(library):
    new_study(library / "roles.trellis", "New roles", "Ana").close()
    made = Workspace(Library(library), "Ana")
    yield made
    made.close()


def request(id="request-00001", fingerprint=b"a"):
    return Request(id, fingerprint)


def test_a_study_is_opened_once(workspace):
    assert workspace.study("roles") is workspace.study("roles")
    assert workspace.open_names() == ["roles"]


def test_people_share_the_open_file(workspace):
    workspace.study("roles").describe(title="By Ana")
    workspace.rename_person("Ben")
    workspace.study("roles").describe(title="By Ben")

    assert workspace.study("roles").history.page()[0].person == "Ben"
    assert workspace.open_names() == ["roles"]


def test_a_name_that_was_set_is_remembered_for_this_user(workspace, monkeypatch):
    monkeypatch.delenv("TRELLIS_PERSON", raising=False)
    workspace.rename_person("  Ben   Okafor ")

    assert workspace.person == "Ben Okafor"
    assert person_here() == "Ben Okafor"


def test_a_study_whose_file_is_gone_is_let_go(workspace, library):
    workspace.study("roles")
    (library / "roles.trellis").rename(library / "elsewhere.trellis")

    with pytest.raises(NotFound):
        workspace.study("roles")
    assert workspace.open_names() == []


def test_an_encrypted_study_stays_open_once_it_is(workspace, library):
    new_study(library / "secret.trellis", "Secret", "Ana", passphrase="a long passphrase").close()

    with pytest.raises(Locked):
        workspace.study("secret")
    with pytest.raises(WrongPassphrase):
        workspace.open("secret", "another passphrase")
    workspace.open("secret", "a long passphrase")

    assert workspace.study("secret").title == "Secret"


def test_an_equal_request_is_answered_as_before(workspace):
    answers = iter([1, 2])

    first = workspace.once(request(), lambda: next(answers))
    second = workspace.once(request(), lambda: next(answers))

    assert (first, second) == (1, 1)


def test_a_mark_used_again_is_refused(workspace):
    workspace.once(request(), lambda: 1)

    with pytest.raises(RequestReused):
        workspace.once(request(fingerprint=b"b"), lambda: 2)


def test_what_failed_may_be_asked_for_again(workspace):
    with pytest.raises(ZeroDivisionError):
        workspace.once(request(), lambda: 1 // 0)

    assert workspace.once(request(), lambda: 1) == 1


def test_an_equal_request_waits_for_the_first(workspace):
    begun, go_on = threading.Event(), threading.Event()
    answers = []

    def slow():
        begun.set()
        assert go_on.wait(60)
        return "first"

    first = threading.Thread(target=lambda: answers.append(workspace.once(request(), slow)))
    first.start()
    assert begun.wait(60)
    second = threading.Thread(target=lambda: answers.append(workspace.once(request(), lambda: "second")))
    second.start()
    go_on.set()
    first.join()
    second.join()

    assert answers == ["first", "first"]


def test_news_come_from_all_open_studies(workspace, library):
    new_study(library / "peers.trellis", "Peers", "Ana").close()
    workspace.study("roles")
    workspace.study("peers")
    for name in ("roles", "peers"):
        with open_study(library / f"{name}.trellis", "Ana") as elsewhere:
            elsewhere.describe(notice="From elsewhere.")

    assert sorted(name for name, _ in workspace.news()) == ["peers", "roles"]


def test_a_study_made_before_a_restart_is_recognised(workspace, library):
    first = workspace.create(Wanted("Peers"), request())
    workspace.close()

    again = Workspace(Library(library), "Ana")

    assert again.create(Wanted("Peers"), request()) == first
    assert again.create(Wanted("Peers"), request("request-00002")) == "Peers 2"
    again.close()


def test_a_study_is_found_by_what_it_is_whatever_its_file_is_called(workspace, library):
    guid = workspace.study("roles").about().guid
    workspace.close()
    (library / "roles.trellis").rename(library / "elsewhere.trellis")

    assert workspace.study_with(guid, "New roles") is workspace.study("elsewhere")
    assert workspace.study_with(guid, "New roles") is workspace.study("elsewhere")


def test_a_study_that_is_not_in_the_library_is_named(workspace):
    with pytest.raises(NotFound, match="“Gone” is not in this library"):
        workspace.study_with("no such", "Gone")


def test_an_encrypted_study_may_be_the_one_that_is_looked_for(workspace, library):
    new_study(library / "secret.trellis", "Secret", "Ana", passphrase="a long passphrase").close()

    with pytest.raises(Locked, match="open that first, with its passphrase: secret"):
        workspace.study_with("no such", "Secret")

    secret = workspace.open("secret", "a long passphrase")
    assert workspace.study_with(secret.about().guid, "Secret") is secret


def test_a_study_that_another_program_writes_to_is_opened_and_read(workspace, library):
    holding = open_file(library / "roles.trellis")

    with holding.write():
        title = workspace.study("roles").about().title

    holding.close()
    assert title == "New roles"
