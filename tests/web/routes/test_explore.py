from __future__ import annotations

import pytest

from tests.study.waves_study import NINE, START, heard_twice
from trellis.bootstrap import open_study

AT = "/api/studies/roles/explore"


@pytest.mark.parametrize("kind", ["saturation", "voices", "cooccurrence", "intent", "power"])
def test_each_question_has_a_table_and_its_csv(client, roles, kind):
    table = client.get(f"{AT}/tables/{kind}")
    as_csv = client.get(f"{AT}/tables/{kind}/csv")

    assert table.status_code == 200
    assert as_csv.text.splitlines()[0].split(",")[0] == table.json()["columns"][0]


@pytest.mark.parametrize("kind", ["saturation", "voices"])
def test_pictures_are_svg(client, roles, kind):
    answer = client.get(f"{AT}/pictures/{kind}", params={"base": 3})

    assert answer.headers["content-type"] == "image/svg+xml"
    assert b"<svg" in answer.content


@pytest.mark.parametrize("kind", ["saturation", "voices"])
def test_a_picture_is_white_unless_it_is_asked_for_a_dark_page(client, roles, kind):
    plain, dark = (client.get(f"{AT}/pictures/{kind}", params=asked).content for asked in ({}, {"dark": "true"}))

    assert (b"#ffffff" in plain, b"#ffffff" in dark) == (True, False)


def test_what_a_question_cannot_do_without_is_told(client, roles):
    assert "needs an attribute" in client.get(f"{AT}/tables/crosstab").json()["detail"]
    assert "two waves" in client.get(f"{AT}/tables/waves").json()["detail"]


def test_information_power_is_said(client, roles):
    client.put(f"{AT}/power", json={"dimension": "study aim", "place": 2, "reason": "one service"})

    assert client.get(f"{AT}/tables/power").json()["values"][0][3:5] == [2, "one service"]


@pytest.fixture
def twice(roles, library):
    """Denise was heard in both waves; the change's place, by name."""
    with open_study(library / "roles.trellis", "Ana") as study:
        sample = heard_twice(study)
        study.chart.write("Denise", "1.2", "Nobody told her.", wave=START)
        return sample, {"case": "Denise", "theme": "1.1", "earlier": START, "later": NINE}


def test_a_change_rests_on_words_and_cells_that_open_with_it(client, twice):
    sample, place = twice
    assert client.get(f"{AT}/changes", params=place).json() is None
    client.put(f"{AT}/changes", json={**place, "kind": "reverses", "text": "from none to one"})
    words = {"words": {"source": sample.denise.k, "quote": "no place of my own to stand"}, "side": "against"}
    cell = {"cell": {"case": sample.cases["Denise"], "theme": sample.themes["training"], "wave": wave_key(client)}}

    for given in (words, cell):
        assert client.post(f"{AT}/changes/evidence", json={**place, **given}).status_code == 201

    shown = client.get(f"{AT}/changes", params=place).json()
    assert [(one["side"], one["words"], one["source"]) for one in shown["evidence"]] == [
        ("against", "no place of my own to stand", sample.denise.k),
        ("for", "Nobody told her.", None),
    ]
    assert "no place of my own to stand" in client.get(f"{AT}/tables/waves/csv").text


def wave_key(client):
    return client.get("/api/studies/roles/waves").json()[0]["k"]


def test_evidence_of_a_change_is_turned_taken_away_and_confirmed(client, twice):
    sample, place = twice
    client.put(f"{AT}/changes", json={**place, "kind": "constant"})
    words = {"words": {"source": sample.denise.k, "quote": "Biscuits, seventeen year."}}
    client.post(f"{AT}/changes/evidence", json={**place, **words})
    [piece] = client.get(f"{AT}/changes", params=place).json()["evidence"]

    client.put(f"{AT}/changes/evidence/{piece['k']}/side", json={"side": "qualifies"})
    assert client.get(f"{AT}/changes", params=place).json()["evidence"][0]["side"] == "qualifies"
    assert client.post(f"{AT}/changes/confirm", json=place).status_code == 200
    assert client.delete(f"{AT}/changes/evidence/{piece['k']}").status_code == 200

    assert client.get(f"{AT}/changes", params=place).json()["evidence"] == []


def test_evidence_of_a_change_is_words_or_a_cell(client, twice):
    _, place = twice
    client.put(f"{AT}/changes", json={**place, "kind": "constant"})

    refused = client.post(f"{AT}/changes/evidence", json=place)

    assert (refused.status_code, refused.json()["detail"]) == (
        422,
        "say what it rests on: words of a source, or a cell",
    )
