from __future__ import annotations

import os
from dataclasses import replace

import pytest

from tests.study.recordings import recorded
from trellis.core.errors import EmptyFile, NotFound, NotSupported, Unreadable
from trellis.core.recording import Standing
from trellis.reading.recordings import list_folder, recording_at, recordings_in, standing_of


def test_a_recording_is_read_for_its_digest_and_kind(tmp_path):
    found = recording_at(recorded(tmp_path / "a.wav"))

    assert (found.media, len(found.sha), found.path) == ("audio/wav", 64, str(tmp_path / "a.wav"))


def test_a_transcript_under_a_recordings_name_is_refused(tmp_path):
    (tmp_path / "a.wav").write_text("INT: Good morning.", encoding="utf-8")

    with pytest.raises(NotSupported, match="no recording"):
        recording_at(tmp_path / "a.wav")


@pytest.mark.parametrize(("name", "error"), [("none.wav", NotFound), ("bad\x00.wav", Unreadable), ("", Unreadable)])
def test_what_is_no_file_is_told(tmp_path, name, error):
    with pytest.raises(error):
        recording_at(tmp_path / name)


def test_an_empty_file_is_told(tmp_path):
    (tmp_path / "a.wav").touch()

    with pytest.raises(EmptyFile):
        recording_at(tmp_path / "a.wav")


def test_a_link_to_a_file_is_followed_once(tmp_path):
    recorded(tmp_path / "kept" / "a.wav")
    (tmp_path / "b.wav").symlink_to(tmp_path / "kept" / "a.wav")

    assert recording_at(tmp_path / "b.wav").path == str(tmp_path / "kept" / "a.wav")


def test_a_file_that_was_only_touched_is_still_the_one(tmp_path):
    known = recording_at(recorded(tmp_path / "a.wav"))
    os.utime(tmp_path / "a.wav", ns=(1, 1))

    standing, now = standing_of(known)

    assert (standing, now) == (Standing.HERE, replace(known, mtime_ns=1))


def test_another_file_of_the_same_size_is_told(tmp_path):
    known = recording_at(recorded(tmp_path / "a.wav"))
    recorded(tmp_path / "a.wav", tone=5)
    os.utime(tmp_path / "a.wav", ns=(1, 1))

    assert standing_of(known) == (Standing.OTHER, None)


def test_a_folder_lists_folders_and_recordings_only(tmp_path):
    recorded(tmp_path / "b.wav")
    recorded(tmp_path / "tapes" / "c.wav")
    (tmp_path / "secret.txt").write_text("no", encoding="utf-8")
    (tmp_path / ".hidden").mkdir()

    found = list_folder(tmp_path)

    assert (found.folders, found.files, found.above) == (("tapes",), ("b.wav",), str(tmp_path.parent))


def test_recordings_are_looked_for_below_a_folder_and_by_size(tmp_path):
    recorded(tmp_path / "b.wav")
    long = recorded(tmp_path / "tapes" / "c.wav", tenths=20)
    (tmp_path / "broken.mp3").write_text("words", encoding="utf-8")

    assert [one.path for one in recordings_in(tmp_path, frozenset({long.stat().st_size}))] == [str(long)]
    assert len(list(recordings_in(tmp_path))) == 2


def test_a_folder_that_is_none_is_told(tmp_path):
    with pytest.raises(NotFound, match="no folder"):
        list_folder(recorded(tmp_path / "a.wav"))
