from __future__ import annotations

from docx import Document

from tests.study.withdrawn_study import filled


def test_the_trail_names_versions_deeds_and_the_head_in_the_same_bytes_each_time(study, tmp_path):
    filled(study)
    study.memos.add("Doors before company.", kind="decision", present=["Ana", "Bo"])

    one = study.audit.write(tmp_path / "one.docx")
    two = study.audit.write(tmp_path / "two.docx")
    read = Document(str(one))
    said = [cell.text for table in read.tables for row in table.rows for cell in row.cells]

    assert one.read_bytes() == two.read_bytes()
    assert {"v1", "Doors before company.", "Ana, Bo", "brought in"} <= set(said)
    assert any(study.history.head() in paragraph.text for paragraph in read.paragraphs)
