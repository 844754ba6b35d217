from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from trellis import new, open
from trellis.cli.chart_writing import evidence_from
from trellis.core.errors import Invalid
from trellis.study.chart_given import Indexed, OnCell, Stretch, Whole, Words


@pytest.fixture
def made(trellis, tmp_path):
    with new(tmp_path / "s.trellis", "New roles", "Ana") as study:
        add_sample(study)
    trellis("chart", "write", "s.trellis", "Denise", "1.1", "Biscuits.", "--on", "denise@33-59", "--on", "all")
    trellis("chart", "write", "s.trellis", "Denise", "1.1", "no place of my own", "--layer", "verbatim", "--star")
    return trellis


def statements(tmp_path, case="Denise", theme="1.1"):
    with open(tmp_path / "s.trellis") as study:
        cell = study.chart.cell(case, theme).cell
    return [] if cell is None else [(s.text, [e.reference for e in s.evidence]) for s in cell.statements]


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("denise: nobody told me: what", Words("denise", "nobody told me: what")),
        ("denise@120-180", Stretch("denise", 120, 180)),
        ("4711", Indexed(4711)),
        ("cell North site/2.3", OnCell("North site", "2.3")),
        ("All", Whole()),
    ],
)
def test_evidence_is_named_in_five_ways(given, meant):
    assert evidence_from(given) == meant


@pytest.mark.parametrize("given", ["denise", "denise:", "@1-2x", "cell North"])
def test_evidence_that_names_nothing_is_refused(given):
    with pytest.raises(Invalid, match="a coding's key"):
        evidence_from(given)


def test_statements_are_written_edited_moved_linked_and_removed(made, tmp_path):
    made("chart", "edit", "s.trellis", "Denise", "1.1", "1", "Biscuit factory.")
    made("chart", "unlink", "s.trellis", "Denise", "1.1", "1", "2")
    made("chart", "link", "s.trellis", "Denise", "1.1", "1", "--on", "denise: And now?")
    made("chart", "move", "s.trellis", "Denise", "1.1", "2", "--to", "1")
    changed = statements(tmp_path)
    made("chart", "remove", "s.trellis", "Denise", "1.1", "1")

    assert changed == [("no place of my own", ["turn 2"]), ("Biscuit factory.", ["turn 2", "turn 3"])]
    assert statements(tmp_path) == changed[1:]


def test_stars_states_blanks_and_confirmations_are_set(made):
    answers = [
        made("chart", "star", "s.trellis", "Denise", "1.1", "1"),
        made("chart", "star", "s.trellis", "Denise", "1.1", "2", "1", "--off"),
        made("chart", "state", "s.trellis", "Denise", "1.1", "reviewed"),
        made("chart", "confirm", "s.trellis", "Denise", "1.1"),
        made("chart", "blank", "s.trellis", "Yusuf", "1.1", "not asked"),
    ]
    shown = made("chart", "cell", "s.trellis", "Denise", "1.1").out
    blank = made("chart", "cell", "s.trellis", "Yusuf", "1.1").out
    made("chart", "blank", "s.trellis", "Yusuf", "1.1", "--clear")

    assert [answer.code for answer in answers] == [0] * 5
    assert "1.1 Routes in: reviewed" in shown
    assert "charted, not asked" in " ".join(blank.split())
    assert "uncharted" in made("chart", "cell", "s.trellis", "Yusuf", "1.1").out


def test_a_blank_needs_a_reason_or_clear(made):
    answer = made("chart", "blank", "s.trellis", "Yusuf", "1.1")

    assert answer.code == 1
    assert "--clear" in answer.err


def test_a_row_is_marked_at_once(made):
    made("chart", "write", "s.trellis", "Denise", "1.2", "Four.")

    answer = made("chart", "mark", "s.trellis", "charted", "--case", "Denise")

    assert "2 cells are charted" in answer.err
    assert "1.2 Training: charted" in made("chart", "cell", "s.trellis", "Denise", "1.2").out
    assert made("chart", "mark", "s.trellis", "charted", "--case", "Denise").code == 1
