"""What a reader gets out of a file: the canonical text and what is known about its stretches.

Every position is an offset in Unicode code points into `Document.text`; stretches are half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PartKind(StrEnum):
    """The role of a stretch of a source."""

    TURN = "turn"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUESTION = "question"
    ANSWER = "answer"
    LIST_ITEM = "list item"
    TABLE = "table"
    FOOTNOTE = "footnote"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text with a known role.

    start, end: code points; the stretch includes a speaker's label where the text has one.
    words: where the words themselves begin, after a label and a time stamp (start ≤ words ≤ end).
    label: the speaker as the text names them ("INT", "P1"), None where nobody speaks.
    level: 1 to 9 for headings, else None.
    number: what is printed: page, line, question or footnote number; None where there is none.
    from_ms, to_ms: time in the recording, milliseconds; None where unknown.
    """

    kind: PartKind
    start: int
    end: int
    words: int
    label: str | None = None
    level: int | None = None
    number: str | None = None
    from_ms: int | None = None
    to_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A margin comment that somebody left in the file; becomes a memo on its stretch."""

    start: int
    end: int
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader noticed that the user should know. `slug` is stable, `message` is for people."""

    slug: str
    message: str


@dataclass(frozen=True, slots=True)
class SpeakerLabel:
    """One spelling of a speaker's name in one text, with what helps to recognise who it is."""

    label: str
    turns: int
    words: int
    first_line: str


@dataclass(frozen=True, slots=True)
class TurnReport:
    """How turns were recognised. `confidence` runs from 0 (a guess) to 1 (marked up in the file)."""

    layout: str
    confidence: float
    turns: int
    timed: int
    labels: tuple[SpeakerLabel, ...]


@dataclass(frozen=True, slots=True)
class Document:
    r"""One text as read from a file.

    text: canonical: `\n` line ends, no byte-order mark, nothing else changed.
    parts: in order of start, not overlapping; together with the white space between them they cover
        the whole text. Pages are apart, in `pages`, since a turn may run over two of them.
    pages: parts of kind PAGE, empty where the format has none or they cannot be known.
    reader: name and version of the reader, "docx 1".
    properties: what the file says of itself (title, author, created), as pairs.
    """

    text: str
    parts: tuple[Part, ...]
    pages: tuple[Part, ...] = ()
    comments: tuple[Comment, ...] = ()
    notices: tuple[Notice, ...] = ()
    turns: TurnReport | None = None
    reader: str = ""
    title: str | None = None
    properties: tuple[tuple[str, str], ...] = ()
