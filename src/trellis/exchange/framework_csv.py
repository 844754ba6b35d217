"""A framework as rows of a table (.csv, .xlsx): one row a theme."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from trellis.core.errors import BadTable, Invalid
from trellis.core.framework_file import FileTheme, FrameworkFile, in_number_order, numbered_by_depth
from trellis.core.framework_wording import Wording, origin_given

HEADS = ("number", "name", "definition", "include", "exclude", "example", "origin")
_ALSO = {
    "no": "number",
    "no.": "number",
    "#": "number",
    "id": "number",
    "theme": "name",
    "sub-theme": "name",
    "code": "name",
    "title": "name",
    "description": "definition",
    "inclusion": "include",
    "exclusion": "exclude",
    "inclusion criteria": "include",
    "exclusion criteria": "exclude",
    "under": "parent",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def read_framework(rows: Sequence[Sequence[str]], name: str) -> FrameworkFile:
    """The framework in rows of text, heads first. With numbers, else with a column `parent` of names, else flat.

    Raises BadTable, naming the row.
    """
    filled = [(at, row) for at, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]
    if len(filled) < 2:
        message = f"{name} has no rows below its heads; give one row a theme, with the heads {', '.join(HEADS)}"
        raise BadTable(message)
    columns = _columns(filled[0][1], name)
    found = [_row(row, columns, f"row {at}", name) for at, row in filled[1:]]
    if "number" in columns:
        return FrameworkFile(in_number_order([FileTheme(number, words, at) for number, _, words, at in found], name))
    return FrameworkFile(numbered_by_depth(_by_parent(found, name)))


def _columns(heads: Sequence[str], name: str) -> dict[str, int]:
    columns: dict[str, int] = {}
    for at, given in enumerate(heads):
        plain = " ".join(given.casefold().split())
        head = _ALSO.get(plain, plain)
        if head in (*HEADS, "parent"):
            if head in columns:
                message = (
                    f"{name}: two columns are headed “{head}” ({columns[head] + 1} and {at + 1}); keep one of them"
                )
                raise BadTable(message)
            columns[head] = at
    if "name" not in columns:
        message = (
            f"{name} has no column “name”; its heads are: {', '.join(heads)}; what fits: {', '.join(HEADS)}, parent"
        )
        raise BadTable(message)
    return columns


def _row(row: Sequence[str], columns: dict[str, int], place: str, name: str) -> tuple[str, str, Wording, str]:
    """Number, parent, wording and place of one row."""
    cells = {head: _unguarded(row[at].strip()) if at < len(row) else "" for head, at in columns.items()}
    if not cells["name"]:
        message = f"{name}, {place}: the theme has no name; give one, or take the row out"
        raise BadTable(message)
    try:
        origin = origin_given(cells.get("origin", ""))
    except Invalid as error:
        message = f"{name}, {place}: {error}"
        raise BadTable(message) from error
    called, definition, include, exclude, example = (cells.get(head, "") for head in HEADS[1:-1])
    words = Wording(called, definition, include, exclude, example, origin)
    return cells.get("number", "").rstrip("."), cells.get("parent", ""), words, place


def _by_parent(found: list[tuple[str, str, Wording, str]], name: str) -> list[tuple[int, Wording, str]]:
    """The themes with their depths, each behind its parent, in the order of the rows."""
    below: dict[str, list[tuple[str, Wording, str]]] = {}
    names = {words.name.casefold() for _, _, words, _ in found}
    for _, parent, words, place in found:
        if parent and parent.casefold() not in names:
            message = f"{name}, {place}: no row is named “{parent}”, the parent of “{words.name}”"
            raise BadTable(message)
        below.setdefault(parent.casefold(), []).append((words.name, words, place))
    listed: list[tuple[int, Wording, str]] = []
    waiting = [(1, *item) for item in reversed(below.pop("", []))]
    while waiting:
        depth, called, words, place = waiting.pop()
        listed.append((depth, words, place))
        waiting += [(depth + 1, *item) for item in reversed(below.pop(called.casefold(), []))]
    if below:
        left = next(iter(below.values()))[0]
        message = f"{name}, {left[2]}: “{left[0]}” stands under itself by its parents; mend the column “parent”"
        raise BadTable(message)
    return listed


def rows_of(framework: FrameworkFile) -> list[tuple[str, ...]]:
    """The framework as rows of text, heads first."""
    return [
        HEADS,
        *((theme.number, *(str(getattr(theme.words, head)) for head in HEADS[1:])) for theme in framework.themes),
    ]


def write_framework(framework: FrameworkFile) -> bytes:
    """The framework as CSV, UTF-8 with a mark so that spreadsheets see it; formulas are defused."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([_guarded(cell) for cell in row] for row in rows_of(framework))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _guarded(cell: str) -> str:
    """An apostrophe before what a spreadsheet would run as a formula (and before one that stands so already)."""
    return "'" + cell if cell.lstrip("'").startswith(_FORMULA) else cell


def marked(cell: str) -> str:
    """Text as a workbook keeps it: only an apostrophe that would be read as the guard's gets another one before it."""
    return _guarded(cell) if cell.startswith("'") else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA) else cell
