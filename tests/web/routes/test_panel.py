from __future__ import annotations

import pytest

AT = "/api/studies/roles/panel"


@pytest.fixture
def panel(client, roles):
    """A study of two themes, Forms and Work, both without anything under them."""
    for name in ("Forms", "Work"):
        client.post("/api/studies/roles/framework/themes", json={"words": {"name": name}, "spot": {}})
    return client


@pytest.fixture
def themes(panel):
    """Their keys by number."""
    return {one["number"]: one["k"] for one in panel.get("/api/studies/roles/framework").json()["themes"]}


@pytest.fixture
def theme(themes):
    """The key of the first theme."""
    return themes["1"]


def said(panel, theme, words="To us it is the door."):
    return panel.post(f"{AT}/points", json={"theme": theme, "words": words, "by": "Member 3"})


def test_what_a_member_said_comes_back_under_its_theme(panel, theme):
    answer = said(panel, theme)

    [point] = panel.get(f"{AT}/points").json()
    assert answer.status_code == 200
    assert point["theme"].startswith("1 ")
    assert {key: point[key] for key in ("theme_k", "by", "said", "did")} == {
        "theme_k": theme,
        "by": "Member 3",
        "said": "To us it is the door.",
        "did": None,
    }


def test_what_was_done_stands_beside_it(panel, theme):
    said(panel, theme)
    [point] = panel.get(f"{AT}/points").json()

    panel.post(f"{AT}/points/{point['k']}/answer", json={"words": "We renamed it."})

    assert panel.get(f"{AT}/points").json()[0]["did"] == "We renamed it."


def test_a_point_that_is_not_there_cannot_be_answered(panel):
    answer = panel.post(f"{AT}/points/4711/answer", json={"words": "We renamed it."})

    assert answer.status_code == 404
    assert "4711" in answer.json()["detail"]


def test_somebody_with_another_part_in_the_study_is_no_member(panel, theme):
    answer = panel.post(f"{AT}/points", json={"theme": theme, "words": "Mine.", "by": "Ana"})

    assert answer.status_code in {400, 422}
    assert panel.get(f"{AT}/points").json() == []


def test_nothing_said_is_no_point(panel, theme):
    assert said(panel, theme, "").status_code == 422


@pytest.mark.parametrize("ending", ["docx", "html", "md"])
def test_the_pack_is_a_file(panel, theme, ending):
    answer = panel.get(f"{AT}/file", params={"theme": theme, "ending": ending})

    assert answer.status_code == 200
    assert f"panel.{ending}" in answer.headers["content-disposition"]


def test_the_pack_has_the_themes_in_the_order_asked_and_ends_with_what_was_said(panel, themes, theme):
    said(panel, theme)

    told = panel.get(f"{AT}/file", params={"theme": [themes["2"], theme], "ending": "md"}).text

    assert told.index("## 2 ") < told.index("## 1 ") < told.index("## You said, we did")
    assert "To us it is the door." in told
    assert "Member 3" not in told


def test_a_pack_of_no_theme_or_one_that_is_gone_is_refused(panel):
    assert panel.get(f"{AT}/file").status_code == 422
    assert panel.get(f"{AT}/file", params={"theme": 999}).status_code == 404
