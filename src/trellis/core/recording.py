"""Recordings: what a file that was linked to a source is, and whether it is where it was."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

HEAD_BYTES = 64
"""How much of a file tells what kind of recording it is."""


class Standing(StrEnum):
    """How a linked recording stands on this computer."""

    HERE = "here"
    MOVED = "moved"
    OTHER = "other"
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class RecordingFile:
    """A recording as a file of this computer.

    sha: SHA-256 of its bytes. media: its kind as browsers name it, "audio/wav". size: bytes. mtime_ns: when it was
    last written, as the file system says, nanoseconds.
    """

    sha: str
    path: str
    media: str
    size: int
    mtime_ns: int


_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"\x1a\x45\xdf\xa3", "video/webm"),
    (b"#!AMR", "audio/amr"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "video/x-ms-asf"),
    (b"caff", "audio/x-caf"),
)
_SPOKEN = (b"M4A ", b"M4B ", b"M4P ")
UNPLAYABLE = frozenset({"audio/amr", "video/x-ms-asf", "audio/x-caf", "audio/aiff"})
"""Kinds of recording that can be linked and that browsers do not play."""


def media_of(head: bytes) -> str | None:
    """What kind of recording a file is, from its first bytes; None if it is none."""
    if head[:4] in {b"RIFF", b"RF64"} and head[8:12] == b"WAVE":
        return "audio/wav"
    if head[:4] == b"FORM" and head[8:12] in {b"AIFF", b"AIFC"}:
        return "audio/aiff"
    if head[4:8] == b"ftyp":
        return "audio/mp4" if head[8:12] in _SPOKEN else "video/mp4"
    for start, media in _STARTS:
        if head.startswith(start):
            return media
    return _framed(head)


def _framed(head: bytes) -> str | None:
    """MPEG audio without a heading begins with the eleven set bits of a frame."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return None
    layer, rate, samples = head[1] >> 1 & 3, head[2] >> 4, head[2] >> 2 & 3
    if layer == 0:
        return "audio/aac" if head[1] & 0xF0 == 0xF0 else None
    return "audio/mpeg" if rate not in {0, 15} and samples != 3 else None
