"""The column worksheet: elements drawn from the statements of one column, and categories made of elements.

Method: data, elements, categories side by side (Spencer, Ritchie and O'Connor, in Ritchie and Lewis 2003).
"""

from __future__ import annotations

from dataclasses import dataclass

from trellis.core.chart import Layer
from trellis.core.keys import Key


@dataclass(frozen=True, slots=True)
class Category:
    """A descriptive group of elements. pos: fractional position in its worksheet.

    theme: the column whose worksheet it is in. kind: the more abstract class it belongs to, "" for none.
    """

    k: Key
    rev: Key
    theme: Key
    pos: str
    name: str
    definition: str
    kind: str
    by: Key
    at: int


@dataclass(frozen=True, slots=True)
class Element:
    """The smallest content found in a column's cells, in the analyst's words. pos: fractional position.

    theme: the column it was drawn from. confirmed: key of the change at which somebody last said it is right.
    """

    k: Key
    rev: Key
    theme: Key
    pos: str
    text: str
    category: Key | None
    confirmed: Key
    by: Key
    at: int


@dataclass(frozen=True, slots=True)
class ElementLink:
    """What an element was drawn from: a statement of a cell. It outlives the statement.

    row, wave: the cell's, in the column of the element. layer, words: the statement's when it was linked or last
    confirmed. gone: whether somebody has said that the element is right although the statement is no longer there.
    """

    element: Key
    statement: Key
    rev: Key
    row: Key
    wave: Key
    layer: Layer
    words: str
    gone: bool
