from __future__ import annotations

import openpyxl
import pytest

from tests.study.chart_study import add_sample
from trellis.core.chart import Blank, Layer
from trellis.core.chart_filling import Fate
from trellis.core.errors import BadTable, Damaged
from trellis.report.note import Choices
from trellis.study.chart_given import Indexed, Line


@pytest.fixture
def sample(study):
    added = add_sample(study)
    study.chart.write("Denise", "1.1", "Biscuit factory, 17 years.", evidence=[Indexed(added.biscuits)])
    study.chart.write("Denise", "1.1", "no place of my own to stand", layer="verbatim", star=True)
    study.chart.write("Denise", "1.1", "Watch for the floater.", layer="comment")
    study.chart.blank("Yusuf", "1.1", "not asked")
    return added


@pytest.fixture
def book(study, sample, tmp_path):
    """The exported workbook, to be written in: cells by address on the first sheet, D5 is Denise / 1.1."""
    return Filled(study.chart.export(tmp_path / "chart.xlsx"))


class Filled:
    def __init__(self, path):
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self.sheet = self.book.worksheets[0]

    def write(self, **cells):
        for address, text in cells.items():
            self.sheet[address] = text
        self.book.save(self.path)
        return self.path


DENISE = "Biscuit factory, 17 years. (turn 2)\n“no place of my own to stand” (turn 2*)"


def test_a_file_that_nobody_wrote_in_brings_nothing(study, book):
    before = study.history.dump()

    found = study.chart.import_filled(book.write())

    assert (found.lines, found.same) == ((), 9)
    assert study.history.dump() == before


def test_new_and_changed_cells_are_written_and_evidence_stays(study, book):
    path = book.write(
        E5=DENISE.replace("17", "seventeen") + "\nA floater.", F5="Nobody told her.\n[ask again]", E6="Asked after all."
    )

    found = study.chart.import_filled(path)

    cell = study.chart.cell("Denise", "1.1").cell
    assert [line.fate for line in found.lines] == [Fate.CHANGED, Fate.NEW, Fate.CHANGED]
    assert [(s.text, len(s.evidence)) for s in cell.statements] == [
        ("Biscuit factory, seventeen years.", 1),
        ("no place of my own to stand", 1),
        ("Watch for the floater.", 0),
        ("A floater.", 0),
    ]
    assert [s.layer for s in study.chart.cell("Denise", "1.2").cell.statements] == [Layer.SUMMARY, Layer.COMMENT]
    assert study.chart.cell("Yusuf", "1.1").cell.blank is None


def test_a_dry_run_lists_and_writes_nothing(study, book):
    before = study.history.dump()

    found = study.chart.import_filled(book.write(F5="New."), dry_run=True)

    assert [(line.case, line.theme, line.theirs, line.written) for line in found.lines] == [
        ("Denise", "1.2 Training", "New.", False)
    ]
    assert study.history.dump() == before


def test_a_cell_that_both_sides_wrote_in_is_listed_and_left(study, book):
    study.chart.edit(Line("Denise", "1.1", 1), "Biscuits.")
    path = book.write(E5="Crackers.")

    found = study.chart.import_filled(path)
    taken = study.chart.import_filled(path, take="theirs", cells=[("Denise", "1.1")])

    assert [(line.fate, line.written) for line in found.lines] == [(Fate.CONFLICT, False)]
    assert found.conflicts[0].mine.startswith("Biscuits. (turn 2)")
    assert taken.conflicts == ()
    assert [s.text for s in study.chart.cell("Denise", "1.1").cell.statements] == [
        "Watch for the floater.",
        "Crackers.",
    ]


def test_a_change_of_state_alone_makes_no_conflict(study, book):
    study.chart.set_state("Denise", "1.1", "reviewed")

    found = study.chart.import_filled(book.write(E5=DENISE + "\nA floater."))

    assert [line.fate for line in found.lines] == [Fate.CHANGED]


def test_an_emptied_cell_is_left_unless_the_file_is_to_win(study, book):
    path = book.write(E5=None)

    left = study.chart.import_filled(path)
    kept = study.chart.cell("Denise", "1.1").cell
    study.chart.import_filled(path, take="theirs")

    assert [(line.fate, line.written) for line in left.lines] == [(Fate.EMPTIED, False)]
    assert len(kept.statements) == 3
    assert [s.layer for s in study.chart.cell("Denise", "1.1").cell.statements] == [Layer.COMMENT]


def test_statements_follow_the_order_of_the_lines(study, book):
    study.chart.import_filled(book.write(E5="\n".join(reversed(DENISE.split("\n")))))

    assert [s.layer for s in study.chart.cell("Denise", "1.1").cell.statements][:2] == [
        Layer.VERBATIM,
        Layer.SUMMARY,
    ]


def test_verbatim_words_that_nobody_said_are_a_problem_of_their_cell_alone(study, book):
    found = study.chart.import_filled(book.write(E5=DENISE + "\n“never said”", F5="Fine."))

    assert [(line.fate, line.written) for line in found.lines] == [(Fate.PROBLEM, False), (Fate.NEW, True)]
    assert "never said" in found.lines[0].note


def test_a_blank_reason_may_be_typed(study, book):
    study.chart.import_filled(book.write(F5="(not raised)"))

    assert study.chart.cell("Denise", "1.2").cell.blank is Blank.NOT_RAISED


def test_rows_may_be_sorted_and_rows_without_a_key_are_told(study, book):
    for denise, yusuf in zip(book.sheet[5], book.sheet[6], strict=True):
        denise.value, yusuf.value = yusuf.value, denise.value
    found = study.chart.import_filled(book.write(F6="For Denise.", B9="Somebody", E9="Text"))

    assert [(line.case, line.fate) for line in found.lines] == [
        ("Denise", Fate.NEW),
        ("1 Coming to the role, row 9", Fate.PROBLEM),
    ]


def test_one_undo_takes_a_filled_file_back(study, book):
    before = study.history.dump()

    study.chart.import_filled(book.write(E5="Other.", F5="New.", E6="Asked.", E7="North."))
    study.history.undo()

    assert study.history.dump() == before
    assert study.history.check() == []


def test_a_file_with_comments_brings_comments_back(study, sample, tmp_path):
    book = Filled(study.chart.export(tmp_path / "c.xlsx", choices=Choices(comments=True)))

    study.chart.import_filled(book.write(E5=DENISE + "\n[Watch for the floaters.]"))

    assert study.chart.cell("Denise", "1.1").cell.statements[2].text == "Watch for the floaters."


def test_another_workbook_is_refused(study, sample, tmp_path):
    other = openpyxl.Workbook()
    other.create_sheet(index=0)["A1"] = "Denise"
    other.save(tmp_path / "other.xlsx")
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 no")

    with pytest.raises(BadTable, match="trellis chart export"):
        study.chart.import_filled(tmp_path / "other.xlsx")
    with pytest.raises(Damaged):
        study.chart.import_filled(tmp_path / "broken.xlsx")
