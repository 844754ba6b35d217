from __future__ import annotations

import shutil

import pytest

from tests.study.recordings import recorded
from trellis.core.consent import WithdrawalLevel
from trellis.core.errors import Invalid, NotAllowed, NotFound
from trellis.core.recording import Standing
from trellis.core.study import Person, Role
from trellis.study.study import Study


@pytest.fixture
def joan(study, tmp_path):
    """A study with one interview, and a recording of it beside."""
    (tmp_path / "joan.txt").write_text("INT: And then?\nJOAN: I waited nine months.\n", encoding="utf-8")
    study.sources.bring_in([tmp_path / "joan.txt"])
    recorded(tmp_path / "tapes" / "joan.wav")
    return study


def test_a_linked_recording_is_played_from_where_it_lies(joan, tmp_path):
    joan.recordings.link("joan", tmp_path / "tapes" / "joan.wav")

    assert joan.recordings.playable("joan").path == str(tmp_path / "tapes" / "joan.wav")
    assert joan.history.page(None, 1)[0].words == "linked a recording"


def test_nothing_of_a_recordings_place_is_in_history_dump_or_file_of_a_package(joan, tmp_path):
    joan.recordings.link("joan", tmp_path / "tapes" / "joan.wav")
    sha = joan.recordings.of("joan").sha

    joan.apart.handout("Ben", tmp_path / "ben.trellis")

    assert "joan.wav" not in str(joan.history.dump())
    packed = (tmp_path / "ben.trellis").read_bytes()
    assert b"joan.wav" not in packed
    assert sha.encode() not in packed


def test_a_file_that_moved_is_linked_again_without_a_change_of_the_study(joan, tmp_path):
    joan.recordings.link("joan", tmp_path / "tapes" / "joan.wav")
    number = joan.history.number()
    shutil.move(tmp_path / "tapes" / "joan.wav", tmp_path / "joan-2009.wav")
    assert joan.recordings.of("joan").standing is Standing.MOVED

    joan.recordings.link("joan", tmp_path / "joan-2009.wav")

    assert joan.recordings.of("joan").standing is Standing.HERE
    assert joan.history.number() == number


def test_a_wrong_file_is_told_and_another_recording_may_be_meant(joan, tmp_path):
    joan.recordings.link("joan", tmp_path / "tapes" / "joan.wav")
    other = recorded(tmp_path / "other.wav", tone=3)

    with pytest.raises(Invalid, match="not the recording"):
        joan.recordings.link("joan", other)
    joan.recordings.link("joan", other, another=True)

    assert joan.recordings.playable("joan").path == str(other)


def test_a_file_that_took_the_recordings_place_is_never_played(joan, tmp_path):
    joan.recordings.link("joan", tmp_path / "tapes" / "joan.wav")
    recorded(tmp_path / "tapes" / "joan.wav", tenths=11)

    with pytest.raises(NotFound, match="another file lies in its place"):
        joan.recordings.playable("joan")


def test_recordings_that_were_renamed_are_found_by_their_content(joan, tmp_path):
    joan.recordings.link("joan", tmp_path / "tapes" / "joan.wav")
    (tmp_path / "moved").mkdir()
    shutil.move(tmp_path / "tapes" / "joan.wav", tmp_path / "moved" / "rec_0041.wav")

    found = joan.recordings.find(tmp_path / "moved")

    assert found.values == (("joan", str(tmp_path / "moved" / "rec_0041.wav")),)
    assert joan.recordings.of("joan").standing is Standing.HERE
    assert joan.recordings.find(tmp_path / "moved").values == ()


def test_a_link_is_taken_away_and_undone(joan, tmp_path):
    joan.recordings.link("joan", tmp_path / "tapes" / "joan.wav")

    joan.recordings.unlink("joan")
    assert joan.recordings.of("joan") is None
    joan.history.undo()

    assert joan.recordings.of("joan").standing is Standing.HERE
    assert joan.history.check() == []


def test_the_list_tells_how_each_stands(joan, tmp_path):
    assert joan.recordings.listing().values == (("joan", None, None),)

    joan.recordings.link("joan", tmp_path / "tapes" / "joan.wav")

    assert joan.recordings.listing().values == (("joan", str(tmp_path / "tapes" / "joan.wav"), "here"),)


def test_who_sees_pseudonymised_texts_only_has_no_recording(joan, tmp_path):
    joan.recordings.link("joan", tmp_path / "tapes" / "joan.wav")
    joan.pseudonyms.checked("joan")
    with joan._work.change("person.role") as change:
        change.insert(Person(change.new_key(), 0, "Ben", Role.CODER))
    ben = Study(joan._work.file, "Ben")
    joan.pseudonyms.show_only("Ben")

    assert ben.recordings.of("joan") is None
    with pytest.raises(NotAllowed):
        ben.recordings.link("joan", tmp_path / "tapes" / "joan.wav")


def test_a_withdrawal_lists_the_recording_and_forgets_where_it_lies(joan, tmp_path):
    joan.recordings.link("joan", tmp_path / "tapes" / "joan.wav")
    joan.cases.add("Joan")
    joan.cases.link("Joan", "joan")
    shown = {row[0]: row for row in joan.withdrawals.withdraw("Joan", dry_run=True).rests.values}
    assert shown["recordings linked"][3] == str(tmp_path / "tapes" / "joan.wav")

    joan.withdrawals.withdraw("Joan", WithdrawalLevel.REMOVE)

    assert (tmp_path / "tapes" / "joan.wav").exists()
    assert b"joan.wav" not in (tmp_path / "s.trellis").read_bytes()
    assert joan.history.check() == []


def test_a_folder_that_is_not_there_is_told_even_where_nothing_is_missing(study, tmp_path):
    with pytest.raises(NotFound, match="nowhere"):
        study.recordings.find(tmp_path / "nowhere")
