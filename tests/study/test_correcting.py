from __future__ import annotations

from dataclasses import replace

import pytest

from tests.study.chart_study import DENISE, add_sample, writing
from tests.study.corrected_study import (
    CUT,
    PUT_RIGHT,
    REWRAPPED,
    TRANSCRIPT,
    add_stretches,
    bring_interview,
    coded_words,
    records,
    the_cell,
)
from trellis.core.chart_rules import Stale
from trellis.core.errors import AlreadyThere, NotFound
from trellis.core.source import Version, VersionKind, VersionMap
from trellis.study.chart_given import Indexed


@pytest.fixture
def sample(study):
    return add_sample(study)


@pytest.fixture
def interview(study, tmp_path):
    return bring_interview(study, tmp_path)


def test_a_correction_is_a_new_version_and_the_old_one_stays(study, sample):
    told = study.sources.correct("denise", PUT_RIGHT)

    assert study.sources.text("denise") == PUT_RIGHT
    assert told.version == 2
    first, second = records(study, Version, source=sample.denise.k)
    assert (second.kind, second.number, second.parent) == (VersionKind.CORRECTED, 2, first.k)
    assert [(one.from_version, one.to_version) for one in records(study, VersionMap)] == [(first.k, second.k)]
    assert study.history.check() == []


def test_what_cannot_move_stays_reachable_and_is_listed_with_its_old_words(study, sample):
    study.chart.write("Denise", "1.1", "Biscuits.", evidence=[Indexed(sample.biscuits)])

    told = study.sources.correct("denise", CUT)

    assert [(item.what, item.old) for item in told.review] == [
        ("coding", "Biscuits, seventeen year."),
        ("evidence", "Biscuits, seventeen year."),
    ]
    assert coded_words(study)[sample.biscuits] == "Biscuits, seventeen year."
    listed = study.sources.review("denise").records()
    assert [row["item"] for row in listed] == [item.item for item in told.review]
    assert [extract.words for extract in study.index.retrieve("1.1").extracts] == ["Biscuits, seventeen year."]
    assert the_cell(study).stale == (Stale.TEXT_CHANGED,)
    assert study.history.check() == []


@pytest.mark.parametrize("text", [PUT_RIGHT, CUT, REWRAPPED])
def test_a_correction_is_undone_exactly(study, sample, text):
    add_stretches(study, sample)
    study.chart.write("Denise", "1.1", "Biscuits.", evidence=[Indexed(sample.biscuits)])
    before = study.history.dump()

    study.sources.correct("denise", text)
    after = study.history.dump()
    study.history.undo()

    assert study.history.dump() == before
    assert study.sources.text("denise") == DENISE
    study.history.redo()
    assert study.history.dump() == after
    assert study.history.check() == []


def test_a_dry_run_tells_the_same_and_writes_nothing(study, sample):
    before = study.history.dump()

    told = study.sources.correct("denise", CUT, dry_run=True)

    assert study.history.dump() == before
    assert told == study.sources.correct("denise", CUT)


def test_search_finds_the_words_of_the_new_text_only(study, sample):
    study.sources.correct("denise", DENISE.replace("Biscuits", "Bakery"))

    assert [hit.source for hit in study.search.find("bakery").hits] == ["denise"]
    assert study.search.find("biscuits").hits == ()


def test_the_files_of_both_versions_are_kept(study, interview):
    corrected = TRANSCRIPT.replace("ordinary", "usual")
    interview.write_text(corrected, encoding="utf-8")

    study.sources.correct("str-1", interview)

    assert study.sources.original("str-1") == TRANSCRIPT.encode()
    assert study.sources.original("str-1", version=2) == corrected.encode()
    assert [(row["version"], row["file"]) for row in study.sources.versions("str-1").records()] == [
        (1, "str-1.txt"),
        (2, "str-1.txt"),
    ]


def test_a_version_that_is_not_there_has_no_file(study, interview):
    with pytest.raises(NotFound, match="no version 7"):
        study.sources.original("str-1", version=7)


def test_the_text_written_out_is_the_text_and_overwrites_nothing(study, interview, tmp_path):
    written = study.sources.write_text("str-1", tmp_path / "edit.txt")

    assert written.read_text(encoding="utf-8") == TRANSCRIPT
    with pytest.raises(AlreadyThere):
        study.sources.write_text("str-1", tmp_path / "edit.txt")


def test_a_pseudonymised_text_stays_one_when_it_is_corrected(study, sample):
    with writing(study) as change:
        version = change.get(Version, sample.denise.current)
        change.update(version, replace(version, kind=VersionKind.PSEUDONYMISED))

    study.sources.correct("denise", PUT_RIGHT)

    assert [one.kind for one in records(study, Version, source=sample.denise.k)][1] is VersionKind.PSEUDONYMISED
