from __future__ import annotations

import pytest

from tests.study.chart_study import DENISE, add_sample
from tests.study.corrected_study import (
    PUT_RIGHT,
    REWRAPPED,
    add_stretches,
    coded_words,
    records,
    the_cell,
    words_of,
)
from trellis.core.case import Extent
from trellis.core.chart_rules import Stale
from trellis.core.coding import Coding
from trellis.core.consent import Redaction
from trellis.core.memo import Memo
from trellis.core.source import Source
from trellis.study.chart_given import Indexed, Stretch


@pytest.fixture
def sample(study):
    return add_sample(study)


def test_codings_move_with_their_words_and_changed_ones_are_told(study, sample):
    study.index.code("denise", "1.1", quote="floater, no place of my own")
    wide = study.index.code("denise", "1.2", turn=2).added[0].k

    told = study.sources.correct("denise", PUT_RIGHT)

    words = coded_words(study)
    assert words[sample.told] == "Nobody told me what it was."
    assert words[wide].startswith("Biscuits, seventeen year in all. I were")
    assert {item.item for item in told.changes} >= {f"coding:{wide}"}
    assert {coding.version for coding in records(study, Coding, source=sample.denise.k)} == {
        records(study, Source, k=sample.denise.k)[0].current
    }


def test_rewrapped_lines_move_everything(study, sample):
    study.index.code("denise", "1.1", turns="1-3")
    before = {k: words.split() for k, words in coded_words(study).items()}

    told = study.sources.correct("denise", REWRAPPED)

    assert (told.changed, told.review) == (0, ())
    assert {k: words.split() for k, words in coded_words(study).items()} == before


def test_evidence_on_the_same_words_is_not_stale_after_a_correction(study, sample):
    study.chart.write("Denise", "1.2", "Not told.", evidence=[Indexed(sample.told)])
    study.chart.write(
        "Denise", "1.2", "Four of it.", evidence=[Stretch("denise", DENISE.index("there's four"), len(DENISE))]
    )

    study.sources.correct("denise", PUT_RIGHT)

    cell = the_cell(study, theme="1.2")
    assert [line.evidence[0].words for line in cell.statements] == ["Nobody told me what it was.", "there's four."]
    assert cell.stale == ()


@pytest.mark.parametrize("indexed", [True, False])
def test_evidence_whose_words_changed_is_stale_until_it_is_said_to_be_right(study, sample, indexed):
    turn = DENISE.index("Biscuits"), DENISE.index("\nINT: And")
    coding = study.index.code("denise", "1.1", start=turn[0], end=turn[1]).added[0].k
    evidence = Indexed(coding) if indexed else Stretch("denise", turn[0], turn[1] - 1)
    study.chart.write("Denise", "1.1", "Long in biscuits.", evidence=[evidence])

    study.sources.correct("denise", PUT_RIGHT)

    assert the_cell(study).stale == (Stale.TEXT_CHANGED,)
    study.chart.confirm("Denise", "1.1")
    assert the_cell(study).stale == ()


def test_stale_evidence_does_not_become_fresh_by_a_correction(study, sample):
    study.chart.write("Denise", "1.2", "Not told.", evidence=[Indexed(sample.told)])
    study.index.annotate(sample.told, "Listen again.")

    study.sources.correct("denise", PUT_RIGHT)

    assert the_cell(study, theme="1.2").stale != ()


def test_verbatim_statements_that_the_new_text_does_not_bear_out_are_told(study, sample):
    quote = "a floater, no place of my own to stand"
    study.chart.write("Denise", "1.1", quote, layer="verbatim")
    study.chart.write("Denise", "1.2", "Nobody told me what it was.", layer="verbatim")

    told = study.sources.correct("denise", DENISE.replace("no place of my own to", "no real place of my own to"))

    assert [(one.case, one.text) for one in told.misquoted] == [("Denise", quote)]
    assert ("verbatim", "Denise") in {(row[1], row[2]) for row in told.table().rows()}


@pytest.mark.parametrize("kind", [Memo, Extent, Redaction])
def test_memos_links_and_redactions_on_stretches_move_too(study, sample, kind):
    add_stretches(study, sample)

    study.sources.correct("denise", PUT_RIGHT)

    [moved] = [record for record in records(study, kind) if record.start is not None]
    assert moved.version == records(study, Source, k=sample.denise.k)[0].current
    assert words_of(study, moved) == "a floater"
