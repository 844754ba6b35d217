"""Sources open for reading, what stands beside their words, and what is written there."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.core.coding import Coding
from trellis.core.document import PartKind
from trellis.core.memo import MemoKind
from trellis.core.source import SourceKind, SpeakerRole, VersionKind
from trellis.study.reading_room import Beside, MemoBeside, OpenedSource, Readable, Suggested
from trellis.web.schemas.base import Given, InVersion, Key, Moment, Rev, Shown

CodePoints = Annotated[int, Field(ge=0, le=2**31 - 1, description="A position in the text, in Unicode code points.")]
Day = Annotated[str, Field(max_length=10, description="ISO date.")]
Words = Annotated[str, Field(max_length=20_000)]


class ReadByShown(Shown):
    """Who has read a source, last on which day, how, and up to which turn (null: all of it)."""

    person: str
    on: Day
    how: str
    turn: int | None


class ReadableShown(Shown):
    """A source in the list of what can be read. length: code points."""

    k: Key
    name: str
    kind: SourceKind
    wave: str | None
    length: int
    turns: int
    timed: int
    codings: int
    held_on: str | None
    read: list[ReadByShown]

    @classmethod
    def of(cls, one: Readable) -> ReadableShown:
        """The entry of a source."""
        fields = {name: getattr(one.source, name) for name in cls.model_fields if name != "read"}
        return cls(**fields, read=[ReadByShown.model_validate(each) for each in one.read])


class PartShown(Shown):
    """A part of a text; positions in code points. The words begin behind the label, at `words`."""

    n: int
    kind: PartKind
    start: CodePoints
    words: CodePoints
    end: CodePoints
    label: str | None
    level: int | None
    number: str | None
    from_ms: int | None
    to_ms: int | None
    role: SpeakerRole | None
    case: Key | None


class VersionShown(Shown):
    """A version of the text, by its number."""

    number: int
    kind: VersionKind
    is_current: bool


class CaseNamed(Shown):
    """A case, by key and name."""

    k: Key
    name: str


class SourceOpened(Shown):
    """A source open for reading, in one version of its text.

    waiting: how much a correction left to be settled. recording: whether one is linked, duration_s: its length.
    """

    k: Key
    rev: Rev
    name: str
    kind: SourceKind
    wave: str | None
    wave_key: Key = Field(description="0 for a source outside waves.")
    held_on: str | None
    version: int
    version_key: Key
    is_current: bool
    text: str
    parts: list[PartShown]
    versions: list[VersionShown]
    cases: list[CaseNamed]
    waiting: int
    recording: bool
    identified: int | None = Field(description="Number of the identified version behind a pseudonymised text.")

    @classmethod
    def of(cls, opened: OpenedSource) -> SourceOpened:
        """The source as its page shows it."""
        source = opened.source
        return cls(
            k=source.k,
            rev=source.rev,
            name=source.name,
            kind=source.kind,
            wave=opened.wave,
            wave_key=source.wave or 0,
            held_on=source.held_on,
            version=opened.version.number,
            version_key=opened.version.k,
            is_current=opened.version.k == source.current,
            text=opened.text,
            parts=[PartShown.model_validate(part) for part in opened.parts],
            versions=[VersionShown.model_validate(one) for one in opened.versions],
            cases=[CaseNamed(k=k, name=name) for k, name in opened.cases],
            waiting=opened.waiting,
            recording=source.recording is not None,
            identified=opened.identified,
        )


class CodingShown(Shown):
    """A coding of the text that is read now; positions in code points. origins: "rule:KEY", "theme:KEY"."""

    k: Key
    rev: Rev
    start: CodePoints
    end: CodePoints
    theme: Key
    coder: Key
    note: str
    origins: list[str]
    at: Moment

    @classmethod
    def of(cls, coding: Coding) -> CodingShown:
        """The coding as the page draws it."""
        return cls.model_validate(coding)


class MemoShown(Shown):
    """A memo on the source, or on words of it (start and end, of the version `version`)."""

    k: Key
    rev: Rev
    kind: MemoKind
    version: Key | None
    start: int | None
    end: int | None
    text: str
    by: str
    at: Moment

    @classmethod
    def of(cls, beside: MemoBeside) -> MemoShown:
        """The memo as it stands in the margin."""
        memo = beside.memo
        return cls(
            k=memo.k,
            rev=memo.rev,
            kind=memo.kind,
            version=memo.version,
            start=memo.start,
            end=memo.end,
            text=memo.text,
            by=beside.by,
            at=memo.at,
        )


class SuggestionShown(Shown):
    """A place that a rule found; it waits until somebody accepts or rejects it."""

    k: Key
    rule: str
    rule_key: Key
    start: CodePoints
    end: CodePoints
    theme: Key

    @classmethod
    def of(cls, one: Suggested) -> SuggestionShown:
        """The suggestion as it stands beside the words."""
        found = one.suggestion
        return cls(k=found.k, rule=one.rule, rule_key=found.rule, start=found.start, end=found.end, theme=found.theme)


class CoderShown(Shown):
    """Somebody whose codings stand beside the text."""

    k: Key
    name: str


class BesideShown(Shown):
    """What stands beside the words of a source: codings of one round, memos, suggestions, who has read it."""

    version_key: Key = Field(
        description="Of the text that the positions are in: that of the source, or another by now."
    )
    round: Key
    codings: list[CodingShown]
    coders: list[CoderShown]
    memos: list[MemoShown]
    suggestions: list[SuggestionShown]
    read: list[ReadByShown]

    @classmethod
    def of(cls, beside: Beside) -> BesideShown:
        """All of it."""
        return cls(
            version_key=beside.version,
            round=beside.round,
            codings=[CodingShown.of(coding) for coding in beside.codings],
            coders=[CoderShown(k=k, name=name) for k, name in beside.coders.items()],
            memos=[MemoShown.of(memo) for memo in beside.memos],
            suggestions=[SuggestionShown.of(one) for one in beside.suggested],
            read=[ReadByShown.model_validate(each) for each in beside.read],
        )


class ReadingLogged(Given):
    """That the person who works has read a source. turn: number of the part up to which, null for all of it."""

    how: Annotated[str, Field(max_length=20)] = "whole"
    turn: Annotated[int, Field(ge=0, le=100_000_000)] | None = None


class NewMemo(Given):
    """A memo on a source, or on words of it."""

    text: Words
    kind: MemoKind = MemoKind.ANALYTIC
    start: CodePoints | None = None
    end: CodePoints | None = None
    version: InVersion = None


class MemoEdit(Given):
    """Other words for a memo."""

    text: Words


class TurnAround(Shown):
    """A turn of the context of an extract; positions in code points."""

    n: int
    label: str | None
    start: CodePoints
    words: str
