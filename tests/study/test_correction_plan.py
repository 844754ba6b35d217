from __future__ import annotations

import pytest

from tests.study.chart_study import DENISE, add_sample
from tests.study.corrected_study import (
    OTHER,
    PUT_RIGHT,
    TRANSCRIPT,
    bring_interview,
    records,
)
from trellis.core.document import PartKind
from trellis.core.errors import AlreadyThere, EmptyFile, Invalid
from trellis.core.source import Source, Speaker, SpeakerRole, StoredPart


@pytest.fixture
def sample(study):
    return add_sample(study)


@pytest.fixture
def interview(study, tmp_path):
    return bring_interview(study, tmp_path)


def turns(study, name="str-1"):
    return [(row["speaker"], row["words"]) for row in study.sources.parts(name).records()]


def test_an_unrelated_text_is_refused_and_moves_nothing_by_itself(study, sample):
    with pytest.raises(Invalid, match=r"keeps \d+% of the words of “denise”"):
        study.sources.correct("denise", OTHER)

    told = study.sources.correct("denise", OTHER, replace=True)

    assert (told.moved, told.changed) == (0, 0)
    assert {item.item for item in told.review} == {f"coding:{sample.biscuits}", f"coding:{sample.told}"}


def test_the_text_that_is_there_already_is_no_correction(study, sample):
    with pytest.raises(AlreadyThere, match="has already"):
        study.sources.correct("denise", DENISE)


def test_an_empty_text_is_refused(study, sample):
    with pytest.raises(EmptyFile):
        study.sources.correct("denise", " \n")


def test_turns_and_speakers_are_recognised_anew(study, interview):
    interview.write_text(
        TRANSCRIPT + "\nDAUGHTER: She means Monday.\n\nINT: Yes.\n\nDAUGHTER: She does.\n", encoding="utf-8"
    )

    told = study.sources.correct("str-1", interview)

    assert told.labels == ("DAUGHTER",)
    assert turns(study)[4] == ("DAUGHTER", "She means Monday.")
    speakers = {one.label: one for one in records(study, Speaker)}
    assert speakers["DAUGHTER"].role is SpeakerRole.PARTICIPANT
    assert speakers["P1"].case is not None


def test_a_speaker_whose_label_was_put_right_is_still_the_same_case(study, interview):
    interview.write_text(TRANSCRIPT.replace("P1:", "Maureen:"), encoding="utf-8")

    study.sources.correct("str-1", interview)

    speakers = {one.label: one.case for one in records(study, Speaker)}
    assert speakers["Maureen"] == speakers["P1"]
    assert speakers["Maureen"] is not None


CAPTIONS = (
    "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v INT>What is an ordinary day?\n\n"
    "00:00:05.000 --> 00:00:09.000\n<v P1>There is no such thing. I drive, mostly.\n\n"
    "00:00:10.000 --> 00:00:19.000\n<v INT>Where to, if I may ask?\n"
)


def test_times_and_voices_of_captions_survive_an_edit_as_plain_text(study, tmp_path):
    (tmp_path / "day.vtt").write_text(CAPTIONS, encoding="utf-8")
    study.sources.bring_in([tmp_path / "day.vtt"])
    before = study.sources.parts("day").records()
    edited = study.sources.write_text("day", tmp_path / "day.txt")
    edited.write_text(edited.read_text(encoding="utf-8").replace("mostly", "most of it"), encoding="utf-8")

    study.sources.correct("day", edited)

    after = study.sources.parts("day").records()
    keep = ("kind", "speaker", "time")
    assert [[row[name] for name in keep] for row in after] == [[row[name] for name in keep] for row in before]
    assert after[1]["words"] == "There is no such thing. I drive, most of it."
    assert study.history.check() == []


def test_parts_of_the_new_version_do_not_overlap_and_cover_the_words(study, sample):
    study.sources.correct("denise", PUT_RIGHT)

    parts = records(study, StoredPart, version=records(study, Source, k=sample.denise.k)[0].current)

    assert [part.kind for part in parts] == [PartKind.TURN] * 4
