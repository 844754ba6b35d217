from __future__ import annotations

import pytest

from trellis.core.case import Case, Extent
from trellis.core.document import PartKind
from trellis.core.errors import Invalid, NotFound
from trellis.core.source import Source, SourceKind, Speaker, SpeakerRole, StoredPart
from trellis.core.speakers import LabelRule
from trellis.study.bringing import BringIn, Cases, Outcome

INTERVIEW = """Fiction, written for Trellis. CC0.

INT: What is an ordinary day?

P1: [00:00:12] There is no such thing. I drive, mostly.

INT: Where to?

P1: Wherever Moira is. She moves.

INT: And then?

P1: Then we have tea.
"""


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "transcripts"
    made.mkdir()
    (made / "str-saltmarsh.txt").write_text(INTERVIEW, encoding="utf-8")
    (made / "csw-saltmarsh.txt").write_text(INTERVIEW.replace("tea", "coffee"), encoding="utf-8")
    return made


def records(study, kind):
    with study._work.read() as reader:  # a test looks behind the door
        return reader.all(kind)


def outcomes(brought):
    return {item.name: item.outcome for item in brought.items}


def test_a_folder_comes_in_with_turns_speakers_and_times(study, folder):
    brought = study.sources.bring_in([folder])

    assert set(outcomes(brought).values()) == {Outcome.IN}
    turns = [part for part in records(study, StoredPart) if part.kind is PartKind.TURN]
    assert len(turns) == 12
    assert {turn.from_ms for turn in turns} == {None, 12_000}
    assert {source.kind for source in records(study, Source)} == {SourceKind.INTERVIEW}


def test_the_text_is_the_file(study, folder):
    study.sources.bring_in([folder])

    assert study.sources.text("str-saltmarsh") == INTERVIEW
    assert study.sources.original("str-saltmarsh") == INTERVIEW.encode()


def test_the_one_participant_of_a_source_becomes_a_case_of_its_name(study, folder):
    study.sources.bring_in([folder])

    assert {case.name for case in records(study, Case)} == {"str-saltmarsh", "csw-saltmarsh"}
    assert len(records(study, Extent)) == 2
    roles = {(speaker.label, speaker.role) for speaker in records(study, Speaker)}
    assert roles == {("INT", SpeakerRole.INTERVIEWER), ("P1", SpeakerRole.PARTICIPANT)}


def test_a_rule_says_who_a_label_is(study, folder):
    rule = LabelRule("P1", SpeakerRole.PARTICIPANT, "Moira's worker")

    study.sources.bring_in([folder], BringIn(labels=(rule,)))

    assert [case.name for case in records(study, Case)] == ["Moira's worker"]


def test_what_a_label_stood_for_is_remembered(study, folder):
    first, second = folder / "str-saltmarsh.txt", folder / "csw-saltmarsh.txt"
    study.sources.bring_in([first], BringIn(labels=(LabelRule("P1", SpeakerRole.INTERVIEWER),)))

    brought = study.sources.bring_in([second])

    assert {line.spellings: line.role for line in brought.labels}["P1"] is SpeakerRole.INTERVIEWER


def test_no_cases_are_made_where_none_are_wanted(study, folder):
    study.sources.bring_in([folder], BringIn(cases=Cases.NONE))

    assert records(study, Case) == []


def test_a_dry_run_tells_the_same_and_writes_nothing(study, folder):
    before = study.history.dump()

    brought = study.sources.bring_in([folder], dry_run=True)

    assert set(outcomes(brought).values()) == {Outcome.WOULD}
    assert [item.turns for item in brought.items] == [6, 6]
    assert study.history.dump() == before


def test_the_same_file_twice_is_named_a_duplicate(study, folder):
    study.sources.bring_in([folder])

    brought = study.sources.bring_in([folder])

    assert set(outcomes(brought).values()) == {Outcome.DUPLICATE}
    assert "the same bytes as “str-saltmarsh”" in brought.items[1].message


def test_the_same_text_in_other_bytes_is_named_a_duplicate(study, folder):
    study.sources.bring_in([folder / "str-saltmarsh.txt"])
    other = folder / "copy.txt"
    other.write_bytes(INTERVIEW.replace("\n", "\r\n").encode())

    brought = study.sources.bring_in([other])

    assert brought.items[0].message.startswith("the same text as “str-saltmarsh”")


def test_a_duplicate_comes_in_under_a_free_name_when_it_is_wanted(study, folder):
    study.sources.bring_in([folder])

    study.sources.bring_in([folder / "str-saltmarsh.txt"], BringIn(again=True))

    assert "str-saltmarsh 2" in {source.name for source in records(study, Source)}


def test_a_bad_file_is_refused_by_name_and_the_others_go_in(study, folder):
    (folder / "empty.txt").write_bytes(b"")
    (folder / "photo.docx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))

    brought = study.sources.bring_in([folder])

    assert brought.count(Outcome.IN) == 2
    assert outcomes(brought)["empty.txt"] is Outcome.REFUSED
    assert outcomes(brought)["photo.docx"] is Outcome.REFUSED
    assert study.history.check() == []


def test_hidden_and_lock_files_are_passed_over(study, folder):
    (folder / ".DS_Store").write_bytes(b"\x00\x01")
    (folder / "~$saltmarsh.docx").write_bytes(b"\x00\x01")

    assert len(study.sources.bring_in([folder]).items) == 2


def test_an_import_is_undone_as_one(study, folder):
    before = study.history.dump()
    study.sources.bring_in([folder], BringIn(wave="at referral"))

    study.history.undo()

    assert study.history.dump() == before
    assert study.history.check() == []


def test_stopping_keeps_what_was_whole(study, folder):
    def stop_after_one(step):
        if step.done == 1:
            raise KeyboardInterrupt

    brought = study.sources.bring_in([folder], progress=stop_after_one)

    assert brought.stopped
    assert [item.source for item in brought.items] == ["csw-saltmarsh"]
    assert [source.name for source in records(study, Source)] == ["csw-saltmarsh"]
    assert study.history.check() == []


def test_renaming_a_source_is_undone_exactly(study, folder):
    study.sources.bring_in([folder])
    before = study.history.dump()

    study.sources.rename("str-saltmarsh", "STR 1")
    assert study.sources.text("STR 1") == INTERVIEW
    study.history.undo()

    assert study.history.dump() == before


def test_an_unknown_source_is_answered_with_those_there_are(study, folder):
    study.sources.bring_in([folder])

    with pytest.raises(NotFound, match="there are: “csw-saltmarsh”, “str-saltmarsh”"):
        study.sources.text("nobody")


def test_a_source_reads_part_by_part(study, folder):
    study.sources.bring_in([folder])

    table = study.sources.parts("str-saltmarsh")

    third = dict(zip(table.columns, table.rows()[2], strict=True))
    assert third["speaker"] == "P1"
    assert third["time"] == "00:00:12"
    assert third["words"] == "There is no such thing. I drive, mostly."


def test_the_kind_of_several_sources_is_put_right_in_one_change(study, folder):
    study.sources.bring_in([folder])
    before = study.history.number()

    changed = study.sources.set_kind("field note", "str-saltmarsh", "csw-saltmarsh")

    assert [source.kind for source in changed] == [SourceKind.FIELD_NOTE] * 2
    assert study.history.number() == before + 1


def test_a_kind_that_there_is_not_is_answered_with_those_there_are(study, folder):
    study.sources.bring_in([folder])

    with pytest.raises(Invalid, match="interview, focus group, document"):
        study.sources.set_kind("poem", "str-saltmarsh")
