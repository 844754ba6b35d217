from __future__ import annotations

import pytest

from trellis.bootstrap import new_study, open_study

PASSPHRASE = "seven buses to Quill"


@pytest.fixture
def saved(tmp_path):
    """A study's file outside the library."""
    with new_study(tmp_path / "elsewhere.trellis", "Elsewhere", "Ana") as study:
        study.cases.add("Joan")
    return tmp_path / "elsewhere.trellis"


def sent(client, path, arrival="arrival-1"):
    return client.put(f"/api/arrivals/uploads/{arrival}", content=path.read_bytes())


def taken(client, arrival="arrival-1", **more):
    return client.post(f"/api/arrivals/{arrival}", json={"name": "elsewhere.trellis", **more})


def test_a_study_file_is_taken_in_and_opens(client, library, saved):
    assert sent(client, saved).json() == {"bytes": saved.stat().st_size}

    assert taken(client).json() == {"name": "elsewhere"}
    assert client.get("/api/studies/elsewhere").json()["title"] == "Elsewhere"
    assert [path.name for path in library.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("content", [b"INT: Good morning.", b"PK\x03\x04" + b"\0" * 4092, b""])
def test_what_is_no_study_is_refused_and_thrown_away(client, library, tmp_path, content):
    (tmp_path / "other.trellis").write_bytes(content)

    answer = sent(client, tmp_path / "other.trellis")

    assert (answer.status_code, answer.json()["slug"]) == (409, "not-a-study")
    assert list(library.iterdir()) == []


def test_another_database_is_refused_by_its_name(client, library, tmp_path, saved):
    data = bytearray(saved.read_bytes())
    data[68:72] = b"\0\0\0\1"
    (tmp_path / "other.trellis").write_bytes(data)
    sent(client, tmp_path / "other.trellis")

    answer = taken(client)

    assert answer.status_code == 409
    assert "“elsewhere.trellis” is a database, but not a Trellis study" in answer.json()["detail"]
    assert list(library.glob(".*")) == []


def test_a_broken_study_is_refused(client, library, saved, tmp_path):
    data = saved.read_bytes()
    (tmp_path / "cut.trellis").write_bytes(data[: len(data) // 2])
    sent(client, tmp_path / "cut.trellis")

    assert taken(client).status_code == 409
    assert client.get("/api/studies").json()["items"] == []


def test_the_same_study_twice_is_told_and_may_stand_beside(client, saved):
    sent(client, saved)
    taken(client)
    sent(client, saved, "arrival-2")

    refused = taken(client, "arrival-2")
    assert (refused.status_code, refused.json()["slug"]) == (409, "already-there")
    assert taken(client, "arrival-2", again=True).json() == {"name": "elsewhere 2"}


def test_an_encrypted_study_asks_for_its_passphrase(client, library, tmp_path):
    new_study(tmp_path / "locked.trellis", "Locked", "Ana", passphrase=PASSPHRASE).close()
    sent(client, tmp_path / "locked.trellis")

    assert taken(client).status_code == 423
    assert taken(client, passphrase="eight buses to Quill").status_code == 403
    name = taken(client, passphrase=PASSPHRASE).json()["name"]

    with open_study(library / f"{name}.trellis", passphrase=PASSPHRASE) as study:
        assert study.title == "Locked"


def test_a_file_leads_nowhere_outside_the_library(client, saved):
    assert client.put("/api/arrivals/uploads/..%2f..%2fx-12345678", content=b"x").status_code in {404, 405, 422}
    assert taken(client, "arrival-9").status_code == 404
