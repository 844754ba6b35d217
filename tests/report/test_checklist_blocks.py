from __future__ import annotations

from trellis.core.checklists import COREQ, SRQR
from trellis.core.report_facts import Counted, ReportFacts
from trellis.report.blocks import Grid
from trellis.report.checklist_blocks import TO_WRITE, checklist_blocks


def answers(checklist, facts) -> dict[str, tuple[str, str]]:
    [grid] = checklist_blocks(checklist, facts, {"method": "Methods", "sample": "Who took part"})
    assert isinstance(grid, Grid)
    return {str(row[0]): (str(row[2]), str(row[3])) for row in grid.table.values}


def test_an_item_that_the_study_knows_is_filled_and_says_where():
    found = answers(COREQ, ReportFacts("T", people=37, sources=(Counted("interview", 37),)))

    assert found["12"] == ("37 people in 37 interviews and focus groups.", "Who took part")


def test_an_item_that_only_a_person_knows_asks_for_it():
    found = answers(COREQ, ReportFacts("T", people=37))

    assert found["2"] == (f"{TO_WRITE}What are the researchers' qualifications?", "")


def test_an_empty_study_fills_in_no_more_than_the_software():
    found = answers(COREQ, ReportFacts("T", software="Trellis 1"))

    assert [number for number, (told, _) in found.items() if not told.startswith(TO_WRITE)] == ["27"]


def test_srqr_takes_the_title_and_the_questions():
    found = answers(SRQR, ReportFacts("New roles", questions=("What is it?", "For whom?")))

    assert found["S1"][0] == "New roles"
    assert found["S4"][0] == "What is it? For whom?"


def test_the_note_counts_what_is_filled_in():
    [grid] = checklist_blocks(COREQ, ReportFacts("T", software="Trellis 1"), {})

    assert isinstance(grid, Grid)
    assert grid.table.note == "1 of 32 items are filled in from the study; the others are for a person to write."
