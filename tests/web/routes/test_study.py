from __future__ import annotations

from tests.web.served import served
from trellis.bootstrap import open_study


def edit(client, title, rev, **headers):
    return client.patch("/api/studies/roles", json={"title": title}, headers={"If-Match": f'"{rev}"', **headers})


def test_a_study_says_what_it_is(client, roles):
    study = client.get("/api/studies/roles").json()

    assert study["title"] == "New roles"
    assert study["number"] == 1
    assert len(study["head"]) == 64


def test_an_edit_is_one_change(client, roles):
    before = client.get("/api/studies/roles").json()

    answer = edit(client, "Newer roles", before["rev"])

    after = client.get("/api/studies/roles").json()
    assert answer.status_code == 200
    assert (answer.json()["change"], answer.json()["action"]) == (2, "study.describe")
    assert answer.json()["rev"] == after["rev"]
    assert after["title"] == "Newer roles"


def test_an_edit_that_changes_nothing_is_no_change(client, roles):
    before = client.get("/api/studies/roles").json()

    answer = edit(client, "New roles", before["rev"])

    assert answer.json() == {"rev": None, "change": None, "changes": 0, "action": None, "made": []}


def test_an_edit_of_an_outdated_revision_is_refused_with_the_current_record(client, roles):
    rev = client.get("/api/studies/roles").json()["rev"]
    edit(client, "Theirs", rev)

    answer = edit(client, "Mine", rev)

    assert answer.status_code == 412
    problem = answer.json()
    assert problem["slug"] == "outdated"
    assert problem["current"]["title"] == "Theirs"
    assert problem["current"]["rev"] != rev


def test_an_edit_says_what_it_rests_on(client, roles):
    answer = client.patch("/api/studies/roles", json={"title": "Mine"})

    assert answer.status_code == 428
    assert client.patch("/api/studies/roles", json={"title": "Mine"}, headers={"If-Match": "7"}).status_code == 422


def test_a_write_without_a_mark_is_refused(server, client, roles):
    rev = client.get("/api/studies/roles").json()["rev"]
    with server.stranger() as bare:
        bare.cookies = client.cookies

        answer = edit(bare, "Mine", rev)

    assert answer.status_code == 428


def test_the_second_of_two_equal_requests_gets_the_firsts_answer(client, roles):
    rev = client.get("/api/studies/roles").json()["rev"]
    mark = {"Idempotency-Key": "request-00001"}
    first = edit(client, "Newer", rev, **mark)
    edit(client, "Newest", first.json()["rev"])

    second = edit(client, "Newer", rev, **mark)

    assert second.status_code == 200
    assert second.json() == first.json()
    assert client.get("/api/studies/roles").json()["title"] == "Newest"


def test_equal_requests_are_known_over_a_restart(library, roles):
    mark = {"Idempotency-Key": "request-00001"}
    with served(library) as before, before.client() as client:
        rev = client.get("/api/studies/roles").json()["rev"]
        first = edit(client, "Newer", rev, **mark)

    with served(library) as after, after.client() as client:
        second = edit(client, "Newer", rev, **mark)
        other = edit(client, "Other", rev, **mark)

        assert second.json() == first.json()
        assert other.status_code == 409
        assert other.json()["slug"] == "request-reused"
        assert client.get("/api/studies/roles").json()["number"] == 2


def test_a_request_that_was_refused_may_be_sent_again(client, roles):
    mark = {"Idempotency-Key": "request-00001"}
    rev = client.get("/api/studies/roles").json()["rev"]

    refused = edit(client, " ", rev, **mark)
    again = edit(client, "Newer", rev, **mark)

    assert (refused.status_code, again.status_code) == (422, 200)


def test_what_the_command_line_wrote_is_there(client, roles, library):
    client.get("/api/studies/roles")

    with open_study(library / "roles.trellis", "Ben") as elsewhere:
        elsewhere.describe(title="From elsewhere")

    assert client.get("/api/studies/roles").json()["title"] == "From elsewhere"


def test_a_file_put_in_the_place_of_another_is_opened_anew(client, roles, library):
    client.get("/api/studies/roles")
    with open_study(library / "roles.trellis", "Ben") as study:
        study.history.backup(library / "saved.trellis")
    edit(client, "Newer", client.get("/api/studies/roles").json()["rev"])
    (library / "saved.trellis").rename(library / "roles.trellis")

    study = client.get("/api/studies/roles").json()

    assert study["title"] == "New roles"
    assert "earlier state" in study["warning"]


def test_hostile_words_come_back_as_they_are(client, roles):
    title = "<script>alert(1)</script> \u202e'\"&"

    edit(client, title, client.get("/api/studies/roles").json()["rev"])

    answer = client.get("/api/studies/roles")
    assert answer.json()["title"] == title
    assert answer.headers["content-type"] == "application/json"
