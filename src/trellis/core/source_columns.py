"""A source as a screen reads it: its text and all that lies on it, in columns and in one state of the study."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.core.consent import Redaction
from trellis.core.document import PartKind
from trellis.core.keys import Key
from trellis.core.memo import Memo
from trellis.core.source import Source, SpeakerRole, Version


@dataclass(frozen=True, slots=True)
class PartColumns:
    """The parts of a text by start, pages among them; columns as in `document.Part`, n: the part's number."""

    n: tuple[int, ...]
    kind: tuple[PartKind, ...]
    start: tuple[int, ...]
    words: tuple[int, ...]
    end: tuple[int, ...]
    label: tuple[str | None, ...]
    level: tuple[int | None, ...]
    number: tuple[str | None, ...]
    from_ms: tuple[int | None, ...]
    to_ms: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom a label in the text stands for. case, case_name: None and "" where nobody said."""

    label: str
    role: SpeakerRole
    case: Key | None
    case_name: str


@dataclass(frozen=True, slots=True)
class CodingColumns:
    """The codings of one round on a text, by start, end, theme and key. start, end: code points.

    coder: key of a person. origins: as in `coding.Coding`. at: ms since 1970, UTC.
    """

    k: tuple[Key, ...]
    rev: tuple[Key, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    theme: tuple[Key, ...]
    coder: tuple[Key, ...]
    note: tuple[str, ...]
    origins: tuple[tuple[str, ...], ...]
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """A source with all that lies on its current text. change: number of the newest change that it knows.

    wave: name of the source's wave, "" for none. cases: key and name of each case that it is linked to.
    round: key of the round whose codings are shown; hidden: how many codings of others a blind round keeps back;
    unsettled: how many stay on an earlier text until somebody says where they belong (`review_items`).
    coders: key and name of who made them. memos: on the source, on stretches of this text, and on the codings shown.
    redactions: what stands in the place of something that identified somebody.
    """

    change: int
    source: Source
    version: Version
    wave: str
    text: str
    parts: PartColumns
    voices: tuple[Voice, ...]
    cases: tuple[tuple[Key, str], ...]
    round: Key
    codings: CodingColumns
    hidden: int
    unsettled: int
    coders: tuple[tuple[Key, str], ...]
    memos: tuple[Memo, ...]
    redactions: tuple[Redaction, ...]
