from __future__ import annotations

import io

import pytest
from docx import Document

AT = "/api/studies/roles/audit"


@pytest.fixture
def audit(client, roles):
    return client


def test_the_trail_is_shown_section_by_section(audit):
    trail = audit.get(AT).json()

    titles = [section["title"] for section in trail["sections"]]
    assert titles[:3] == ["Framework versions", "Operations on the framework, with reasons", "Who did what"]
    deeds = trail["sections"][2]
    assert deeds["columns"] == ["who", "what", "times", "first", "last"]
    changes = audit.get("/api/studies/roles/history").json()["items"][0]["number"]
    assert sum(row[2] for row in deeds["values"]) == changes
    assert len(trail["head"]) == 64


def test_the_document_holds_what_is_shown(audit):
    answer = audit.get(f"{AT}/file")

    assert 'filename="audit.docx"' in answer.headers["content-disposition"]
    document = Document(io.BytesIO(answer.content))
    shown = audit.get(AT).json()
    headings = [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"]
    assert headings == [section["title"] for section in shown["sections"]]
    assert f"Head of the history: {shown['head']}" in [one.text for one in document.paragraphs]
