from __future__ import annotations

import io
import uuid
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.web.bringing import ended
from trellis.web import manuscripts

ROOT = Path(__file__).parents[3]
ROLES = ROOT / "src/trellis/examples/roles"
FAULTY = ROOT / "examples/check-a-manuscript/faulty.md"


@pytest.fixture
def check():
    return uuid.uuid4().hex


def give(client, check, part, name, data, n=0):
    return client.put(f"/api/manuscripts/{check}/{part}/{n}", params={"name": name}, content=data)


def give_example(client, check):
    give(client, check, "manuscript", "faulty.md", FAULTY.read_bytes())
    for n, path in enumerate(sorted((ROLES / "transcripts").iterdir())[:6]):
        give(client, check, "transcript", path.name, path.read_bytes(), n)
    give(client, check, "sample", "people.csv", (ROLES / "people.csv").read_bytes())


def run(server, client, check, **how):
    job = client.post(f"/api/manuscripts/{check}/review", json=how)
    assert job.status_code == 202, job.text
    ended(server, job.json()["id"])
    return client.get(f"/api/jobs/{job.json()['id']}").json()


def test_a_manuscript_is_checked_without_a_study(server, client, check, library):
    give_example(client, check)
    job = run(server, client, check)
    review = client.get(f"/api/manuscripts/{check}/review").json()

    assert job["state"] == "done"
    assert review["transcripts"] == 6
    assert review["counts"]["wrong"] > 0
    assert 0 < len(review["first_page"]) <= 10
    assert list(library.iterdir()) == []


def test_the_remark_has_the_words_of_both_sides(server, client, check):
    give_example(client, check)
    run(server, client, check)
    remarks = client.get(f"/api/manuscripts/{check}/review").json()["remarks"]

    changed = next(each for each in remarks if "“always” is printed" in each["said"])
    assert changed["spots"][0]["words"].startswith("Nobody does. I always")
    assert changed["sources"][0]["words"].startswith("Nobody does. I still")
    assert changed["resolves"]


def test_a_transcript_that_cannot_be_read_is_left_out_and_named(server, client, check):
    give_example(client, check)
    give(client, check, "transcript", "broken.docx", b"PK\x03\x04 not a document", 99)
    run(server, client, check)
    notices = client.get(f"/api/manuscripts/{check}/review").json()["notices"]

    assert any("broken.docx" in notice["message"] for notice in notices)


def test_k_is_heeded(server, client, check):
    give_example(client, check)
    run(server, client, check, k=5)

    assert client.get(f"/api/manuscripts/{check}/review").json()["k"] == 5


def test_the_manuscript_is_fetched_with_comments(server, client, check):
    give_example(client, check)
    run(server, client, check)
    answer = client.get(f"/api/manuscripts/{check}/commented.docx")

    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''faulty-commented.docx"
    assert "word/comments.xml" in ZipFile(io.BytesIO(answer.content)).namelist()


def test_the_review_is_fetched_as_a_file_with_every_quotation(server, client, check):
    give_example(client, check)
    run(server, client, check)
    answer = client.get(f"/api/manuscripts/{check}/review.json")

    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.json()["quotations"][0]["spot"]["words"]


def test_the_files_are_thrown_away_when_the_job_ends(server, client, check):
    give_example(client, check)
    run(server, client, check)
    again = run(server, client, check)

    assert again["state"] == "failed"
    assert "no manuscript" in again["problem"]["detail"]


def test_what_was_found_is_thrown_away_when_asked(server, client, check):
    give_example(client, check)
    run(server, client, check)

    assert client.delete(f"/api/manuscripts/{check}").status_code == 204
    assert client.get(f"/api/manuscripts/{check}/review").status_code == 404


def test_a_check_without_transcripts_says_so(server, client, check):
    give(client, check, "manuscript", "faulty.md", FAULTY.read_bytes())
    job = run(server, client, check)

    assert job["state"] == "failed"
    assert "no transcripts" in job["problem"]["detail"]


def test_a_manuscript_that_cannot_be_read_is_named(server, client, check):
    give(client, check, "manuscript", "draft.docx", b"PK\x03\x04 not a document")
    give(client, check, "transcript", "one.txt", b"P1: Yes.\n")

    assert "draft.docx" in run(server, client, check)["problem"]["detail"]


def test_a_file_that_is_too_large_is_refused(client, check, monkeypatch):
    monkeypatch.setattr(manuscripts, "MOST_FILE_BYTES", 10)

    answer = give(client, check, "manuscript", "draft.md", b"eleven byte")

    assert answer.status_code == 413
    assert "draft.md" in answer.json()["detail"]


def test_files_that_are_too_large_together_are_refused(client, check, monkeypatch):
    monkeypatch.setattr(manuscripts, "MOST_BYTES", 15)
    give(client, check, "transcript", "one.txt", b"ten bytes.", 0)

    assert give(client, check, "transcript", "two.txt", b"ten bytes.", 1).status_code == 413
    assert give(client, check, "transcript", "one.txt", b"ten more..", 0).status_code == 200


def test_a_check_that_nobody_began_is_not_found(client, check):
    assert client.post(f"/api/manuscripts/{check}/review", json={}).status_code == 404


def test_a_stranger_is_refused(server, check):
    with server.stranger() as stranger:
        assert stranger.get(f"/api/manuscripts/{check}/review").status_code == 401
