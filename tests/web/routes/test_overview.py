from __future__ import annotations


def test_a_new_study_has_nothing_done_and_nothing_open(client, roles):
    assert client.get("/api/studies/roles/overview").json() == {"sources": [], "themes": [], "attention": []}
