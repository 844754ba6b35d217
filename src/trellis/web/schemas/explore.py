"""What is written while a study is explored."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.core.chart import Side
from trellis.core.errors import Invalid
from trellis.core.information_power import Dimension
from trellis.core.wave_change import ChangeType
from trellis.study.chart_given import OnCell, Stretch, Words
from trellis.study.wave_evidence import ChangeRead
from trellis.web.schemas.base import Given, Key, Rev, Shown
from trellis.web.schemas.chart import PlaceGiven
from trellis.web.schemas.intent import ToldPieceShown, WordsGiven

Name = Annotated[str, Field(max_length=300)]


class PowerGiven(Given):
    """A place on a dimension of information power, and why."""

    dimension: Dimension
    place: Annotated[int, Field(ge=1, le=5)]
    reason: Annotated[str, Field(min_length=1, max_length=5_000)]


class ChangeAsked(Given):
    """A theme for a case between two waves, all by name."""

    case: Name
    theme: Name
    earlier: Name
    later: Name


class ChangeGiven(ChangeAsked):
    """What became of a theme for a case between two waves, all by name; null takes back what was said."""

    kind: ChangeType | None
    text: Annotated[str, Field(max_length=5_000)] = ""


class ChangeWordsGiven(ChangeAsked):
    """What a change rests on beside its two cells: words of a source or another cell, and which way they point."""

    words: WordsGiven | None = None
    cell: PlaceGiven | None = None
    side: Side = Side.FOR

    def evidence(self) -> Stretch | Words | OnCell:
        """The evidence as `study.waves` takes it. Raises Invalid where it is neither words nor a cell, or both."""
        if self.words is not None and self.cell is None:
            return self.words.evidence()
        if self.cell is not None and self.words is None:
            return OnCell(*self.cell.names(), self.cell.when())
        message = "say what it rests on: words of a source, or a cell"
        raise Invalid(message)


class ChangeShown(Shown):
    """What was said to have changed. evidence: of its own, beside the two cells; stale: why to look at it again."""

    k: Key
    rev: Rev
    kind: ChangeType
    text: str
    stale: list[str]
    evidence: list[ToldPieceShown]

    @classmethod
    def of(cls, read: ChangeRead) -> ChangeShown:
        """The change as JSON."""
        one, evidence = read.change, [ToldPieceShown.model_validate(piece) for piece in read.evidence]
        return cls(k=one.k, rev=one.rev, kind=one.kind, text=one.text, stale=list(read.stale), evidence=evidence)
