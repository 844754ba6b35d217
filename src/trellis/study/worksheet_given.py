"""Columns, statements, elements and categories of worksheets, found by the numbers and names that people use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trellis.core.chart import Statement
from trellis.core.chart_rules import is_data
from trellis.core.errors import AlreadyThere, Invalid, NotFound
from trellis.core.framework import Theme
from trellis.core.keys import Key
from trellis.core.order import between
from trellis.core.worksheet import Category, Element, ElementLink
from trellis.core.worksheet_rules import worded
from trellis.core.worksheet_view import Worksheet
from trellis.store.reader import Reader
from trellis.study.chart_given import Line, statement_given
from trellis.study.resolve import folded, keyed, one_named, theme_given
from trellis.study.worksheet_reading import read_worksheet


@dataclass(frozen=True, slots=True)
class Datum:
    """The n-th line of a worksheet's data, from 1, as the worksheet shows it."""

    n: int


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th element of a column's worksheet, from 1. theme: number or name."""

    theme: str
    n: int


Said = Key | Line | Datum
"""A statement: by key, by its number in a cell, or by its number in the worksheet."""
AnElement = Key | Nth
"""An element: by key, or by its number in a worksheet."""


def column_given(reader: Reader, given: str) -> Theme:
    """The theme whose column is meant; by key, also one that is no longer in use. Raises NotFound, Ambiguous."""
    by_key = keyed(reader, Theme, given)
    return theme_given(reader, given) if by_key is None else by_key


def statements_given(reader: Reader, theme: Theme, given: Iterable[Said]) -> list[Statement]:
    """The statements of a column that are meant, each once. Raises NotFound, or Invalid for comments and others'."""
    asked = list(given)
    sheet = read_worksheet(reader, theme) if any(isinstance(one, Datum) for one in asked) else None
    found = [_statement(reader, sheet, one) for one in asked]
    for statement in found:
        if statement.theme != theme.k:
            message = f"“{statement.text}” does not stand in the column “{theme.name}”; give statements of this column"
            raise Invalid(message)
        if not is_data(statement.layer):
            message = f"“{statement.text}” is an analyst's comment; an element is drawn from what the cases said"
            raise Invalid(message)
    return list({statement.k: statement for statement in found}.values())


def _statement(reader: Reader, sheet: Worksheet | None, given: Said) -> Statement:
    if sheet is None or not isinstance(given, Datum):
        return statement_given(reader, given)  # type: ignore[arg-type]
    if not 0 < given.n <= len(sheet.data):
        message = f"the worksheet has {len(sheet.data)} lines of data, so there is no {given.n}"
        raise NotFound(message)
    return reader.get(Statement, sheet.data[given.n - 1].statement.k)


def elements_of(reader: Reader, theme: Key) -> list[Element]:
    """The elements of a column in order."""
    return sorted(reader.all(Element, theme=theme), key=lambda element: (element.pos, element.k))


def categories_of(reader: Reader, theme: Key) -> list[Category]:
    """The categories of a column in order."""
    return sorted(reader.all(Category, theme=theme), key=lambda category: (category.pos, category.k))


def links_of(reader: Reader, element: Key) -> list[ElementLink]:
    """What an element was drawn from."""
    return reader.all(ElementLink, element=element)


def element_given(reader: Reader, given: AnElement) -> Element:
    """The element that is meant. Raises NotFound, Ambiguous."""
    if not isinstance(given, Nth):
        return reader.get(Element, given)
    found = elements_of(reader, column_given(reader, given.theme).k)
    if not 0 < given.n <= len(found):
        message = f"the worksheet of {given.theme} has {len(found)} elements, so there is no {given.n}"
        raise NotFound(message)
    return found[given.n - 1]


def elements_given(reader: Reader, given: Iterable[AnElement]) -> list[Element]:
    """The elements that are meant, each once. Raises NotFound, or Invalid where none or such of two columns."""
    found = list({element.k: element for element in (element_given(reader, one) for one in given)}.values())
    if not found:
        message = "give at least one element"
        raise Invalid(message)
    if len({element.theme for element in found}) > 1:
        message = "these elements are of several worksheets; give those of one"
        raise Invalid(message)
    return found


def category_given(reader: Reader, theme: Key, given: str) -> Category:
    """The category of that name (or "#key") in a column's worksheet. Raises NotFound, Ambiguous, Invalid."""
    by_key = keyed(reader, Category, given)
    if by_key is None:
        return one_named(categories_of(reader, theme), given, lambda category: category.name, "category")
    if by_key.theme != theme:
        message = f"the category “{by_key.name}” is in another worksheet"
        raise Invalid(message)
    return by_key


def free_category_name(reader: Reader, theme: Key, name: str, but: Key | None = None) -> str:
    """The name on one line, if no other category of the worksheet has it. Raises AlreadyThere, Invalid."""
    wanted = worded(name, "a category's name")
    taken = {folded(category.name): category for category in categories_of(reader, theme) if category.k != but}
    if folded(wanted) in taken:
        message = f"this worksheet has a category “{taken[folded(wanted)].name}”; group under it, or give another name"
        raise AlreadyThere(message)
    return wanted


def place_at(others: Sequence[Element] | Sequence[Category], to: int) -> str:
    """The position of what becomes the `to`-th among these others, from 1; past the end means last."""
    at = max(0, min(to - 1, len(others)))
    low = others[at - 1].pos if at else None
    return between(low, next((other.pos for other in others[at:] if low is None or other.pos > low), None))
