from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from trellis.bootstrap import new_study

GIVEN = {"title": "Routes in", "purpose": "How do people come to it?", "themes": ["1.1"]}


@pytest.fixture
def parent(library, client):
    with new_study(library / "s.trellis", "S", "Ana") as study:
        add_sample(study)
    return client


def test_a_study_is_made_from_a_theme_and_told_where_it_comes_from(parent):
    made = parent.post("/api/studies/s/derived", json=GIVEN)

    assert made.status_code == 201
    done = made.json()
    assert (done["title"], done["sources"] > 0, done["codings"] > 0) == ("Routes in", True, True)
    origin = parent.get(f"/api/studies/{done['name']}/origin").json()["origin"]
    assert (origin["title"], origin["themes"], origin["purpose"]) == ("S", ["1.1"], GIVEN["purpose"])
    assert origin["coverage"]["columns"][0] == "case"


def test_a_study_that_was_made_from_no_other_has_no_origin(parent):
    assert parent.get("/api/studies/s/origin").json() == {"origin": None}


def test_the_same_request_again_makes_no_second_study(parent):
    headers = {"Idempotency-Key": "01234567-89ab-4cde-8f01-23456789abcd"}

    first, second = (parent.post("/api/studies/s/derived", json=GIVEN, headers=headers) for _ in range(2))

    assert first.json() == second.json()
    assert len(parent.get("/api/studies").json()["items"]) == 2


def test_a_theme_that_there_is_not_makes_no_study(parent):
    refused = parent.post("/api/studies/s/derived", json={**GIVEN, "themes": ["9.9"]})

    assert refused.status_code == 404
    assert [one["name"] for one in parent.get("/api/studies").json()["items"]] == ["s"]


def words(client, child, **where):
    source = client.get(f"/api/studies/{child}/overview").json()["sources"][0]["k"]
    params = {"source": source, "start": 10, "end": 20, "around": 5, **where}
    return client.get(f"/api/studies/{child}/parent-words", params=params)


def test_the_words_of_the_parent_stand_around_a_segment(parent):
    child = parent.post("/api/studies/s/derived", json=GIVEN).json()["name"]

    found = words(parent, child).json()

    assert (found["study"], len(found["before"]), len(found["words"])) == ("S", 5, 10)
    assert (found["more_before"], found["more_after"]) == (True, True)


def test_a_parent_that_is_not_in_the_library_is_named(parent, library):
    child = parent.post("/api/studies/s/derived", json=GIVEN).json()["name"]
    (library / "s.trellis").rename(library.parent / "s.trellis")

    refused = words(parent, child)

    assert (refused.status_code, "“S” is not in this library" in refused.json()["detail"]) == (404, True)


def test_a_study_that_was_made_from_no_other_has_no_words_around(parent):
    assert words(parent, "s").status_code == 404
