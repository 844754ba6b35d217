"""Findings as a file holds them: names and words of the study, nothing of its keys."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.core.chart import Side
from trellis.core.finding import Done, FindingStatus, Output, Stance
from trellis.core.information_power import Dimension
from trellis.core.intent import Experienced
from trellis.core.wave_change import ChangeType


@dataclass(frozen=True, slots=True)
class FileEvidence:
    """A segment (source, with the words that stand there or start and end in code points) or a cell (case, theme).

    at: where in the file, for messages.
    """

    at: str
    side: Side = Side.FOR
    source: str = ""
    quote: str = ""
    start: int | None = None
    end: int | None = None
    case: str = ""
    theme: str = ""
    wave: str = ""
    star: bool = False


@dataclass(frozen=True, slots=True)
class FileCase:
    """How a case is said to stand to a finding."""

    case: str
    stance: Stance
    wave: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FileSearch:
    """A record that somebody looked for cases against a finding."""

    where: str
    found: str
    done: Done
    note: str = ""


@dataclass(frozen=True, slots=True)
class FileFinding:
    """A finding. answers: questions by number or words. follows: numbers of other findings in the file, from 1.

    where: pairs of an attribute and the values that it speaks of. at: where in the file, for messages.
    """

    at: str
    statement: str
    output: Output = Output.RANGE
    status: FindingStatus = FindingStatus.DRAFT
    account: str = ""
    answers: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    waves: tuple[str, ...] = ()
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    follows: tuple[int, ...] = ()
    evidence: tuple[FileEvidence, ...] = ()
    places: tuple[FileCase, ...] = ()
    searches: tuple[FileSearch, ...] = ()


@dataclass(frozen=True, slots=True)
class FileChange:
    """What became of a theme for a case between two waves, "" for the first and the last, with its own evidence."""

    at: str
    case: str
    theme: str
    kind: ChangeType
    text: str = ""
    earlier: str = ""
    later: str = ""
    evidence: tuple[FileEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class FileTold:
    """How a group tells a provision, with its evidence."""

    group: str
    value: Experienced
    text: str = ""
    evidence: tuple[FileEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class FileProvision:
    """What a document says is to happen, with the words that say so."""

    at: str
    text: str
    document: str
    quote: str
    told: tuple[FileTold, ...] = ()


@dataclass(frozen=True, slots=True)
class FilePower:
    """A place on a dimension of information power, and why."""

    at: str
    dimension: Dimension
    place: int
    reason: str


@dataclass(frozen=True, slots=True)
class FindingsFile:
    """What a file of findings holds. groups: the attribute whose values are the columns of provisions, "" for none."""

    findings: tuple[FileFinding, ...] = ()
    licence: str = ""
    changes: tuple[FileChange, ...] = ()
    groups: str = ""
    provisions: tuple[FileProvision, ...] = ()
    powers: tuple[FilePower, ...] = ()
