from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from tests.web.bringing import ended
from trellis.bootstrap import open_study

AT = "/api/studies/roles/chart"


@pytest.fixture
def sample(client, roles, library):
    with open_study(library / "roles.trellis", "Ana") as study:
        return add_sample(study)


@pytest.fixture
def place(sample):
    return {"case": sample.cases["Denise"], "theme": sample.themes["routes"]}


@pytest.fixture
def cell(client, place):
    return lambda: client.get(f"{AT}/cell", params=place).json()


@pytest.fixture
def written(client, place, sample):
    """A statement in the cell, resting on its coding."""
    body = {**place, "text": "Biscuits.", "evidence": [{"coding": sample.biscuits}]}
    return client.post(f"{AT}/statements", json=body)


def test_a_skeleton_tells_of_each_cell_how_far_it_is(client, written, place):
    skeleton = client.get(f"{AT}/skeleton").json()

    row = next(at for at, each in enumerate(skeleton["rows"]) if each["case"] == place["case"])
    first = skeleton["cells"]["first"][row]
    assert skeleton["cells"]["statements"][first] == 1
    assert skeleton["cells"]["words"][first] == "Biscuits."
    assert skeleton["states"][skeleton["cells"]["state"][first]] == "draft"


def test_a_window_gives_full_cells(client, written, place):
    window = client.get(f"{AT}/window", params={"row": f"{place['case']}:0", "column": place["theme"]}).json()

    assert window["statements"]["text"] == ["Biscuits."]
    assert window["statements"]["evidence"] == [1]


def test_a_row_that_is_none_is_refused(client, sample):
    answer = client.get(f"{AT}/window", params={"row": "Denise"})

    assert answer.status_code == 422
    assert "keys of case and wave" in answer.json()["detail"]


def test_a_cell_shows_statements_with_their_words(written, cell):
    assert cell()["statements"][0]["evidence"][0]["words"] == "Biscuits, seventeen year."
    assert cell()["segments"][0]["summarised"]


def test_a_statement_is_edited_on_what_was_seen_only(client, written, cell):
    line = cell()["statements"][0]
    path, seen = f"{AT}/statements/{line['k']}", {"If-Match": f'"{line["rev"]}"'}
    client.patch(path, json={"text": "Seventeen years of biscuits."}, headers=seen)

    late = client.patch(path, json={"text": "Cakes."}, headers=seen)

    assert late.status_code == 412
    assert late.json()["current"]["text"] == "Seventeen years of biscuits."
    assert cell()["statements"][0]["text"] == "Seventeen years of biscuits."


def test_evidence_is_linked_starred_and_taken_away(client, written, cell, sample):
    line = cell()["statements"][0]["k"]
    client.post(f"{AT}/statements/{line}/evidence", json={"source": sample.denise.k, "start": 0, "end": 9})
    more = cell()["statements"][0]["evidence"]

    client.post(f"{AT}/evidence/{more[0]['k']}/star", json={"on": True})
    client.delete(f"{AT}/evidence/{more[1]['k']}")

    [left] = cell()["statements"][0]["evidence"]
    assert len(more) == 2
    assert left["star"] is True


def test_words_that_were_not_said_are_no_verbatim_line(client, place):
    answer = client.post(f"{AT}/statements", json={**place, "text": "never said this", "layer": "verbatim"})

    assert answer.status_code == 422
    assert answer.json()["slug"] == "quote-not-found"


def test_a_cell_is_blank_for_a_reason_and_not_any_more(client, place, cell):
    client.post(f"{AT}/blank", json={**place, "reason": "not asked"})
    blank = cell()["blank"]
    client.post(f"{AT}/blank", json={**place, "reason": None})

    assert blank == "not asked"
    assert cell()["blank"] is None


def test_a_cell_is_returned_with_a_question_and_confirmed(client, written, place, cell):
    client.post(f"{AT}/state", json={**place, "state": "returned", "question": "Who told her?"})
    answer = client.post(f"{AT}/confirm", json=place)

    assert answer.status_code == 200
    assert cell()["state"] == "returned"
    assert cell()["memos"][0]["text"] == "Who told her?"


def test_lines_are_put_in_another_order_and_removed(client, written, place, cell):
    client.post(f"{AT}/statements", json={**place, "text": "A floater.", "layer": "comment"})
    first, second = cell()["statements"]

    client.post(f"{AT}/statements/{second['k']}/order", json={"to": 1})
    reordered = [line["text"] for line in cell()["statements"]]
    client.delete(f"{AT}/statements/{first['k']}", headers={"If-Match": f'"{first["rev"]}"'})

    assert reordered == ["A floater.", "Biscuits."]
    assert [line["text"] for line in cell()["statements"]] == ["A floater."]


def test_the_chart_is_exported_as_a_job_and_fetched(client, server, written):
    job = client.post(f"{AT}/export", json={"form": "csv"}).json()
    ended(server, job["id"])

    answer = client.get(f"/api/jobs/{job['id']}/file")

    assert answer.headers["content-type"].startswith("text/csv")
    assert "Biscuits." in answer.text


def test_many_cells_are_marked_in_one_change(client, written, place, cell):
    number = client.get("/api/studies/roles/history").json()["items"][0]["number"]

    answer = client.post(f"{AT}/states", json={"cells": [place], "state": "reviewed"})

    assert answer.json()["change"] == number + 1
    assert cell()["state"] == "reviewed"
    assert client.post(f"{AT}/states", json={"cells": [place], "state": "reviewed"}).status_code == 422
    assert client.post(f"{AT}/states", json={"cells": [], "state": "reviewed"}).status_code == 422
