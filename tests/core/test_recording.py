from __future__ import annotations

import pytest

from trellis.core.recording import media_of


@pytest.mark.parametrize(
    ("head", "media"),
    [
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "audio/wav"),
        (b"RF64\xff\xff\xff\xffWAVEds64", "audio/wav"),
        (b"ID3\x04\x00\x00\x00\x00", "audio/mpeg"),
        (b"\xff\xfb\x90\x64", "audio/mpeg"),
        (b"\xff\xf1\x50\x80", "audio/aac"),
        (b"OggS\x00\x02", "audio/ogg"),
        (b"fLaC\x00\x00", "audio/flac"),
        (b"\x00\x00\x00\x20ftypM4A \x00", "audio/mp4"),
        (b"\x00\x00\x00\x20ftypisom\x00", "video/mp4"),
        (b"\x1a\x45\xdf\xa3\x01", "video/webm"),
        (b"FORM\x00\x00\x00\x10AIFFCOMM", "audio/aiff"),
        (b"#!AMR\n\x3c", "audio/amr"),
    ],
)
def test_a_recording_is_told_by_its_first_bytes(head, media):
    assert media_of(head) == media


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"RIFF\x24\x00\x00\x00AVI LIST",
        b"INT: Good day.",
        b"\xff\xfe<\x00h\x00",
        b"%PDF-1.7",
        b"\xff\xff\xff\xff",
    ],
)
def test_what_is_no_recording_is_none(head):
    assert media_of(head) is None
