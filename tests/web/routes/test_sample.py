from __future__ import annotations

import io

import pytest
from docx import Document
from openpyxl import load_workbook

from trellis.bootstrap import open_study
from trellis.core.framework_wording import Wording

AT = "/api/studies/roles/sample"


@pytest.fixture
def sample(client, library, roles):
    """A study with two people, one wave, a guide, and a place that nobody can be at."""
    with open_study(library / "roles.trellis", "Ana") as study:
        for name, site in (("Ann", "North"), ("Bob", "South")):
            study.cases.add(name)
            if name == "Ann":
                study.attributes.define("site", "category:North,South,East")
                study.attributes.define("role", "category:nurse,doctor")
            study.attributes.set(name, "site", site)
            study.attributes.set(name, "role", "nurse")
        study.waves.add("first")
    return client


def test_the_table_has_a_dash_where_there_can_be_nobody(sample):
    sample.put(f"{AT}/quotas", json={"where": {"role": "doctor", "site": "East"}, "exists": False})

    table = sample.get(f"{AT}/table", params={"rows": "role", "columns": "site"}).json()

    assert table["values"] == [["nurse", 1, 1, 0, 2], ["doctor", 0, 0, "-", 0], ["total", 1, 1, 0, 2]]


def test_the_page_is_told_what_the_report_counts_by(sample):
    assert sample.get(f"{AT}/table/printed").json() == {"rows": "site", "columns": "role"}


def test_the_table_is_a_word_file(sample):
    answer = sample.get(f"{AT}/table/file", params={"rows": "role", "columns": "site", "ending": "docx"})

    grid = Document(io.BytesIO(answer.content)).tables[0]
    assert [cell.text for cell in grid.rows[1].cells] == ["nurse", "1", "1", "0", "2"]


def test_the_table_is_a_workbook(sample):
    answer = sample.get(f"{AT}/table/file", params={"rows": "role", "columns": "site", "ending": "xlsx"})

    sheet = load_workbook(io.BytesIO(answer.content))["Table"]
    assert [cell.value for cell in sheet[2]] == ["nurse", 1, 1, 0, 2]
    assert "sample.xlsx" in answer.headers["content-disposition"]


def test_quotas_tell_what_is_missing(sample):
    sample.put(f"{AT}/quotas", json={"where": {"site": "North"}, "target": 3})
    assert sample.get(f"{AT}/quotas").json()["values"] == [["North", 3, 1, 2]]

    sample.post(f"{AT}/quotas/remove", json={"where": {"site": "North"}})

    assert sample.get(f"{AT}/quotas").json()["values"] == []


def test_attendance_counts_in_attrition(sample):
    sample.put(f"{AT}/attendance", json={"case": "Bob", "wave": "first", "status": "lost", "reason": "moved away"})

    assert sample.get(f"{AT}/attendance").json()["values"] == [
        ["Ann", "first", None, False, None, None],
        ["Bob", "first", "lost", True, "moved away", None],
    ]
    attrition = sample.get(f"{AT}/attrition").json()
    assert dict(zip(attrition["columns"], attrition["values"][0], strict=True))["lost"] == 1


def test_a_consent_is_recorded(sample):
    sample.put(f"{AT}/consents", json={"case": "Ann", "scope": "quote", "given": False, "on": "2026-03-31"})

    assert sample.get(f"{AT}/consents").json()["values"] == [["Ann", "", "quote", "no", "2026-03-31"]]


def test_coverage_of_a_topic_that_is_not_in_the_guide_is_refused(sample):
    answer = sample.put(f"{AT}/coverage", json={"source": "one", "topic": "1", "covered": "yes"})

    assert answer.status_code == 404
    assert sample.get(f"{AT}/guide").json()["values"] == sample.get(f"{AT}/coverage").json()["values"] == []


def test_topics_of_the_guide_are_written_by_key(sample):
    for name in ("Training", "Pay"):
        sample.post(f"{AT}/topics", json={"name": name})
    training, pay = sample.get(f"{AT}/topics").json()
    sample.post(f"{AT}/topics", json={"name": "Bands", "prompt": "Which?", "under": pay["k"]})

    sample.post(f"{AT}/topics/{pay['k']}/place", json={"to": 1})
    sample.patch(f"{AT}/topics/{training['k']}", json={"name": "Induction"})

    assert [(one["number"], one["name"], one["prompt"]) for one in sample.get(f"{AT}/topics").json()] == [
        ("1", "Pay", ""),
        ("1.1", "Bands", "Which?"),
        ("2", "Induction", ""),
    ]
    sample.delete(f"{AT}/topics/{pay['k']}")
    assert [one["name"] for one in sample.get(f"{AT}/topics").json()] == ["Induction"]
    assert sample.post(f"{AT}/topics", json={"name": ""}).status_code == 422


def test_a_topic_feeds_themes(sample, library):
    with open_study(library / "roles.trellis", "Ana") as study:
        study.framework.add(Wording("Training"))
        [theme] = study.framework.tree().records()
        study.guide.add("Courses")
    [topic] = sample.get(f"{AT}/topics").json()
    [k] = [row["k"] for row in sample.get("/api/studies/roles/framework").json()["themes"] if theme]

    assert sample.put(f"{AT}/topics/{topic['k']}/themes", json={"themes": [k]}).status_code == 200
    assert sample.get(f"{AT}/topics").json()[0]["themes"] == [k]
    sample.put(f"{AT}/topics/{topic['k']}/themes", json={"themes": []})
    assert sample.get(f"{AT}/topics").json()[0]["themes"] == []
