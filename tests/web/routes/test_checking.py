from __future__ import annotations

from tests.web.bringing import ended


def test_a_sound_study_has_no_problems(server, client, roles):
    job = client.post("/api/studies/roles/check").json()
    ended(server, job["id"])

    assert client.get(f"/api/studies/roles/check/{job['id']}").json() == []
    assert client.get(f"/api/jobs/{job['id']}").json()["state"] == "done"


def test_a_check_that_is_not_there_is_not_found(client, roles):
    assert client.get("/api/studies/roles/check/nothing").status_code == 404
