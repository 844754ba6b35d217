"""What indexing is given, and what a fast list comes to."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from trellis.study.bulk_coding import Bulk
from trellis.study.waiting import Waits
from trellis.web.schemas.base import Given, InVersion, Key, Rev, Shown
from trellis.web.schemas.reading import CodePoints, SuggestionShown

Note = Annotated[str, Field(max_length=20_000)]
Keys = Annotated[list[Key], Field(min_length=1, max_length=5_000)]


class NewCoding(Given):
    """A stretch to be indexed under themes (by key), or under an open code that is made with it (`code`: its name)."""

    start: CodePoints
    end: CodePoints
    version: InVersion = None
    themes: Annotated[list[Key], Field(max_length=50)] = Field(default_factory=list)
    code: Annotated[str, Field(min_length=1, max_length=300)] | None = None
    note: Note = ""
    round: Key | None = None


class CodingNote(Given):
    """The note of a coding; "" takes it away."""

    note: Note


class CodingBounds(Given):
    """Other bounds for a coding."""

    start: CodePoints
    end: CodePoints


class CodingsChosen(Given):
    """Several codings."""

    codings: Keys


class CodingsMoved(CodingsChosen):
    """Several codings, and the theme that they are moved to.

    rev: where one coding is moved, the revision that the client saw; a newer one refuses the move.
    """

    theme: Key
    rev: Rev | None = None

    @model_validator(mode="after")
    def _one_revision(self) -> Self:
        if self.rev is not None and len(self.codings) != 1:
            message = "a revision goes with one coding; leave it out to move several"
            raise ValueError(message)
        return self


class FastList(Given):
    """Lines such as "T43-45 2.3 4.1 a note"."""

    lines: Annotated[str, Field(max_length=200_000)]


class BadLineShown(Shown):
    """A line that was left out: its number, and why."""

    line: int
    reason: str


class FastListTold(Shown):
    """What a fast list comes to: codings that are (or would be) added, those there already, lines left out."""

    added: int
    already: int
    bad: list[BadLineShown]

    @classmethod
    def of(cls, done: Bulk) -> FastListTold:
        """What the list comes to."""
        bad = [BadLineShown(line=line.row, reason=line.reason) for line in done.bad]
        return cls(added=done.added, already=done.already, bad=bad)


class SuggestionsChosen(Given):
    """Suggestions of one rule."""

    rule: Key
    suggestions: Keys


class WaitingShown(SuggestionShown):
    """A suggestion that waits, with its words and where it stands. part: number of the turn, null between turns."""

    source: Key
    source_name: str
    part: int | None
    speaker: str
    words: str

    @classmethod
    def waiting(cls, one: Waits) -> WaitingShown:
        """The suggestion as the list of all shows it."""
        found = one.suggestion
        return cls(
            k=found.k,
            rule=one.rule,
            rule_key=found.rule,
            start=found.start,
            end=found.end,
            theme=found.theme,
            source=found.source,
            source_name=one.source,
            part=one.part,
            speaker=one.speaker,
            words=one.words,
        )
