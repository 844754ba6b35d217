from __future__ import annotations

import pytest

from trellis.bootstrap import open_study


@pytest.fixture
def ready(client, roles):
    with open_study(roles, "Ana") as study:
        study.findings.add("Keys are a matter of luck.", status="ready")
    return client


def points(client) -> dict[str, dict]:
    return {point["check"]: point for point in client.get("/api/studies/roles/review").json()["points"]}


def test_the_review_says_what_it_raises_with_its_place_and_what_resolves_it(ready):
    found = points(ready)["evidence-missing"]

    assert (found["level"], found["targets"][0]["at"]) == ("wrong", "finding")
    assert found["resolves"]


def test_a_point_is_let_stand_with_a_reason_and_taken_up_again(ready):
    key = points(ready)["counter-evidence"]["key"]
    address = f"/api/studies/roles/review/points/{key}/waiver"

    assert ready.put(address, json={"reason": "the panel looked"}).status_code == 200
    assert points(ready)["counter-evidence"]["waived"]["reason"] == "the panel looked"
    assert ready.delete(address).status_code == 200
    assert points(ready)["counter-evidence"]["waived"] is None


def test_a_waiver_without_a_reason_or_point_is_refused(ready):
    key = points(ready)["counter-evidence"]["key"]

    assert ready.put(f"/api/studies/roles/review/points/{key}/waiver", json={"reason": " "}).status_code == 422
    assert ready.put("/api/studies/roles/review/points/0/waiver", json={"reason": "why"}).status_code == 404


def test_the_review_comes_as_a_document(ready):
    answer = ready.get("/api/studies/roles/review/review.docx")

    assert (answer.status_code, answer.content[:2]) == (200, b"PK")
