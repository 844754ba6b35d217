"""Rows as the driver gives them: plain tuples, for answers of hundreds of thousands of rows.

A whole chart has 360,000 rows, a large study a million codings; a named row for each costs half the time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

Row = tuple[Any, ...]


def rows_of(connection: Connection, statement: str, values: Sequence[object] = ()) -> list[Row]:
    """All rows of a statement."""
    return list(each_of(connection, statement, values))


def each_of(connection: Connection, statement: str, values: Sequence[object] = ()) -> Iterator[Row]:
    """The rows of a statement one by one, straight from the driver's cursor."""
    # Run through SQLAlchemy all the same: it begins the transaction in which all of a call's answers agree.
    result = connection.exec_driver_sql(statement, tuple(values))
    cursor: Any = result.cursor
    try:
        yield from cursor
    finally:
        result.close()
