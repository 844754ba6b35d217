from __future__ import annotations

import pytest

from tests.study.chart_study import DENISE, add_sample
from tests.study.corrected_study import records
from trellis.core.chart import Evidence
from trellis.core.errors import Conflict, NotFound
from trellis.core.memo import Memo
from trellis.core.segment import Segment
from trellis.core.source import Source, Version
from trellis.study.chart_given import Stretch
from trellis.study.locating import Where
from trellis.study.memo_about import Topic
from trellis.study.version_maps import standing_now

WORDS = "Biscuits, seventeen year."
PLACE = Segment(DENISE.index(WORDS), DENISE.index(WORDS) + len(WORDS))
LONGER = f"Before it began.\n{DENISE}"
OTHERWISE = DENISE.replace("seventeen", "seven")


@pytest.fixture
def first(study):
    """The key of the version of Denise's interview that was read before any correction."""
    add_sample(study)
    return source(study).current


def source(study) -> Source:
    [found] = [one for one in records(study, Source) if one.name == "denise"]
    return found


def stands(study, version):
    with study._work.read() as reader:
        return standing_now(reader, source(study), PLACE, version)


def words(study, record) -> str:
    text = study.sources.text("denise")
    assert record.version == source(study).current
    return text[record.start : record.end]


def test_what_was_chosen_in_the_text_that_is_read_stands_where_it_was_chosen(study, first):
    assert stands(study, None) == PLACE
    assert stands(study, first) == PLACE


def test_what_was_chosen_before_a_correction_is_found_where_its_words_stand_now(study, first):
    study.sources.correct("denise", LONGER)
    study.sources.correct("denise", f"And before that.\n{LONGER}")

    assert stands(study, first).words(study.sources.text("denise")) == WORDS


def test_words_that_a_correction_changed_are_refused(study, first):
    study.sources.correct("denise", OTHERWISE)

    with pytest.raises(Conflict, match="denise was corrected after these words were chosen"):
        stands(study, first)


def test_a_version_of_another_source_is_refused(study, first):
    [other] = [one.k for one in records(study, Version) if one.source != source(study).k][:1]

    with pytest.raises(NotFound, match="no version"):
        stands(study, other)


def test_a_coding_a_memo_and_evidence_chosen_before_a_correction_stand_on_their_words(study, first):
    study.sources.correct("denise", LONGER)

    coded = study.index.code("denise", "1.2", Where(start=PLACE.start, end=PLACE.end, version=first))
    memo = study.memos.add("Which?", Topic(source="denise", segment=(PLACE.start, PLACE.end), version=first))
    study.chart.write("Denise", "1.2", "Biscuits.", evidence=[Stretch("denise", PLACE.start, PLACE.end, version=first)])

    [made] = coded.added
    [noted] = records(study, Memo, k=memo)
    [evidence] = records(study, Evidence)
    assert [words(study, one) for one in (made, noted, evidence)] == [WORDS] * 3


def test_nothing_is_written_on_words_that_were_changed_meanwhile(study, first):
    study.sources.correct("denise", OTHERWISE)
    before = study.history.dump()

    for write in (
        lambda: study.index.code("denise", "1.2", Where(start=PLACE.start, end=PLACE.end, version=first)),
        lambda: study.memos.add("Which?", Topic(source="denise", segment=(PLACE.start, PLACE.end), version=first)),
        lambda: study.chart.write(
            "Denise", "1.2", "Biscuits.", evidence=[Stretch("denise", PLACE.start, PLACE.end, version=first)]
        ),
    ):
        with pytest.raises(Conflict, match="choose them again"):
            write()
    assert study.history.dump() == before
