from __future__ import annotations

import pytest

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
