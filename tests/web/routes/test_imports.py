from __future__ import annotations

import pytest

from tests.web.bringing import ended, interviews, start, upload
from tests.web.listening import listening
from tests.web.served import served
from trellis.bootstrap import new_study, open_study
from trellis.core.errors import NotFound
from trellis.web import security
from trellis.web import uploads as uploading


def names(library, study="roles"):
    with open_study(library / f"{study}.trellis", "Ana") as opened:
        return [row[0] for row in opened.sources.listing().rows()]


def test_files_are_brought_in_by_a_job(server, client, roles, library):
    job = start(client, upload(client, interviews("Moira", "Ted")))
    ended(server, job.json()["id"])

    assert job.status_code == 202
    report = client.get(f"/api/studies/roles/imports/{job.json()['id']}").json()
    assert [(item["name"], item["outcome"]) for item in report["items"]] == [("Moira.txt", "in"), ("Ted.txt", "in")]
    assert names(library) == ["Moira", "Ted"]


def test_a_job_that_has_ended_says_what_it_wrote(server, client, roles):
    job = start(client, upload(client, interviews("Moira", "Ted"))).json()
    ended(server, job["id"])

    told = client.get(f"/api/jobs/{job['id']}").json()

    assert (told["state"], told["done"], told["total"]) == ("done", 2, 2)
    assert told["written"]["changes"] == 2


def test_a_preview_writes_nothing(server, client, roles, library):
    batch = upload(client, interviews("Moira"))
    job = start(client, batch, dry_run=True).json()
    ended(server, job["id"])

    report = client.get(f"/api/studies/roles/imports/{job['id']}").json()

    assert report["items"][0]["outcome"] == "would come in"
    assert {line["spellings"] for line in report["labels"]} == {"INT", "P1"}
    assert names(library) == []
    assert client.get(f"/api/studies/roles/uploads/{batch}").status_code == 200


def test_labels_of_the_batch_are_put_right(server, client, roles, library):
    batch = upload(client, interviews("Moira"))
    job = start(client, batch, labels=[{"label": "P1", "role": "participant", "case": "Denise"}]).json()
    ended(server, job["id"])

    with open_study(library / "roles.trellis", "Ana") as study:
        assert [row[0] for row in study.cases.listing().rows()] == ["Denise"]


def test_a_bad_file_is_refused_by_name_and_the_others_go_in(server, client, roles, library):
    job = start(client, upload(client, {"bad.docx": b"PK\x03\x04 cut off", **interviews("Ted")})).json()
    ended(server, job["id"])

    items = client.get(f"/api/studies/roles/imports/{job['id']}").json()["items"]

    assert [(item["name"], item["outcome"]) for item in items] == [("bad.docx", "refused"), ("Ted.txt", "in")]
    assert items[0]["message"]


def test_an_upload_is_thrown_away_once_it_is_in(server, client, roles):
    batch = upload(client, interviews("Moira"))
    ended(server, start(client, batch).json()["id"])

    assert client.get(f"/api/studies/roles/uploads/{batch}").status_code == 404


def test_an_upload_is_thrown_away_when_asked(server, client, roles):
    batch = upload(client, interviews("Moira"))

    assert client.delete(f"/api/studies/roles/uploads/{batch}").status_code == 204

    job = start(client, batch).json()
    ended(server, job["id"])
    told = client.get(f"/api/jobs/{job['id']}").json()
    assert (told["state"], told["problem"]["slug"]) == ("failed", "not-found")


def test_the_same_number_again_replaces_a_file(client, roles):
    batch = upload(client, interviews("Moira"))
    client.put(f"/api/studies/roles/uploads/{batch}/0", params={"name": "other.txt"}, content=b"INT: Who?")

    files = client.get(f"/api/studies/roles/uploads/{batch}").json()["files"]

    assert files == [{"n": 0, "name": "other.txt", "bytes": 9}]


def test_an_oversized_file_is_refused_before_it_is_sent(client, roles, monkeypatch):
    monkeypatch.setattr(uploading, "MOST_FILE_BYTES", 10)

    answer = client.put("/api/studies/roles/uploads/batch-0001/0", params={"name": "big.txt"}, content=b"x" * 11)

    assert answer.status_code == 413
    assert answer.json()["slug"] == "too-large"
    assert "big.txt" in answer.json()["detail"]


def test_an_oversized_file_of_unknown_size_is_refused_as_it_comes(client, roles, monkeypatch):
    monkeypatch.setattr(uploading, "MOST_FILE_BYTES", 10)

    answer = client.put(
        "/api/studies/roles/uploads/batch-0001/0", params={"name": "big.txt"}, content=iter([b"x" * 6, b"x" * 6])
    )

    assert answer.status_code == 413
    assert client.get("/api/studies/roles/uploads/batch-0001").json()["files"] == []


def test_a_batch_has_a_limit_too(client, roles, monkeypatch):
    monkeypatch.setattr(uploading, "MOST_UPLOAD_BYTES", 10)
    client.put("/api/studies/roles/uploads/batch-0001/0", params={"name": "a.txt"}, content=b"x" * 10)

    answer = client.put("/api/studies/roles/uploads/batch-0001/1", params={"name": "b.txt"}, content=b"x")

    assert answer.status_code == 413


