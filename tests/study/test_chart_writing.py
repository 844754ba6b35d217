from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample, writing
from trellis.core.chart import Evidence
from trellis.core.errors import Invalid, NotAllowed, QuoteNotFound
from trellis.core.study import Person, Role
from trellis.study.chart_given import Indexed, Line, OnCell, Support, Words
from trellis.study.chart_writing import release_codings
from trellis.study.study import Study


@pytest.fixture
def sample(study):
    return add_sample(study)


def evidence(study, theme="1.1"):
    return study.chart.cell("Denise", theme).cell.statements[0].evidence


def test_evidence_of_released_codings_keeps_its_segment(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.", evidence=[Indexed(sample.biscuits)])

    with writing(study) as change:
        count = release_codings(change, [sample.biscuits, sample.day])
        released = change.all(Evidence)[0]

    assert count == 1
    assert (released.coding, released.seen, released.source) == (None, 0, sample.denise.k)


def test_verbatim_words_cannot_be_edited_to_what_nobody_said(study, sample):
    study.chart.write("Denise", "1.1", "no place of my own", layer="verbatim")

    with pytest.raises(QuoteNotFound):
        study.chart.edit(Line("Denise", "1.1", 1), "a place of my own")
    study.chart.edit(Line("Denise", "1.1", 1), "no … my own")

    assert study.chart.cell("Denise", "1.1").cell.statements[0].text == "no … my own"


def test_verbatim_words_keep_the_evidence_they_stand_in(study, sample):
    study.chart.write("Denise", "1.1", "no place of my own", layer="verbatim")

    with pytest.raises(QuoteNotFound):
        study.chart.unlink(Support(Line("Denise", "1.1", 1), 1))

    assert len(evidence(study)) == 1


def test_a_star_needs_a_segment(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.")

    with pytest.raises(Invalid, match="star"):
        study.chart.write("North", "1.1", "A.", evidence=[OnCell("Denise", "1.1")], star=True)


def test_every_segment_of_a_starred_statement_is_starred(study, sample):
    study.chart.write("Denise", "1.1", "A.", evidence=[Words("denise", "floater"), Indexed(sample.told)], star=True)

    assert [each.star for each in evidence(study)] == [True, True]


def test_the_same_words_again_change_nothing(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.")
    seq = study.history.number()

    study.chart.edit(Line("Denise", "1.1", 1), " Biscuits. ")

    assert study.history.number() == seq


def test_a_coder_may_not_write_in_the_chart(study, sample):
    with writing(study) as change:
        change.insert(Person(change.new_key(), 0, "Cleo", Role.CODER))
    cleo = Study(study._work.file, "Cleo")

    with pytest.raises(NotAllowed, match="Cleo is coder"):
        cleo.chart.write("Denise", "1.1", "Biscuits.")
