"""A column worksheet as it is read: data, elements and categories side by side, in one frozen value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from trellis.core.chart_rules import Stale, is_data
from trellis.core.chart_view import ChartColumn, ChartRow, ChartView, StatementView
from trellis.core.keys import Key
from trellis.core.worksheet import Category, Element, ElementLink
from trellis.core.worksheet_rules import Unsettled, unsettled_element, unsettled_link


@dataclass(frozen=True, slots=True)
class DataLine:
    """A statement of the column. number: its place in the worksheet, from 1; n: its place in its cell, from 1.

    elements: keys of the elements drawn from it. stale: why its cell should be looked at again.
    """

    number: int
    row: ChartRow
    n: int
    statement: StatementView
    stale: tuple[Stale, ...]
    elements: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class LinkView:
    """What an element was drawn from. then: the statement's words when it was linked or last confirmed.

    line: number of the statement in the data, None where it is no longer there. name, wave_name: of the case.
    """

    statement: Key
    case: Key
    name: str
    wave: Key
    wave_name: str
    then: str
    line: int | None
    unsettled: Unsettled | None


@dataclass(frozen=True, slots=True)
class ElementView:
    """An element. number: its place in the worksheet, from 1. cases: keys of the cases it was drawn from."""

    k: Key
    rev: Key
    number: int
    text: str
    category: Key | None
    links: tuple[LinkView, ...]
    cases: tuple[Key, ...]
    unsettled: tuple[Unsettled, ...]


@dataclass(frozen=True, slots=True)
class CategoryView:
    """A category with its elements' keys in order, and the keys of the cases that they were drawn from."""

    k: Key
    rev: Key
    number: int
    name: str
    definition: str
    kind: str
    elements: tuple[Key, ...]
    cases: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Worksheet:
    """The worksheet of one column. cells: how many of the column's cells hold something said."""

    column: ChartColumn
    data: tuple[DataLine, ...]
    elements: tuple[ElementView, ...]
    categories: tuple[CategoryView, ...]
    cells: int

    @property
    def undrawn(self) -> tuple[DataLine, ...]:
        """The statements from which no element was drawn."""
        return tuple(line for line in self.data if not line.elements)

    @property
    def ungrouped(self) -> tuple[ElementView, ...]:
        """The elements that are in no category."""
        return tuple(element for element in self.elements if element.category is None)

    @property
    def unsettled(self) -> tuple[ElementView, ...]:
        """The elements that should be looked at again."""
        return tuple(element for element in self.elements if element.unsettled)


@dataclass(frozen=True, slots=True)
class Drawn:
    """The records of a worksheet, in any order.

    events: by element, what happened to its theme after it was confirmed.
    names: names of cases and waves by key, for links whose row is no longer in the chart.
    """

    elements: Sequence[Element]
    links: Sequence[ElementLink]
    categories: Sequence[Category]
    events: Mapping[Key, Sequence[Stale]]
    names: Mapping[Key, str]


def worksheet(view: ChartView, column: ChartColumn, drawn: Drawn) -> Worksheet:
    """The worksheet of a column of a view: what is charted in it, and what was drawn from that.

    Statements stand in the order of the rows, elements and categories in their own; elements of a category that is
    not in this worksheet count as in none.
    """
    elements = sorted(drawn.elements, key=lambda element: (element.pos, element.k))
    links = _by_element(drawn.links, {element.k for element in elements})
    of_statement: dict[Key, list[Key]] = {}
    for element in elements:
        for link in links.get(element.k, ()):
            of_statement.setdefault(link.statement, []).append(element.k)
    data = _data(view, column, of_statement)
    lines = {line.statement.k: line for line in data}
    shown = tuple(
        replace(_element(element, links.get(element.k, ()), lines, drawn), number=number)
        for number, element in enumerate(elements, 1)
    )
    categories = sorted(drawn.categories, key=lambda category: (category.pos, category.k))
    groups = tuple(_category(number, category, shown) for number, category in enumerate(categories, 1))
    return Worksheet(column, data, shown, groups, len({(line.row.case, line.row.wave) for line in data}))


def _by_element(links: Iterable[ElementLink], elements: set[Key]) -> dict[Key, list[ElementLink]]:
    found: dict[Key, list[ElementLink]] = {}
    for link in links:
        if link.element in elements:
            found.setdefault(link.element, []).append(link)
    return found


def _data(view: ChartView, column: ChartColumn, elements: Mapping[Key, Sequence[Key]]) -> tuple[DataLine, ...]:
    lines: list[DataLine] = []
    for row in view.rows:
        cell = view.cell(row, column)
        if cell is None:
            continue
        for n, statement in enumerate(cell.statements, 1):
            if is_data(statement.layer):
                drawn = tuple(elements.get(statement.k, ()))
                lines.append(DataLine(len(lines) + 1, row, n, statement, cell.stale, drawn))
    return tuple(lines)


def _element(
    element: Element, links: Sequence[ElementLink], lines: Mapping[Key, DataLine], drawn: Drawn
) -> ElementView:
    """The element as the worksheet shows it, not numbered yet."""
    shown = sorted((_link(link, lines.get(link.statement), drawn.names) for link in links), key=_in_data_order)
    column = {link.statement: lines[link.statement].statement for link in links if link.statement in lines}
    unsettled = unsettled_element(links, column, drawn.events.get(element.k, ()))
    category = element.category if any(group.k == element.category for group in drawn.categories) else None
    cases = tuple(dict.fromkeys(link.case for link in shown))
    return ElementView(element.k, element.rev, 0, element.text, category, tuple(shown), cases, unsettled)


def _in_data_order(link: LinkView) -> tuple[bool, int, Key]:
    return link.line is None, link.line or 0, link.statement


def _link(link: ElementLink, line: DataLine | None, names: Mapping[Key, str]) -> LinkView:
    why = unsettled_link(link, None if line is None else line.statement)
    case, wave = (link.row, link.wave) if line is None else (line.row.case, line.row.wave)
    at = None if line is None else line.number
    return LinkView(link.statement, case, names.get(case, ""), wave, names.get(wave, ""), link.words, at, why)


def _category(number: int, category: Category, elements: Sequence[ElementView]) -> CategoryView:
    own = [element for element in elements if element.category == category.k]
    cases = tuple(dict.fromkeys(case for element in own for case in element.cases))
    return CategoryView(
        category.k, category.rev, number, category.name, category.definition, category.kind,
        tuple(element.k for element in own), cases,
    )  # fmt: skip
