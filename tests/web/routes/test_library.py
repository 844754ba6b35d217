from __future__ import annotations

import pytest

from tests.web.served import served
from trellis.bootstrap import new_study, open_study


def test_an_empty_library_has_no_studies(client):
    assert client.get("/api/studies").json() == {"items": [], "deleted": []}


def test_a_study_is_listed_with_what_is_in_it(client, roles):
    (listed,) = client.get("/api/studies").json()["items"]

    assert (listed["name"], listed["title"]) == ("roles", "New roles")
    assert listed["counts"] == {"sources": 0, "cases": 0, "themes": 0, "codings": 0}
    assert listed["problem"] is None
    assert not listed["encrypted"]


def test_what_cannot_be_read_is_listed_with_the_reason(client, library):
    (library / "text.trellis").write_text("no database")
    new_study(library / "secret.trellis", "Secret", "Ana", passphrase="a long passphrase").close()
    (library / "empty.trellis").write_bytes(b"")

    listed = {one["name"]: one for one in client.get("/api/studies").json()["items"]}

    assert {name: one["problem"] for name, one in listed.items()} == {
        "text": "not-a-study",
        "secret": "locked",
        "empty": "not-a-study",
    }
    assert listed["secret"]["encrypted"]
    assert listed["secret"]["title"] is None


def test_a_study_is_made_under_a_name_from_its_title(client, library):
    answer = client.post("/api/studies", json={"title": "Peers: who counts?", "questions": ["Who?"]})

    assert answer.status_code == 201
    assert answer.json() == {"name": "Peers who counts"}
    assert (library / "Peers who counts.trellis").is_file()
    assert client.get("/api/studies/Peers who counts").json()["questions"] == ["Who?"]


def test_a_second_study_of_a_title_gets_a_number(client):
    client.post("/api/studies", json={"title": "Roles"})

    assert client.post("/api/studies", json={"title": "roles"}).json() == {"name": "roles 2"}


def test_whoever_makes_a_study_leads_it(client):
    client.post("/api/studies", json={"title": "Roles"})

    me = client.get("/api/studies/Roles").json()["me"]

    assert (me["name"], me["role"]) == ("Ana", "lead")


@pytest.mark.parametrize(
    "name", ["../out", "/etc/passwd", "a/b", "a\\b", ".hidden", "con", "nul.x", "a\x00b", "a\nb", " ", "x" * 101, "a."]
)
def test_a_name_that_leads_out_of_the_library_is_refused(client, library, name):
    answer = client.post("/api/studies", json={"title": "Roles", "name": name})

    assert answer.status_code == 422
    assert list(library.iterdir()) == []


@pytest.mark.parametrize(
    "path", ["..%2Fout", "%2e%2e%2fout", "..%5Cout", "roles%00", "%2Fetc%2Fpasswd", "Deleted%2Froles", "~roles"]
)
def test_a_path_finds_nothing_outside_the_library(client, library, path):
    new_study(library.parent / "out.trellis", "Out", "Ana").close()

    assert client.get(f"/api/studies/{path}").status_code == 404


def test_the_same_request_makes_one_study(client, library):
    mark = {"Idempotency-Key": "request-00001"}
    first = client.post("/api/studies", json={"title": "Roles"}, headers=mark)

    second = client.post("/api/studies", json={"title": "Roles"}, headers=mark)

    assert second.json() == first.json()
    assert [path.name for path in library.glob("*.trellis")] == ["Roles.trellis"]


def test_the_same_request_makes_one_study_over_a_restart(library):
    mark = {"Idempotency-Key": "request-00001"}
    with served(library) as before, before.client() as client:
        first = client.post("/api/studies", json={"title": "Roles"}, headers=mark)

    with served(library) as after, after.client() as client:
        second = client.post("/api/studies", json={"title": "Roles"}, headers=mark)

        assert second.json() == first.json()
        assert [one["name"] for one in client.get("/api/studies").json()["items"]] == ["Roles"]


def test_a_mark_that_is_used_for_another_study_is_refused(client):
    mark = {"Idempotency-Key": "request-00001"}
    client.post("/api/studies", json={"title": "Roles"}, headers=mark)

    second = client.post("/api/studies", json={"title": "Peers"}, headers=mark)

    assert second.status_code == 409
    assert second.json()["slug"] == "request-reused"


