from __future__ import annotations

import io

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from trellis.analysis.table import Table
from trellis.report.note import ExportNote
from trellis.report.table_docx import table_docx

NOTE = ExportNote("Roles", "Fiction", "v1", 1_790_000_000_000, "pseudonyms", "ab" * 32)
TABLE = Table(("role", "North", "total"), (("nurse", 1, 1), ("total", "-", 0)), "Sample: people", "“-”: none.")


@pytest.fixture
def document():
    return Document(io.BytesIO(table_docx(TABLE, NOTE)))


def test_rows_stand_as_they_are_with_dash_and_nought(document):
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]

    assert rows == [["role", "North", "total"], ["nurse", "1", "1"], ["total", "-", "0"]]


def test_numbers_stand_to_the_right(document):
    cells = document.tables[0].rows[1].cells

    assert [cell.paragraphs[0].alignment for cell in cells] == [
        None,
        WD_ALIGN_PARAGRAPH.RIGHT,
        WD_ALIGN_PARAGRAPH.RIGHT,
    ]


def test_title_note_and_state_stand_around_it(document):
    assert [line.text for line in document.paragraphs] == ["Sample: people", "“-”: none."]
    assert "Roles · framework v1" in document.sections[0].footer.paragraphs[0].text


def test_the_same_table_is_the_same_file():
    assert table_docx(TABLE, NOTE) == table_docx(TABLE, NOTE)
