from __future__ import annotations

from dataclasses import replace

import pytest

from tests.study.framework_study import charted, coded, with_source, with_themes
from trellis.core.chart import Blank, CellState
from trellis.core.framework_wording import Rewording
from trellis.study.overview import Matter


@pytest.fixture
def begun(study):
    with_themes(study, "Alone", ">Roads", ">Phones")
    placed = with_source(study)
    study.cases.link("one", "one")
    coded(study, placed, "1.1", 0, 3)
    coded(study, placed, "1.2", 4, 8)
    return study, placed


def test_a_source_tells_who_has_read_it_and_how_much_is_indexed(begun):
    study, _ = begun
    study.readings.mark("one")

    [source] = study.overview().sources

    assert (source.name, source.readers, source.codings, source.themes) == ("one", ("Ana",), 2, 2)


def test_a_themes_chart_counts_its_cells_by_how_far_they_are(begun):
    study, placed = begun
    charted(study, placed, "1.1", "Drives.", state=CellState.RETURNED)
    charted(study, placed, "1.2", state=CellState.CHARTED, blank=Blank.NOT_ASKED)

    [theme] = study.overview().themes

    assert (theme.codings, theme.cells, theme.returned, theme.charted, theme.blank) == (2, 2, 1, 0, 1)


def test_a_case_of_whom_there_is_no_source_leaves_no_cell_open(begun):
    study, placed = begun
    team = study.cases.add("North team", kind="team")

    [theme] = study.overview().themes
    assert theme.cells == 2

    charted(study, replace(placed, case=team.k), "1.1", "Meets on Mondays.", state=CellState.DRAFT)

    [theme] = study.overview().themes
    assert (theme.cells, theme.drafts) == (3, 1)


def test_only_what_there_is_wants_attention(begun):
    study, _ = begun
    assert study.overview().attention == ()

    study.framework.redefine("Roads", Rewording(definition="Otherwise."))
    study.readings.assign("Ana", "read")

    assert study.overview().attention == ((Matter.MINE, 1), (Matter.CHECK, 1))