def test_a_write_of_unbearable_length_is_not_read(client, roles, monkeypatch):
    monkeypatch.setattr(security, "MOST_BODY_BYTES", 10)

    assert client.post("/api/studies", json={"title": "Too long for this"}).status_code == 413


def test_a_write_that_does_not_say_its_length_is_refused(client, roles):
    answer = client.post("/api/studies", content=iter([b'{"title": ', b'"Long"}']))

    assert answer.status_code == 422
    assert "Content-Length" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("C:\\Users\\a\\b.txt", "C:/Users/a/b.txt"),
        ("<script>alert(1)</script>.txt", "<script>alert(1)</script>.txt"),
        ("a\x00\nb.txt", "a__b.txt"),
        ("\u202etxt.exe", "_txt.exe"),
        ("/", "unnamed"),
    ],
)
def test_hostile_file_names_are_names_only(client, roles, library, given, kept):
    answer = client.put("/api/studies/roles/uploads/batch-0001/0", params={"name": given}, content=b"INT: Who?")

    assert answer.json()["name"] == kept
    assert [path.name for path in library.iterdir() if "trellis" not in path.suffix] == []


def test_a_hostile_name_goes_through_the_import_as_it_is(server, client, roles, library):
    files = {"<script>alert(1)</script>.txt": b"INT: Who?\n\nP1: <img src=x onerror=alert(1)>\n"}
    job = start(client, upload(client, files)).json()
    ended(server, job["id"])

    answer = client.get(f"/api/studies/roles/imports/{job['id']}")

    assert answer.json()["items"][0]["outcome"] == "in"
    assert answer.headers["content-type"] == "application/json"


def test_nothing_of_an_upload_stands_on_the_disk_in_plain(server, client, library):
    new_study(library / "secret.trellis", "Secret", "Ana", passphrase="a long passphrase").close()
    client.post("/api/studies/secret/open", json={"passphrase": "a long passphrase"})
    batch = upload(client, {"a.txt": b"INT: A word that nobody may read.\n" * 100}, "secret")

    upload_file = server.uploads.get("secret", batch)._file
    upload_file.seek(0)

    assert b"nobody may read" not in upload_file.read()


def test_an_encrypted_study_takes_files(server, client, library):
    new_study(library / "secret.trellis", "Secret", "Ana", passphrase="a long passphrase").close()
    client.post("/api/studies/secret/open", json={"passphrase": "a long passphrase"})
    job = start(client, upload(client, interviews("Moira"), "secret"), "secret").json()
    ended(server, job["id"])

    assert client.get(f"/api/studies/secret/imports/{job['id']}").json()["items"][0]["outcome"] == "in"


def test_the_same_request_imports_once(server, client, roles, library):
    batch = upload(client, interviews("Moira"))
    mark = {"Idempotency-Key": "request-00001"}
    first = start(client, batch, headers=mark).json()
    ended(server, first["id"])

    second = start(client, batch, headers=mark)

    assert second.json()["id"] == first["id"]
    assert second.json()["state"] == "done"
    assert names(library) == ["Moira"]


def test_an_import_that_ran_before_a_restart_is_not_run_again(library, roles):
    mark = {"Idempotency-Key": "request-00001"}
    with served(library) as before, before.client() as client:
        batch = upload(client, interviews("Moira"))
        ended(before, start(client, batch, headers=mark).json()["id"])

    with served(library) as after, after.client() as client:
        again = start(client, batch, headers=mark).json()

    assert again["state"] == "interrupted"
    assert again["written"]["changes"] == 1


def test_a_mark_of_another_import_is_refused(server, client, roles):
    mark = {"Idempotency-Key": "request-00001"}
    ended(server, start(client, upload(client, interviews("Moira")), headers=mark).json()["id"])

    answer = start(client, upload(client, interviews("Ted")), headers=mark)

    assert answer.status_code == 409
    assert answer.json()["slug"] == "request-reused"


def test_a_job_is_watched_over_the_stream(server, client, roles):
    batch = upload(client, interviews("Moira"))
    with listening(client) as stream:
        job = start(client, batch).json()

        states = [stream.next("job")["state"]]
        while states[-1] != "done":
            states.append(stream.next("job")["state"])

    assert states[0] == "running"
    assert client.get(f"/api/jobs/{job['id']}").json()["state"] == "done"


def test_a_job_that_is_not_there_is_not_found(client, roles):
    assert client.get("/api/jobs/nothing").status_code == 404
    assert client.delete("/api/jobs/nothing").status_code == 404
    assert client.get("/api/studies/roles/imports/nothing").status_code == 404


def test_idle_uploads_are_thrown_away():
    time = [0.0]
    held = uploading.Uploads(now=lambda: time[0])
    held.open("roles", "batch-0001")
    time[0] += uploading.IDLE_S + 1

    held.open("roles", "batch-0002")

    with pytest.raises(NotFound):
        held.get("roles", "batch-0001")
    held.close()
