"""Sources and their versions: the texts of a study."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from trellis.core.document import PartKind
from trellis.core.keys import Key


class SourceKind(StrEnum):
    """What sort of text a source is."""

    INTERVIEW = "interview"
    FOCUS_GROUP = "focus group"
    DOCUMENT = "document"
    FIELD_NOTE = "field note"
    SURVEY_ANSWER = "survey answer"


class VersionKind(StrEnum):
    """How a version of a text came to be."""

    IMPORTED = "imported"
    CORRECTED = "corrected"
    PSEUDONYMISED = "pseudonymised"


class SpeakerRole(StrEnum):
    """Who speaks under a label."""

    INTERVIEWER = "interviewer"
    PARTICIPANT = "participant"
    SEVERAL = "several voices"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """One text of the study.

    wave: key of the round of data collection, None outside any.
    current: key of the version that is read and indexed now.
    original: SHA-256 of the imported file's bytes; original_name: its name then.
    recording: SHA-256 of the recording that is linked; where it lies, each copy of the study knows for itself
    (`store.recordings`). held_on: ISO date of the interview; duration_s: length of the recording in seconds.
    """

    k: Key
    rev: Key
    kind: SourceKind
    name: str
    wave: Key | None
    current: Key
    original: str | None = None
    original_name: str | None = None
    recording: str | None = None
    held_on: str | None = None
    duration_s: int | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """One immutable state of a source's text.

    length: code points. sha: SHA-256 of the UTF-8 text. original: SHA-256 of the bytes of the file that a corrected
    text was read from, original_name: its name; None for the imported text, whose file the source names, and for a
    text that was typed.
    """

    k: Key
    rev: Key
    source: Key
    number: int
    kind: VersionKind
    parent: Key | None
    sha: str
    length: int
    reader: str
    original: str | None = None
    original_name: str | None = None


@dataclass(frozen=True, slots=True)
class VersionMap:
    """Where the stretches of one version went in another.

    blocks: runs of equal text as (from start, from end, to start, to end), rising, code points.
    """

    from_version: Key
    to_version: Key
    rev: Key
    blocks: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class StoredPart:
    """A stretch of a version with a known role, as kept in the study (see `document.Part`)."""

    version: Key
    n: int
    rev: Key
    kind: PartKind
    start: int
    end: int
    words: int
    label: str | None
    level: int | None
    number: str | None
    from_ms: int | None
    to_ms: int | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a label stands for in one source."""

    source: Key
    label: str
    rev: Key
    role: SpeakerRole
    case: Key | None


def text_sha(text: str) -> str:
    """SHA-256 of a canonical text in UTF-8, as hexadecimal digits.

    Lone surrogates cannot come out of a reader; they are written as such so that hashing never fails.
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
