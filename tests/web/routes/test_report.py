from __future__ import annotations

import io

import pytest
from docx import Document

AT = "/api/studies/roles/report"
OWN = '[[section]]\nid = "own"\nheading = "Why"\ntext = "Because."\n'


@pytest.fixture
def report(client, roles):
    return client


def test_the_outline_says_what_a_person_has_to_write(report):
    outline = report.get(AT).json()

    assert [section["heading"] for section in outline["sections"]][:3] == [
        "Summary",
        "Research questions",
        "How the study was done",
    ]
    assert outline["sections"][0]["to_write"] != []
    assert outline["rev"] is None
    assert "COREQ checklist" in [table["title"] for table in outline["tables"]]


@pytest.mark.parametrize("ending", ["docx", "html", "md"])
def test_the_report_is_a_file(report, ending):
    answer = report.get(f"{AT}/file", params={"ending": ending})

    assert f"report.{ending}" in answer.headers["content-disposition"]
    assert answer.status_code == 200


def test_the_word_file_has_the_sections_of_the_studys_template(report):
    report.put(f"{AT}/template", json={"text": OWN})

    document = Document(io.BytesIO(report.get(f"{AT}/file").content))

    assert [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"] == ["Why"]


def test_a_template_that_does_not_fit_changes_nothing(report):
    answer = report.put(f"{AT}/template", json={"text": '[[section]]\nid = "results"\n'})

    assert answer.status_code in {400, 422}
    assert "is no section" in answer.json()["detail"]
    assert report.get(AT).json()["rev"] is None


def test_a_template_that_somebody_changed_meanwhile_is_not_overwritten(report):
    report.put(f"{AT}/template", json={"text": OWN})

    answer = report.put(f"{AT}/template", json={"text": OWN.replace("Why", "What for")})

    assert answer.status_code == 412
    assert 'heading = "Why"' in report.get(AT).json()["template"]


def test_no_text_goes_back_to_the_template_of_trellis(report):
    rev = report.put(f"{AT}/template", json={"text": OWN}).json()["rev"]

    report.put(f"{AT}/template", json={"text": "", "rev": rev})

    assert report.get(AT).json()["sections"][0]["heading"] == "Summary"
