"""What documents intend and how it is experienced, as the chart of it shows it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.core.chart import Side
from trellis.core.errors import Invalid
from trellis.core.intent import Experienced
from trellis.study.chart_given import Stretch, Words
from trellis.study.evidence_reading import Seen
from trellis.study.intent_steps import IntentChart, ProvisionRow, ToldBy
from trellis.study.resolve import handle
from trellis.web.schemas.base import Given, InVersion, Key, Rev, Shown
from trellis.web.schemas.lenses import PieceShown

Name = Annotated[str, Field(min_length=1, max_length=300)]
Text = Annotated[str, Field(max_length=5_000)]


class ToldPieceShown(PieceShown):
    """A piece of evidence, and which way it points."""

    side: Side


class ToldShown(Shown):
    """How a group tells a provision, with the words that it rests on."""

    k: Key
    rev: Rev
    value: Experienced
    text: str
    evidence: list[ToldPieceShown]

    @classmethod
    def of(cls, told: ToldBy) -> ToldShown:
        """The cell as JSON."""
        one = told.experience
        return cls(k=one.k, rev=one.rev, value=one.value, text=one.text, evidence=_pieces(told.evidence))


class ProvisionShown(Shown):
    """What a document says is to happen, with its words. cells: in the order of the groups, null: nothing is said."""

    k: Key
    rev: Rev
    number: int
    text: str
    evidence: list[ToldPieceShown]
    cells: list[ToldShown | None]

    @classmethod
    def of(cls, row: ProvisionRow) -> ProvisionShown:
        """The row as JSON."""
        cells = [None if cell is None else ToldShown.of(cell) for cell in row.cells]
        one = row.provision
        return cls(k=one.k, rev=one.rev, number=row.number, text=one.text, evidence=_pieces(row.evidence), cells=cells)


class IntentShown(Shown):
    """The chart. attribute: whose values are the groups, "" where none is chosen; people: how many of each."""

    attribute: str
    groups: list[str]
    people: list[int]
    rows: list[ProvisionShown]

    @classmethod
    def of(cls, chart: IntentChart) -> IntentShown:
        """The chart as JSON."""
        rows = [ProvisionShown.of(row) for row in chart.rows]
        return cls(attribute=chart.attribute, groups=list(chart.groups), people=list(chart.people), rows=rows)


def _pieces(seen: tuple[Seen, ...]) -> list[ToldPieceShown]:
    return [ToldPieceShown.model_validate(one) for one in seen]


class WordsGiven(Given):
    """Words of a source: where they stand, or as they stand in it; white space and quotation marks are folded then.

    start, end: code points of a version of the text. quote: in their place.
    """

    source: Key
    start: Annotated[int, Field(ge=0, lt=2**31)] | None = None
    end: Annotated[int, Field(ge=0, lt=2**31)] | None = None
    version: InVersion = None
    quote: Annotated[str, Field(max_length=20_000)] = ""

    def evidence(self) -> Stretch | Words:
        """The words as `study.intent` takes them. Raises Invalid where neither place nor words are given."""
        if self.start is not None and self.end is not None:
            return Stretch(handle(self.source), self.start, self.end, version=self.version)
        if self.quote.strip():
            return Words(handle(self.source), self.quote)
        message = "say which words are meant: where they begin and end, or as they stand in the source"
        raise Invalid(message)


class ProvisionGiven(WordsGiven):
    """What a document says is to happen, and its words."""

    text: Annotated[str, Field(min_length=1, max_length=5_000)]


class GroupsGiven(Given):
    """The attribute of cases whose values are the columns."""

    attribute: Name


class ToldGiven(Given):
    """How a group tells a provision; null takes back what was said."""

    group: Name
    value: Experienced | None
    text: Text = ""


class ToldWordsGiven(WordsGiven):
    """Words on which it rests how a group tells a provision."""

    group: Name
    side: Side = Side.FOR
