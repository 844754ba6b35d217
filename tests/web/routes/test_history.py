from __future__ import annotations

import pytest

from tests.web.served import served
from trellis.bootstrap import open_study


@pytest.fixture
def worked(client, roles):
    """The study after Ana gave it two more titles."""
    for title in ("Second", "Third"):
        rename(client, title)
    return roles


def rename(client, title):
    rev = client.get("/api/studies/roles").json()["rev"]
    return client.patch("/api/studies/roles", json={"title": title}, headers={"If-Match": f'"{rev}"'})


def title(client):
    return client.get("/api/studies/roles").json()["title"]


def test_the_history_is_told_in_words_newest_first(client, worked):
    lines = client.get("/api/studies/roles/history").json()["items"]

    assert [line["number"] for line in lines] == [3, 2, 1]
    assert [line["words"] for line in lines][-1] == "made the study"
    assert {line["person"] for line in lines} <= {"Ana", ""}


def test_the_history_comes_in_pages(client, worked):
    first = client.get("/api/studies/roles/history?limit=2").json()
    second = client.get(f"/api/studies/roles/history?limit=2&after={first['next']}").json()

    assert [line["number"] for line in first["items"] + second["items"]] == [3, 2, 1]
    assert second["next"] is None


def test_a_cursor_that_is_none_is_refused(client, worked):
    assert client.get("/api/studies/roles/history?after=x").status_code == 422


def test_an_import_is_one_line(client, roles, library, tmp_path):
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"INT: Who?\n\nP1: {name}.\n")
    with open_study(library / "roles.trellis", "Ben") as study:
        study.sources.bring_in([tmp_path / f"{name}.txt" for name in ("a", "b", "c")])

    line = client.get("/api/studies/roles/history").json()["items"][0]

    assert (line["changes"], line["words"], line["person"]) == (3, "brought in", "Ben")


def test_undo_says_what_it_took_back(client, worked):
    answer = client.post("/api/studies/roles/undo").json()

    assert title(client) == "Second"
    assert (answer["line"]["number"], answer["line"]["action"]) == (3, "study.describe")
    assert answer["line"]["undone"]
    assert answer["written"]["action"] == "history.undo"


def test_redo_brings_it_back(client, worked):
    client.post("/api/studies/roles/undo")

    answer = client.post("/api/studies/roles/redo").json()

    assert title(client) == "Third"
    assert answer["line"]["action"] == "history.undo"


def test_undo_goes_on_to_the_end_and_then_says_so(client, worked):
    client.post("/api/studies/roles/undo")
    client.post("/api/studies/roles/undo")

    answer = client.post("/api/studies/roles/undo")

    assert answer.status_code == 200
    assert answer.json()["line"] is None
    assert title(client) == "New roles"


def test_undo_takes_back_ones_own_changes_only(client, worked, library):
    with open_study(library / "roles.trellis", "Ben") as study:
        study.memos.add("By Ben.")

    answer = client.post("/api/studies/roles/undo").json()

    assert answer["line"]["person"] == "Ana"


def test_a_later_change_that_forbids_undo_is_named(client, worked):
    answer = client.post("/api/studies/roles/history/2/undo")

    assert answer.status_code == 409
    problem = answer.json()
    assert problem["slug"] == "cannot-undo"
    assert problem["later"] == 3
    assert "change 3" in problem["detail"]


def test_undoing_the_same_request_twice_undoes_once(client, worked):
    mark = {"Idempotency-Key": "request-00001"}
    first = client.post("/api/studies/roles/undo", headers=mark)

    second = client.post("/api/studies/roles/undo", headers=mark)

    assert second.json() == first.json()
    assert title(client) == "Second"


def test_an_undo_is_known_over_a_restart(library, roles):
    mark = {"Idempotency-Key": "request-00001"}
    with served(library) as before, before.client() as client:
        rename(client, "Second")
        rename(client, "Third")
        first = client.post("/api/studies/roles/undo", headers=mark)

    with served(library) as after, after.client() as client:
        assert client.post("/api/studies/roles/undo", headers=mark).json() == first.json()
        assert title(client) == "Second"


def test_one_change_is_told_by_its_number(client, worked):
    assert client.get("/api/studies/roles/history/2").json()["number"] == 2
    assert client.get("/api/studies/roles/history/99").status_code == 404
