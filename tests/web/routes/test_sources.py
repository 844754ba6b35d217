from __future__ import annotations

import pytest

from tests.study.indexed_study import filled
from trellis.bootstrap import open_study


@pytest.fixture
def sources(client, roles, library):
    """The keys of three sources, by name."""
    with open_study(library / "roles.trellis", "Ana") as study:
        filled(study)
    return {one["name"]: one["k"] for one in client.get("/api/studies/roles/reading").json()}


def listed(client):
    return {one["name"]: one for one in client.get("/api/studies/roles/reading").json()}


def test_sources_are_placed_in_a_wave_together(client, sources):
    [wave] = client.get("/api/studies/roles/waves").json()

    client.post(
        "/api/studies/roles/sources/wave", json={"sources": [sources["omar"], sources["guide"]], "wave": wave["k"]}
    )

    assert {one["wave"] for one in listed(client).values()} == {"first"}


def test_the_kind_of_sources_is_put_right_together(client, sources):
    body = {"sources": [sources["omar"]], "kind": "field note"}
    answer = client.post("/api/studies/roles/sources/kind", json=body)

    assert answer.status_code == 200
    assert listed(client)["omar"]["kind"] == "field note"


def test_a_source_gets_another_name(client, sources):
    client.post(f"/api/studies/roles/sources/{sources['omar']}/name", json={"name": "CSW 2"})

    assert "CSW 2" in listed(client)


def test_a_wave_is_added_and_renamed(client, sources):
    base = "/api/studies/roles/waves"
    client.post(base, json={"name": "at nine months"})
    [k] = [one["k"] for one in client.get(base).json() if one["name"] == "at nine months"]

    client.post(f"{base}/{k}/name", json={"name": "nine months on"})

    assert [one["name"] for one in client.get(base).json()][-1] == "nine months on"
