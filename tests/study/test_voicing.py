from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from trellis.core.errors import Invalid
from trellis.study.chart_given import Indexed, Words
from trellis.study.exploring_pictures import voices_svg

CHANCE = "no place of my own to stand"


@pytest.fixture
def quoted(study):
    sample = add_sample(study)
    study.findings.add("Most came by chance.")
    study.findings.link(1, Words("denise", CHANCE, star=True))
    study.findings.link(1, Words("denise", "I've wrote it down"))
    study.chart.write("Yusuf", "1.2", "One day.", layer="verbatim", evidence=[Indexed(sample.day)], star=True)
    return sample


def counts(study, of):
    return {one.name: one.quotations for one in study.explore.voices(of=of).people}


def test_whoever_is_not_quoted_is_listed_with_none(study, quoted):
    assert counts(study, "findings") == {"Denise": 2, "Yusuf": 0}


def test_only_starred_quotations_of_findings_are_printed(study, quoted):
    assert counts(study, "printed") == {"Denise": 1, "Yusuf": 0}


def test_stars_of_the_chart_count_where_they_are_asked_for(study, quoted):
    assert counts(study, "starred") == {"Denise": 1, "Yusuf": 1}


def test_a_segment_that_two_findings_use_counts_once(study, quoted):
    study.findings.add("Some stayed.")
    study.findings.link(2, Words("denise", CHANCE))

    assert counts(study, "findings")["Denise"] == 2


def test_a_finding_that_was_dropped_quotes_nobody(study, quoted):
    study.findings.set_status(1, "dropped")

    assert study.explore.voices().quotations == 0


def test_groups_without_a_voice_are_named(study, quoted):
    found = study.explore.voices("Site")

    assert [(g.group, g.heard, g.quoted, g.quotations) for g in found.groups] == [
        ("North", 1, 1, 2),
        ("South", 1, 0, 0),
    ]
    assert "Nobody is quoted of: South." in found.table().note
    assert b"0  (0 of 1 people)" in voices_svg(found)


def test_a_word_for_no_kind_of_quotation_is_refused(study):
    with pytest.raises(Invalid, match="printed"):
        study.explore.voices(of="all")
