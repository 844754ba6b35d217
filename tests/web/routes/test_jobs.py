from __future__ import annotations

from tests.web.bringing import ended, interviews, start, upload
from trellis.study.requests import Request
from trellis.web.jobs import Download


def run(server, deed, study="roles"):
    job = server.jobs.start(study, "export", Request("request-00001", b"a"), deed)
    assert job.ended.wait(60)
    return job.id


def test_a_file_that_a_job_made_is_fetched(server, client, roles):
    job = run(server, lambda _progress: Download("Rôles & co.csv", "text/csv", b"a,b\n"))

    answer = client.get(f"/api/jobs/{job}/file")

    assert answer.content == b"a,b\n"
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''R%C3%B4les%20%26%20co.csv"
    assert client.get(f"/api/jobs/{job}").json()["file"] == "Rôles & co.csv"


def test_a_hostile_name_stays_one_header(server, client, roles):
    job = run(server, lambda _progress: Download('a"\r\nX-Evil: 1\r\n.html', "text/html", b"<script>"))

    answer = client.get(f"/api/jobs/{job}/file")

    assert "x-evil" not in answer.headers
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_job_without_a_file_has_none(server, client, roles):
    job = run(server, lambda _progress: 7)

    assert client.get(f"/api/jobs/{job}/file").status_code == 404


def test_a_job_is_stopped_after_the_last_whole_change(server, client, roles):
    batch = upload(client, interviews(*(f"Person {n}" for n in range(40))))
    job = start(client, batch).json()["id"]
    client.delete(f"/api/jobs/{job}")
    ended(server, job)

    told = client.get(f"/api/jobs/{job}").json()

    assert told["state"] in {"stopped", "done"}
    brought = client.get("/api/studies/roles").json()["number"] - 1
    assert told["written"]["changes"] == brought
    assert client.post("/api/studies/roles/undo").status_code == 200
