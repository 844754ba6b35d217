from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample, writing
from trellis.core.case import Extent, Link
from trellis.core.errors import Ambiguous, NotFound, OutOfRange, QuoteNotFound
from trellis.study.chart_given import Indexed, Line, OnCell, Stretch, Support, Words


@pytest.fixture
def sample(study):
    return add_sample(study)


@pytest.mark.parametrize(
    ("evidence", "error", "match"),
    [
        (Words("denise", "never said"), QuoteNotFound, "never said"),
        (Words("denise", "INT:"), Ambiguous, "2 times in denise"),
        (Words("nobody", "a"), NotFound, "nobody"),
        (Stretch("denise", 5, 100_000), OutOfRange, "100000"),
        (Indexed(1), NotFound, "coding"),
        (OnCell("Yusuf", "1.1"), NotFound, "uncharted"),
        (OnCell("Denise", "1.1"), NotFound, "the cell it stands in"),
    ],
)
def test_evidence_that_is_not_there_is_refused_and_nothing_is_written(study, sample, evidence, error, match):
    before = study.history.dump()

    with pytest.raises(error, match=match):
        study.chart.write("Denise", "1.1", "A.", evidence=[evidence])

    assert study.history.dump() == before


def test_a_quote_may_differ_in_quotation_marks_and_white_space(study, sample):
    study.chart.write("Denise", "1.1", "A.", evidence=[Words("denise", "I’ve  wrote it\ndown")])

    assert study.chart.cell("Denise", "1.1").cell.statements[0].evidence[0].words == "I've wrote it down"


def test_verbatim_words_that_stand_twice_need_their_segment(study, sample):
    with pytest.raises(Ambiguous, match="2 times"):
        study.chart.write("Denise", "1.1", "INT:", layer="verbatim")


def test_a_stretch_of_a_source_bounds_where_words_are_looked_up(study, sample):
    with writing(study) as change:
        held = sample.yusuf
        change.insert(Extent(change.new_key(), 0, sample.cases["North"], held.k, held.current, 0, 18, Link.ABOUT))

    study.chart.write("North", "1.2", "And training?", layer="verbatim")

    with pytest.raises(QuoteNotFound, match="yusuf"):
        study.chart.write("North", "1.2", "One day.", layer="verbatim")


def test_statements_and_evidence_that_are_not_there_are_told(study, sample):
    study.chart.write("Denise", "1.1", "A.")

    with pytest.raises(NotFound, match="has 1 statements"):
        study.chart.edit(Line("Denise", "1.1", 2), "B.")
    with pytest.raises(NotFound, match="rests on 0 things"):
        study.chart.unlink(Support(Line("Denise", "1.1", 1), 1))
