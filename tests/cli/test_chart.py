from __future__ import annotations

import json

import openpyxl
import pytest

from tests.study.chart_study import add_sample
from trellis import new


@pytest.fixture
def made(trellis, tmp_path):
    """A study "s.trellis" in the folder, with one summary and one comment in Denise / 1.1."""
    with new(tmp_path / "s.trellis", "New roles", "Ana", notice="Fiction.") as study:
        add_sample(study)
    trellis("chart", "write", "s.trellis", "Denise", "1.1", "Biscuits.", "--on", "denise: Biscuits, seventeen year.")
    trellis("chart", "write", "s.trellis", "Denise", "1.1", "Odd.", "--layer", "comment")
    return trellis


def test_a_theme_is_shown_by_case_and_a_case_by_theme(made):
    by_case = json.loads(made("chart", "show", "s.trellis", "--theme", "1", "--json").out)
    by_theme = json.loads(made("chart", "show", "s.trellis", "--case", "Denise", "--comments", "--json").out)

    assert by_case[0] == {
        "case": "Denise",
        "Site": "North",
        "Years": "12",
        "1.1 Routes in": "Biscuits. (turn 2)",
        "1.2 Training": "",
    }
    assert by_theme[0] == {"theme": "1.1 Routes in", "Denise": "Biscuits. (turn 2)\n[Odd.]"}


def test_a_cell_shows_its_words_and_what_waits(made):
    shown = made("chart", "cell", "s.trellis", "Denise", "1.2").out

    assert "Nobody told me what it was." in shown
    assert "1 codings not yet summarised" in shown


def test_progress_and_the_next_cell_tell_what_is_to_do(made):
    table = made("chart", "progress", "s.trellis", "--open", "--csv").out
    following = made("chart", "next", "s.trellis", "--case", "Denise").out

    assert table.splitlines()[1:] == ["Denise,1.2 Training,uncharted,1,1,,,", "Yusuf,1.2 Training,uncharted,1,1,,,"]
    assert "Denise / 1.2 Training: uncharted" in following


@pytest.mark.parametrize("ending", ["xlsx", "docx", "html", "csv"])
def test_a_chart_is_written_in_four_forms_and_not_over_a_file_unasked(made, tmp_path, ending):
    first = made("chart", "export", "s.trellis", "--to", f"out.{ending}", "--paper", "A3", "--comments", "--colours")
    again = made("chart", "export", "s.trellis", "--to", f"out.{ending}")
    over = made("chart", "export", "s.trellis", "--to", f"out.{ending}", "--replace")

    assert (first.code, again.code, over.code) == (0, 1, 0)
    assert "already there" in again.err
    assert (tmp_path / f"out.{ending}").stat().st_size > 0


def test_another_ending_is_refused_with_those_there_are(made):
    answer = made("chart", "export", "s.trellis", "--to", "out.pdf")

    assert answer.code == 1
    assert ".xlsx, .docx, .html, .csv" in answer.err


def test_a_table_is_imported_and_its_bad_lines_are_listed(made, tmp_path):
    (tmp_path / "t.csv").write_text("case,theme,text\nDenise,1.2,Told nothing.\nNobody,1.1,A.\n", encoding="utf-8")

    answer = made("chart", "import", "s.trellis", "t.csv", "--csv")

    assert answer.code == 1
    assert answer.out.startswith("line,reason\n3,")
    assert "1 statements with 0 pieces of evidence" in answer.err


def test_a_filled_workbook_comes_back_and_conflicts_are_told(made, tmp_path):
    made("chart", "export", "s.trellis", "--to", "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    book.worksheets[0]["E5"] = "Crackers."
    book.save(tmp_path / "out.xlsx")
    made("chart", "edit", "s.trellis", "Denise", "1.1", "1", "Biscuits, 17 years.")

    dry = made("chart", "fill", "s.trellis", "out.xlsx", "--dry-run", "--csv")
    left = made("chart", "fill", "s.trellis", "out.xlsx")
    taken = made("chart", "fill", "s.trellis", "out.xlsx", "--take", "theirs", "--cell", "Denise/1.1")

    assert "conflict" in dry.out
    assert "--take theirs" in left.err
    assert "--take theirs" not in taken.err
    assert "Crackers." in made("chart", "show", "s.trellis", "--theme", "1").out
    assert made("chart", "fill", "s.trellis", "out.xlsx", "--cell", "Denise").code == 1