def test_an_encrypted_study_asks_for_its_passphrase(client, library):
    new_study(library / "secret.trellis", "Secret", "Ana", passphrase="a long passphrase").close()

    assert client.get("/api/studies/secret").status_code == 423
    assert client.post("/api/studies/secret/open", json={"passphrase": "another one"}).status_code == 403
    opened = client.post("/api/studies/secret/open", json={"passphrase": "a long passphrase"})

    assert opened.json()["title"] == "Secret"
    assert client.get("/api/studies/secret").json()["encrypted"]


def test_an_encrypted_study_is_made(client, library):
    client.post("/api/studies", json={"title": "Secret", "passphrase": "a long passphrase"})

    assert b"SQLite" not in (library / "Secret.trellis").read_bytes()[:16]
    assert client.get("/api/studies/Secret").status_code == 200


def test_a_study_is_deleted_once_its_title_is_typed(client, roles, library):
    client.get("/api/studies/roles")

    wrong = client.request("DELETE", "/api/studies/roles", json={"typed": "roles?"})
    right = client.request("DELETE", "/api/studies/roles", json={"typed": "New roles"})

    assert wrong.status_code == 422
    assert right.status_code == 200
    shelf = client.get("/api/studies").json()
    assert shelf["items"] == []
    assert [one["name"] for one in shelf["deleted"]] == ["roles"]
    assert not list(library.glob("roles*"))


def test_a_deleted_study_is_recovered(client, roles):
    deleted = client.request("DELETE", "/api/studies/roles", json={"typed": "New roles"}).json()

    answer = client.post(f"/api/studies/{deleted['mark']}/recover")

    assert answer.json() == {"name": "roles"}
    assert client.get("/api/studies/roles").json()["title"] == "New roles"


def test_a_recovered_study_does_not_take_another_ones_place(client, roles, library):
    deleted = client.request("DELETE", "/api/studies/roles", json={"typed": "New roles"}).json()
    new_study(library / "roles.trellis", "Other roles", "Ana").close()

    answer = client.post(f"/api/studies/{deleted['mark']}/recover")

    assert answer.json() == {"name": "roles 2"}
    assert client.get("/api/studies/roles").json()["title"] == "Other roles"


def test_deleting_twice_is_the_same_as_once_over_a_restart(library, roles):
    mark = {"Idempotency-Key": "request-00001"}
    with served(library) as before, before.client() as client:
        first = client.request("DELETE", "/api/studies/roles", json={"typed": "New roles"}, headers=mark)

    with served(library) as after, after.client() as client:
        second = client.request("DELETE", "/api/studies/roles", json={"typed": "New roles"}, headers=mark)

    assert (first.status_code, second.status_code) == (200, 200)
    assert second.json() == first.json()


def test_a_study_that_another_program_works_in_is_not_deleted(client, roles, library):
    with open_study(library / "roles.trellis", "Ben") as elsewhere:
        elsewhere.describe(notice="at work")

        answer = client.request("DELETE", "/api/studies/roles", json={"typed": "New roles"})

    assert answer.status_code == 409
    assert client.get("/api/studies/roles").json()["notice"] == "at work"


def test_a_study_that_is_not_there_is_not_found(client):
    assert client.get("/api/studies/nothing").status_code == 404
    assert client.request("DELETE", "/api/studies/nothing", json={"typed": "nothing"}).status_code == 404
    assert client.post("/api/studies/nothing~00000000/recover").status_code == 404


def test_the_example_study_is_made(client):
    made = client.post("/api/studies/example").json()

    study = client.get(f"/api/studies/{made['name']}").json()

    assert "Fiction" in study["notice"]
    assert {person["name"] for person in study["people"]} >= {"Cleo", "Ana", "Ben"}


def test_the_other_example_is_made_by_its_name(client):
    made = client.post("/api/studies/example", params={"which": "peer"}).json()

    study = client.get(f"/api/studies/{made['name']}").json()

    assert made["name"] == "peer"
    assert {person["name"] for person in study["people"]} >= {"Hester"}


def test_a_study_begins_with_a_template(client, library):
    client.post("/api/studies", json={"title": "Scheme", "template": "evaluation"})

    with open_study(library / "Scheme.trellis", "Ana") as study:
        assert [row[0] for row in study.waves.listing().rows()] == ["before", "after"]


def test_an_encrypted_study_that_is_open_is_listed_with_its_title_and_deleted_by_it(client):
    client.post("/api/studies", json={"title": "Secret roles", "name": "secret", "passphrase": "a long passphrase"})

    (listed,) = client.get("/api/studies").json()["items"]
    answer = client.request("DELETE", "/api/studies/secret", json={"typed": "Secret roles"})

    assert (listed["title"], listed["problem"], listed["encrypted"]) == ("Secret roles", None, True)
    assert answer.status_code == 200
