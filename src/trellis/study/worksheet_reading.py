"""Reading column worksheets: the column as the chart has it, with what was drawn from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from trellis.core.case import Case, Wave
from trellis.core.chart_rules import Stale
from trellis.core.chart_view import ChartColumn, ChartTheme, ChartView
from trellis.core.framework import Theme
from trellis.core.keys import Key
from trellis.core.numbering import numbered_themes
from trellis.core.worksheet import Category, Element, ElementLink
from trellis.core.worksheet_view import Drawn, Worksheet, worksheet
from trellis.store.queries import worksheets as queries
from trellis.store.queries.chart import Part
from trellis.store.reader import Reader
from trellis.study.chart_reading import ReadCells
from trellis.study.chart_rows import Wanted, rows
from trellis.study.chart_staleness import Staleness
from trellis.study.resolve import main_chart
from trellis.study.table import Table, Value

Shown = Callable[[ChartView], ChartView]


def _as_it_is(view: ChartView) -> ChartView:
    return view


def read_worksheet(reader: Reader, theme: Theme, *, words: bool = False, shown: Shown = _as_it_is) -> Worksheet:
    """The worksheet of a theme's column. words: whether evidence carries its words and printed references.

    shown: what of the column may be shown, where it leaves the study.
    """
    numbers = {one.k: number for number, one in numbered_themes(reader.all(Theme))}
    column = ChartColumn(theme.k, numbers.get(theme.k, ""), theme.name, theme.definition)
    lines = rows(reader, Wanted())
    cells = ReadCells(reader, Part(main_chart(reader).k, (theme.k,)), words=words)
    group = ChartTheme(theme.k, column.number, theme.name, (column,))
    view = ChartView("", lines.header, lines.group, lines.waves, words, lines.rows, (group,), cells)
    return worksheet(shown(view), column, _drawn(reader, theme))


def _drawn(reader: Reader, theme: Theme) -> Drawn:
    elements = reader.all(Element, theme=theme.k)
    links = [link for element in elements for link in reader.all(ElementLink, element=element.k)]
    names = {case.k: case.name for case in reader.all(Case)} | {wave.k: wave.name for wave in reader.all(Wave)}
    return Drawn(elements, links, reader.all(Category, theme=theme.k), _events(reader, theme.k), names)


def _events(reader: Reader, theme: Key) -> dict[Key, tuple[Stale, ...]]:
    """By element, what happened to the theme after the element was last said to be right."""
    staleness = Staleness(reader, [])
    return {k: staleness.of_cell(theme, at, ()) for k, at in queries.confirmed(reader.connection, theme).items()}


@dataclass(frozen=True, slots=True)
class WorksheetStand:
    """How far the worksheet of a column is. number: "" for a theme no longer in use.

    undrawn: statements from which nothing was drawn. loose: elements in no category. again: elements to look at again.
    """

    theme: Key
    number: str
    name: str
    statements: int
    undrawn: int
    elements: int
    loose: int
    categories: int
    again: int


def stands(reader: Reader) -> tuple[WorksheetStand, ...]:
    """One for each column in which something is said or was drawn, in the order of the framework."""
    themes = reader.all(Theme)
    numbers = {theme.k: number for number, theme in numbered_themes(themes)}
    names = {theme.k: theme.name for theme in themes}
    order = {k: at for at, k in enumerate(numbers)}
    again = unsettled_by_theme(reader)
    found = queries.worksheets(reader.connection, main_chart(reader).k)
    return tuple(
        WorksheetStand(k, numbers.get(k, ""), names[k], said, said - drawn, elements, loose, categories, again[k])
        for k, said, drawn, elements, loose, categories in sorted(found, key=lambda row: order.get(row[0], len(order)))
    )


def listing(reader: Reader) -> Table:
    """How far each worksheet is, as a table."""
    heads = (
        "number",
        "theme",
        "statements",
        "not drawn from",
        "elements",
        "in no category",
        "categories",
        "to look at",
    )
    values = tuple(
        (
            one.number or None,
            one.name,
            one.statements,
            one.undrawn,
            one.elements,
            one.loose,
            one.categories,
            one.again,
        )
        for one in stands(reader)
    )
    return Table(heads, values, "Worksheets")


def unsettled_by_theme(reader: Reader) -> Counter[Key]:
    """How many elements of each column should be looked at again."""
    staleness = Staleness(reader, [])
    found = queries.elements(reader.connection)
    return Counter(theme for _, theme, confirmed, asks in found if asks or staleness.newest(theme) > confirmed)


def data_table(sheet: Worksheet) -> Table:
    """The data of a worksheet, a line a statement. elements: their numbers."""
    numbers = {element.k: element.number for element in sheet.elements}
    values = tuple(
        (
            line.number,
            line.row.name,
            line.row.wave_name or None,
            line.statement.layer.value,
            line.statement.text,
            "; ".join(each.reference for each in line.statement.evidence if each.reference) or None,
            " ".join(str(numbers[k]) for k in line.elements) or None,
            "; ".join(line.stale) or None,
        )
        for line in sheet.data
    )
    heads = ("data", "case", "wave", "layer", "statement", "evidence", "elements", "look again")
    return Table(heads, values, f"{_title(sheet)}: data")


def elements_table(sheet: Worksheet) -> Table:
    """The elements of a worksheet, those of a category together, in the order of the categories."""
    groups = {category.k: category for category in sheet.categories}
    order = {None: len(groups) + 1} | {category.k: category.number for category in sheet.categories}
    values = tuple(
        (
            element.number,
            element.text,
            None if element.category is None else groups[element.category].name,
            len(element.cases),
            " ".join(str(link.line) for link in element.links if link.line is not None) or None,
            "; ".join(element.unsettled) or None,
        )
        for element in sorted(sheet.elements, key=lambda element: (order[element.category], element.number))
    )
    return Table(
        ("element", "text", "category", "cases", "drawn from", "look again"), values, f"{_title(sheet)}: elements"
    )


def categories_table(sheet: Worksheet) -> Table:
    """The categories of a worksheet with how many elements and cases each has."""
    values = tuple(
        (one.name, one.kind or None, one.definition or None, len(one.elements), len(one.cases))
        for one in sheet.categories
    )
    return Table(("category", "class", "definition", "elements", "cases"), values, f"{_title(sheet)}: categories")


def whole_table(sheet: Worksheet) -> Table:
    """The worksheet on one sheet of paper: data, element, category; a line a statement and element."""
    elements = {element.k: element for element in sheet.elements}
    groups = {category.k: category for category in sheet.categories}
    values: list[tuple[Value, ...]] = []
    for line in sheet.data:
        said = (line.row.name, line.row.wave_name or None, line.statement.text)
        for k in line.elements or (None,):
            element = None if k is None else elements[k]
            group = None if element is None or element.category is None else groups[element.category]
            drawn = (None if element is None else element.text, None if group is None else group.name)
            values.append((*said, *drawn, (group.kind or None) if group is not None else None))
    heads = ("case", "wave", "data", "element", "category", "class")
    return Table(heads, tuple(values), f"{_title(sheet)}: worksheet")


def _title(sheet: Worksheet) -> str:
    return f"{sheet.column.number} {sheet.column.name}".strip()
