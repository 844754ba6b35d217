from __future__ import annotations

import csv

import pytest
from docx import Document

from tests.study.double_round import ROUND, SLOWLY, code, coded
from trellis.core.errors import AlreadyThere, NotSupported
from trellis.core.framework_wording import Rewording


@pytest.fixture
def double(study):
    coded(study)
    return study


def words_of(path):
    paper = Document(str(path))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in paper.paragraphs], cells


def test_the_document_has_words_readings_notes_definitions_and_room_for_the_outcome(double, tmp_path):
    paragraphs, cells = words_of(double.rounds.write_disagreements(ROUND, tmp_path / "m.docx"))

    assert any(SLOWLY in text and "How did the first weeks go?" in text for text in paragraphs)
    assert "1.2 Walking: not defined" in paragraphs
    assert [cell.strip() for cell in cells[:6]] == [
        "Ana",
        "1.2 Walking\nthe walking",
        "Ben",
        "1.1 Being known",
        "Settled",
        "",
    ]
    assert any("Fiction, written for Trellis" in text for text in paragraphs)


def test_a_note_that_stands_under_two_themes_is_printed_once(double, tmp_path):
    double.rounds.open("twice")
    code(double, "1.2", SLOWLY, "Ana", round="twice", note="twice over")
    code(double, "2", SLOWLY, "Ana", round="twice", note="twice over")
    code(double, "1.1", SLOWLY, "Ben", round="twice")

    _, cells = words_of(double.rounds.write_disagreements("twice", tmp_path / "m.docx"))

    assert cells[1] == "1.2 Walking; 2 Support\ntwice over"


def test_what_was_settled_is_in_it_and_what_changed_since_is_marked(double, tmp_path):
    double.rounds.settle(ROUND, 1, "both stand", "two things")
    _, cells = words_of(double.rounds.write_disagreements(ROUND, tmp_path / "m.docx"))
    assert cells[5] == "both stand, Ana: two things"
    double.index.recode([double.rounds.disagreements(ROUND).items[0].about], "2")

    _, cells = words_of(double.rounds.write_disagreements(ROUND, tmp_path / "n.docx"))

    assert cells[5] == "both stand, Ana: two things (the codings have changed since)"


def test_the_same_study_gives_the_same_bytes(double, tmp_path):
    one = double.rounds.write_disagreements(ROUND, tmp_path / "one.docx").read_bytes()

    assert double.rounds.write_disagreements(ROUND, tmp_path / "two.docx").read_bytes() == one


def test_the_spreadsheet_has_a_line_for_each(double, tmp_path):
    path = double.rounds.write_disagreements(ROUND, tmp_path / "m.csv", standing="open")

    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))

    assert [row["number"] for row in rows] == ["1", "2", "3", "4"]
    assert rows[0]["words"] == SLOWLY


def test_other_kinds_of_file_and_taken_names_are_refused(double, tmp_path):
    double.framework.redefine("1.2", Rewording(include="also by car"))
    double.rounds.write_disagreements(ROUND, tmp_path / "m.csv")

    with pytest.raises(NotSupported):
        double.rounds.write_disagreements(ROUND, tmp_path / "m.pdf")
    with pytest.raises(AlreadyThere):
        double.rounds.write_disagreements(ROUND, tmp_path / "m.csv")
