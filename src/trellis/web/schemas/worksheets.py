"""The worksheet of a chart's column: data, elements, categories."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from trellis.core.chart import Layer
from trellis.core.chart_rules import Stale
from trellis.core.worksheet_rules import Unsettled
from trellis.core.worksheet_view import DataLine, Worksheet
from trellis.study.worksheet_reading import WorksheetStand
from trellis.web.schemas.base import Given, Key, Rev, Shown

Line = Annotated[str, Field(min_length=1, max_length=2_000)]
Keys = Annotated[list[Key], Field(min_length=1, max_length=5_000)]


class WorksheetStandShown(Shown):
    """How far the worksheet of a column is; see `study.worksheet_reading.WorksheetStand`."""

    theme: Key
    number: str
    name: str
    statements: int
    undrawn: int
    elements: int
    loose: int
    categories: int
    again: int

    @classmethod
    def of(cls, stand: WorksheetStand) -> WorksheetStandShown:
        """The stand as it goes over the wire."""
        return cls.model_validate(stand)


class WordsShown(Shown):
    """What a statement rests on: where its words stand, and the words; "" for a cell or its segments as a whole."""

    source: Key | None
    start: int | None
    end: int | None
    reference: str
    words: str


class DataLineShown(Shown):
    """A statement of the column. number: its place in the worksheet. stale: why its cell should be looked at again."""

    number: int
    statement: Key
    case: Key
    name: str
    wave: Key
    wave_name: str
    about: list[str]
    layer: Layer
    text: str
    evidence: list[WordsShown]
    elements: list[Key]
    stale: list[Stale]

    @classmethod
    def of(cls, line: DataLine) -> DataLineShown:
        """The line as it goes over the wire."""
        row, said = line.row, line.statement
        return cls(
            number=line.number,
            statement=said.k,
            case=row.case,
            name=row.name,
            wave=row.wave,
            wave_name=row.wave_name,
            about=[value for value in row.header if value],
            layer=said.layer,
            text=said.text,
            evidence=[WordsShown.model_validate(one) for one in said.evidence],
            elements=list(line.elements),
            stale=list(line.stale),
        )


class ElementLinkShown(Shown):
    """What an element was drawn from. line: number of the statement in the data, null where it is gone."""

    statement: Key
    name: str
    wave_name: str
    then: str
    line: int | None
    unsettled: Unsettled | None


class ElementShown(Shown):
    """An element with what it was drawn from, and why it should be looked at again."""

    k: Key
    rev: Rev
    number: int
    text: str
    category: Key | None
    links: list[ElementLinkShown]
    cases: list[Key]
    unsettled: list[Unsettled]


class CategoryShown(Shown):
    """A category. kind: the more abstract class it belongs to, "" for none."""

    k: Key
    rev: Rev
    number: int
    name: str
    definition: str
    kind: str
    elements: list[Key]
    cases: list[Key]


class WorksheetShown(Shown):
    """The worksheet of one column."""

    theme: Key
    number: str
    name: str
    definition: str
    data: list[DataLineShown]
    elements: list[ElementShown]
    categories: list[CategoryShown]

    @classmethod
    def of(cls, sheet: Worksheet) -> WorksheetShown:
        """The sheet as it goes over the wire."""
        column = sheet.column
        return cls(
            theme=column.theme,
            number=column.number,
            name=column.name,
            definition=column.definition,
            data=[DataLineShown.of(line) for line in sheet.data],
            elements=[ElementShown.model_validate(one) for one in sheet.elements],
            categories=[CategoryShown.model_validate(one) for one in sheet.categories],
        )


class NewElement(Given):
    """An element to draw from these statements; category: the one it goes into at once."""

    text: Line
    statements: Keys
    category: Key | None = None


class ElementEdit(Given):
    """Other words for an element."""

    text: Line


class ElementsChosen(Given):
    """Elements of one worksheet; for joining, the first one stays."""

    elements: Keys


class Grouping(ElementsChosen):
    """The category that elements go into; null: none."""

    category: Key | None


class ElementMove(ElementsChosen):
    """The theme whose worksheet elements go to."""

    theme: Key


class ElementOrder(Given):
    """The new place, from 1."""

    to: Annotated[int, Field(ge=1, le=1_000_000)]


class StatementsChosen(Given):
    """Statements of the column."""

    statements: Keys


class NewCategory(Given):
    """A category to make of these elements."""

    name: Annotated[str, Field(min_length=1, max_length=300)]
    definition: Annotated[str, Field(max_length=5_000)] = ""
    kind: Annotated[str, Field(max_length=300)] = ""
    elements: Annotated[list[Key], Field(max_length=5_000, default_factory=list)]


class CategoryEdit(Given):
    """What to change of a category; null leaves as it is."""

    name: Annotated[str | None, Field(min_length=1, max_length=300)] = None
    definition: Annotated[str | None, Field(max_length=5_000)] = None
    kind: Annotated[str | None, Field(max_length=300)] = None


class CategoriesChosen(Given):
    """Categories of one worksheet; for joining, the first one stays."""

    categories: Keys
