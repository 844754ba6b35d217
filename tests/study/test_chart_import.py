from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from trellis.core.chart import CellState, Layer
from trellis.core.errors import BadTable

HEADS = "case,theme,n,layer,text,source,quote,star,state,blank,rests_on\n"
GOOD = (
    "North,1.1,1,summary,Came from factories.,,,,draft,,Denise;Yusuf/1.2\n"
    'Denise,1.1,1,summary,"Biscuits, 17 years.",denise,"Biscuits, seventeen year.",yes,charted,,\n'
    "Denise,1.1,1,summary,,denise,I were a floater,,charted,,\n"
    "Denise,1.1,2,verbatim,no place of my own to stand,denise,no place of my own to stand,,charted,,\n"
    "Denise,1.1,3,comment,Watch for the floater.,,,,charted,,\n"
    "Yusuf,1.1,,,,,,,,not asked,\n"
    "Yusuf,1.2,1,summary,One day.,yusuf,One day.,,reviewed,,\n"
)


@pytest.fixture
def sample(study):
    return add_sample(study)


@pytest.fixture
def table(tmp_path):
    def written(lines, heads=HEADS):
        path = tmp_path / "chart.csv"
        path.write_text(heads + lines, encoding="utf-8")
        return path

    return written


def test_lines_of_one_statement_come_in_as_one_with_all_its_evidence(study, sample, table):
    found = study.chart.import_statements(table(GOOD))

    cell = study.chart.cell("Denise", "1.1").cell
    assert (found.statements, found.evidence, found.blanks, found.bad) == (5, 6, 1, ())
    assert [(s.layer, len(s.evidence)) for s in cell.statements] == [
        (Layer.SUMMARY, 2),
        (Layer.VERBATIM, 1),
        (Layer.COMMENT, 0),
    ]
    assert [e.star for e in cell.statements[0].evidence] == [True, False]
    assert cell.state is CellState.CHARTED


def test_a_row_that_rests_on_cells_is_written_after_them(study, sample, table):
    study.chart.import_statements(table(GOOD))

    evidence = study.chart.cell("North", "1.1").cell.statements[0].evidence

    assert [e.reference for e in evidence] == ["→ Denise 1.1", "→ Yusuf 1.2"]
    assert all(e.stale is None for e in evidence)


def test_importing_twice_changes_nothing(study, sample, table):
    path = table(GOOD)
    study.chart.import_statements(path)
    before = study.history.dump()

    again = study.chart.import_statements(path)

    assert (again.statements, again.blanks, again.already) == (0, 0, 6)
    assert study.history.dump() == before


def test_one_undo_takes_the_whole_table_back(study, sample, table):
    before = study.history.dump()

    study.chart.import_statements(table(GOOD))
    study.history.undo()

    assert study.history.dump() == before
    assert study.history.check() == []


def test_bad_lines_are_named_and_the_others_go_in(study, sample, table):
    found = study.chart.import_statements(
        table(
            "Nobody,1.1,1,summary,A.,,,,,,\n"
            "Denise,9.9,1,summary,A.,,,,,,\n"
            "Denise,1.1,1,poem,A.,,,,,,\n"
            "Denise,1.1,2,summary,A.,denise,never said,,,,\n"
            "Denise,1.1,3,verbatim,Biscuits for ever,denise,Biscuits,,,,\n"
            "Denise,1.1,4,summary,Kept.,denise,Biscuits,,,,\n"
            "Denise,1.1,,,,,,,,not asked,\n"
            "Denise,1.2,,,,,,,,no idea,\n"
            "Denise,1.2,1,summary,A.,denise,,,,,\n"
            "Denise,1.2,2,summary,A.,,,,finished,,\n"
            "Denise,1.2,3,summary,A.,,,,,,Yusuf\n"
        )
    )

    assert [b.number for b in found.bad] == [2, 3, 4, 5, 6, 8, 9, 10, 11, 12]
    assert [s.text for s in study.chart.cell("Denise", "1.1").cell.statements] == ["Kept."]
    assert study.chart.cell("Denise", "1.2").cell is None
    assert "never said" in found.table().values[3][1]


def test_segments_may_be_given_by_their_offsets(study, sample, table):
    study.chart.import_statements(table("Denise,1.1,A.,denise,37,45\n", "case,theme,text,source,start,end\n"))

    assert study.chart.cell("Denise", "1.1").cell.statements[0].evidence[0].words == "Biscuits"


def test_a_table_without_case_or_theme_is_refused(study, sample, table):
    with pytest.raises(BadTable, match="“theme”"):
        study.chart.import_statements(table("", "case,text\n"))


def test_what_is_exported_as_a_long_table_comes_in_elsewhere(study, sample, table, tmp_path):
    study.chart.import_statements(table(GOOD + "Denise,2,1,summary,=1+1,,,,,,all\n"))
    study.chart.export(tmp_path / "out.csv")
    view = study.chart.matrix(words=True)
    study.history.undo()

    found = study.chart.import_statements(tmp_path / "out.csv")

    again = study.chart.matrix(words=True)
    assert found.bad == ()
    assert [[s.text for s in c.statements] for _, _, c in again.filled()] == [
        [s.text for s in c.statements if s.layer is not Layer.COMMENT] for _, _, c in view.filled()
    ]
