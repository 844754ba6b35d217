from __future__ import annotations

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from trellis.analysis.table import Table
from trellis.report.grid_docx import add_grid


def grid(table: Table):
    document = Document()
    add_grid(document, table)
    return document.tables[0]


def kept(table) -> list[bool]:
    return [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in table.rows]


def test_numbers_stand_to_the_right_and_words_to_the_left():
    found = grid(Table(("who", "many"), (("nurse", 3), ("manager", None))))

    assert [[cell.paragraphs[0].alignment for cell in row.cells] for row in found.rows[:2]] == [
        [None, WD_ALIGN_PARAGRAPH.RIGHT],
        [None, WD_ALIGN_PARAGRAPH.RIGHT],
    ]


def test_a_column_of_words_and_numbers_is_one_of_words():
    found = grid(Table(("item", "told"), (("1", 3), ("2", "none"))))

    assert found.rows[1].cells[1].paragraphs[0].alignment is None


def test_a_short_table_stays_on_one_page_with_its_head():
    assert kept(grid(Table(("n",), ((1,), (2,), (3,))))) == [True, True, True, False]


def test_a_long_table_may_part_but_not_from_its_head():
    rows = kept(grid(Table(("n",), tuple((n,) for n in range(50)))))

    assert rows[0]
    assert not any(rows[1:])


def test_one_long_answer_makes_its_column_wider():
    def widths(words: str) -> list[int]:
        return [column.width for column in grid(Table(("a", "b"), (*(("x", "y"),) * 9, ("x", words)))).columns]

    assert widths("y")[0] == widths("y")[1]
    assert widths("a much longer answer that wants room " * 20)[1] > 4 * widths("y" * 40)[0]
