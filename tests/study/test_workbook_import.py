from __future__ import annotations

import openpyxl
import pytest

from tests.study.kept_today import bring_transcripts, fill
from trellis.core.chart import Layer
from trellis.core.errors import Invalid
from trellis.core.printed_reference import ReferenceKind
from trellis.study.workbook_mapping import WorkbookMapping

MAPPING = WorkbookMapping(themes={"Lone working": "5.2"})


@pytest.fixture
def folder(study, tmp_path):
    return fill(study, tmp_path)


def reasons(found) -> dict[str, str]:
    return {remark.where: remark.reason for remark in found.remarks}


def statements(study, case: str, theme: str):
    cell = study.chart.cell(case, theme).cell
    return [] if cell is None else list(cell.statements)


def a_book(path, rows, title="Chart"):
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_an_untidy_workbook_comes_in_and_what_could_not_be_read_is_listed(study, folder):
    found = study.chart.import_workbook(folder / "framework.xlsx", MAPPING)

    assert (found.statements, found.verbatim, found.comments, found.blanks) == (27, 2, 1, 3)
    told = reasons(found)
    assert told["KEY"].startswith("no row of it heads columns")
    assert "no case of that name" in told["Coming to the role, row 14"]
    assert "5.2 Working alone, 5.3 Isolation" in told["5. Support"]
    assert "has no pages" in told["Coming to the role, D6"] or "elsewhere" in told["Coming to the role, D6"]
    assert "run to 3" in told["Coming to the role, E10"]
    assert "why the cell is empty" in told["5. Support, B4"]
    assert study.history.check() == []


def test_statements_rest_on_what_they_refer_to(study, folder):
    study.chart.import_workbook(folder / "framework.xlsx", MAPPING)

    kitchens = statements(study, "Maureen", "1.1")[0]
    assert (kitchens.layer, kitchens.text) == (Layer.SUMMARY, "School kitchens, then overalls")
    assert kitchens.evidence[0].reference.startswith("turn 3")
    quoted = next(each for each in statements(study, "Dan", "5.3") if each.layer is Layer.VERBATIM)
    assert quoted.evidence[0].words == quoted.text == "I'm the bit of the queue with chairs"


def test_a_quotation_that_stands_nowhere_stays_a_summary_in_its_marks(study, folder):
    found = study.chart.import_workbook(folder / "framework.xlsx", MAPPING)

    texts = {each.text: each.layer for each in statements(study, "Maureen", "1.1")}
    assert texts["“I rang up and asked if it was hips”"] is Layer.SUMMARY
    assert "does not stand in 01-maureen" in reasons(found)["Coming to the role, C7"]


def test_a_dry_run_says_the_same_and_writes_nothing(study, folder):
    before = study.history.dump()

    rehearsed = study.chart.import_workbook(folder / "framework.xlsx", MAPPING, dry_run=True)

    assert study.history.dump() == before
    done = study.chart.import_workbook(folder / "framework.xlsx", MAPPING)
    assert (rehearsed.statements, rehearsed.evidence, rehearsed.remarks) == (
        done.statements, done.evidence, done.remarks,
    )  # fmt: skip
    assert rehearsed.matching.values == done.matching.values


def test_a_workbook_is_undone_as_one_and_comes_in_once(study, folder):
    before = study.history.dump()
    study.chart.import_workbook(folder / "framework.xlsx", MAPPING)

    again = study.chart.import_workbook(folder / "framework.xlsx", MAPPING)
    assert (again.statements, again.blanks, again.already) == (0, 0, 30)
    study.history.undo()

    assert study.history.dump() == before


def test_references_wait_for_their_transcript_and_become_evidence(study, folder):
    study.chart.import_workbook(folder / "framework.xlsx", MAPPING)
    assert [each.text for each in statements(study, "Yusuf", "1.3")] == ["Three days, residential (l.31-34)"]
    bring_transcripts(study, "04-yusuf.md")
    before = study.history.dump()

    rehearsed = study.chart.resolve_references(dry_run=True)
    assert study.history.dump() == before
    found = study.chart.resolve_references()

    assert (found.statements, found.evidence) == (rehearsed.statements, rehearsed.evidence) == (1, 1)
    handbook = statements(study, "Yusuf", "1.2")
    assert [(each.layer, each.text) for each in handbook] == [
        (Layer.SUMMARY, "Handbook with four roles (04-yusuf, p. 2)"),
        (Layer.VERBATIM, "It's a good handbook, whoever wrote that had met a person"),
    ]
    assert "has no pages" in {w.statement: w.reason for w in found.waiting}["Handbook with four roles (04-yusuf, p. 2)"]
    study.history.undo()
    assert study.history.dump() == before
    assert study.history.check() == []


def test_what_a_number_alone_counts_in_can_be_said(study, tmp_path, folder):
    path = a_book(tmp_path / "a.xlsx", [("Case", "1.1"), ("Maureen", "School kitchens (3)")])

    by_page = study.chart.import_workbook(path, dry_run=True)
    by_turn = study.chart.import_workbook(path, WorkbookMapping(bare=ReferenceKind.TURN), dry_run=True)

    assert (by_page.evidence, by_page.pending) == (0, 1)
    assert (by_turn.evidence, by_turn.pending) == (1, 0)


def test_themes_and_cases_are_added_to_an_empty_framework(study, tmp_path):
    path = a_book(
        tmp_path / "a.xlsx",
        [("Chart 1",), ("ID", "Getting in", "Training"), ("P1", "By a friend", "None")],
        "1. Coming in",
    )
    before = study.history.dump()

    offered = study.chart.import_workbook(path, dry_run=True)
    study.chart.import_workbook(path, WorkbookMapping(add_themes=True, add_cases=True))

    assert offered.statements == 0
    assert [row["name"] for row in study.framework.tree().records()] == ["Coming in", "Getting in", "Training"]
    assert [each.text for each in statements(study, "P1", "1.1")] == ["By a friend"]
    study.history.undo()
    assert study.history.dump() == before


def test_themes_are_not_added_to_a_framework_that_is_there(study, folder):
    with pytest.raises(Invalid, match="adds themes to an empty one only"):
        study.chart.import_workbook(folder / "framework.xlsx", WorkbookMapping(add_themes=True))


def test_sheets_and_rows_can_be_left_out_and_names_put_right(study, folder):
    mapping = WorkbookMapping(cases={"Sheila": "Wendy"}, skip=frozenset({"5. Support", "KEY", "Yousuf"}))

    found = study.chart.import_workbook(folder / "framework.xlsx", mapping)

    assert "came by the back door, p.3" in [each.text for each in statements(study, "Wendy", "1.1")]
    assert statements(study, "Yusuf", "1.1") == []
    assert "KEY" not in reasons(found)


def test_a_reason_beside_statements_is_refused_and_told(study, tmp_path, folder):
    study.chart.write("Maureen", "1.1", "School kitchens")
    path = a_book(tmp_path / "a.xlsx", [("Case", "1.1"), ("Maureen", "not asked")])

    found = study.chart.import_workbook(path)

    assert "holds statements" in reasons(found)["Chart, B2"]
