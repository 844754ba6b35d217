"""Bringing files in: what was found, what would come in, what came in. Shared steps of `study/sources.py`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from trellis.core.document import Document
from trellis.core.keys import Key
from trellis.core.source import SourceKind, SpeakerRole
from trellis.core.speakers import LabelRule
from trellis.reading import ReadOptions
from trellis.study.table import Table


class Outcome(StrEnum):
    """What became of a file."""

    IN = "in"
    WOULD = "would come in"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


class Cases(StrEnum):
    """How cases are made from the speakers of new sources."""

    AUTO = "auto"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class BringIn:
    """How a batch of files is to be brought in.

    kind: None to tell interviews, focus groups and documents apart by their turns.
    wave: name of the wave, made if it is not there. labels: what the batch's speaker labels stand for;
    those not named are proposed. again: bring duplicates in all the same.
    """

    kind: SourceKind | None = None
    wave: str | None = None
    labels: tuple[LabelRule, ...] = ()
    cases: Cases = Cases.AUTO
    again: bool = False
    reading: ReadOptions = field(default_factory=ReadOptions)


@dataclass(frozen=True, slots=True)
class Item:
    """What became of one file, or of one answer in a survey."""

    name: str
    outcome: Outcome
    message: str = ""
    source: str = ""
    kind: str = ""
    layout: str = ""
    confidence: float | None = None
    turns: int = 0
    timed: int = 0
    words: int = 0
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelLine:
    """A line of the batch's label table: spellings, what they stand for, in how many texts, how much, how it begins.

    proposed: what they probably stand for instead, before anything came in; it is taken only if somebody says so.
    """

    spellings: str
    role: SpeakerRole
    case: str
    texts: int
    turns: int
    words: int
    first_line: str
    proposed: SpeakerRole | None = None


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of a batch. stopped: the user pressed Ctrl-C before the end; what is in stays in.

    batch: the key under which it is undone as one, None if nothing came in.
    """

    items: tuple[Item, ...]
    labels: tuple[LabelLine, ...]
    stopped: bool = False
    batch: Key | None = None

    def count(self, outcome: Outcome) -> int:
        """How many files had this outcome."""
        return sum(item.outcome is outcome for item in self.items)

    def table(self) -> Table:
        """A row a file: outcome, source, kind, turns, how sure, words, and what there is to know."""
        rows = tuple(
            (
                item.name,
                item.outcome.value,
                item.source,
                item.kind,
                item.layout,
                item.confidence,
                item.turns,
                item.timed,
                item.words,
                "; ".join(filter(None, (item.message, *item.notices))),
            )
            for item in self.items
        )
        heads = ("file", "outcome", "source", "kind", "layout", "confidence", "turns", "timed", "words", "remarks")
        return Table(heads, rows, "Files")

    def label_table(self) -> Table:
        """The batch's one label table: what each spelling stands for."""
        rows = tuple(
            (line.spellings, line.role.value, line.case, line.texts, line.turns, line.words, line.first_line)
            for line in self.labels
        )
        return Table(("label", "role", "case", "sources", "turns", "words", "first line"), rows, "Speaker labels")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that was read and may come in. original: the file's bytes, None for an answer out of a table.

    case: whose words it is as a whole, for survey answers; such texts count as the same only under the same name,
    since two people may well answer "No".
    """

    name: str
    source: str
    document: Document
    original: bytes | None
    kind: SourceKind | None = None
    case: str | None = None

    @property
    def sha(self) -> str | None:
        """SHA-256 of the file's bytes."""
        return None if self.original is None else hashlib.sha256(self.original).hexdigest()


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file that lies nowhere: its name, with its folders, and what gives its bytes."""

    name: str
    content: Callable[[], bytes]


_LOCK_FILES = ("~$", ".~lock", ".")


def files_in(paths: list[Path]) -> Iterator[tuple[Path, str]]:
    """The files that the paths mean, folders gone through in order, each with the name it is spoken of.

    Hidden files and the lock files of office programs are passed over.
    """
    for path in paths:
        if path.is_dir():
            inside = ((file, file.relative_to(path)) for file in sorted(path.rglob("*")))
            yield from ((file, str(name)) for file, name in inside if _is_wanted(file, name))
        else:
            yield path, path.name


def _is_wanted(file: Path, name: Path) -> bool:
    hidden = any(part.startswith(_LOCK_FILES) for part in name.parts)
    return not hidden and (file.is_file() or file.is_symlink())


def free_name(wanted: str, taken: set[str]) -> str:
    """The name, or with a number behind it where it is taken."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted} {number}" in taken:
        number += 1
    return f"{wanted} {number}"


def word_count(document: Document) -> int:
    """How many words the text has, by white space."""
    return len(document.text.split())
