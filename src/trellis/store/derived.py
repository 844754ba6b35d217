"""What is computed from the study tables and kept for speed: the search index and the theme paths.

Outside history; `rebuild` makes it all again. The writer calls in before and after every write.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import Connection

from trellis.core.document import PartKind
from trellis.store.mapping import CODECS, Row

_PART = CODECS["part"]
_VERSION, _KIND, _WORDS, _END = (_PART.columns.index(name) for name in ("version", "kind", "words", "end"))


REBUILD_FROM = 500
REBUILD_SHARE = 20
"""Taking one part out costs as much as entering tens of them anew, since its words are wiped from the index as well.
So where many go, and more than one in this many, the index is made anew from those that stay."""


def before_removal(connection: Connection, table: str, rows: list[Row]) -> None:
    """Takes rows that are about to go (or to change) out of the search index; of many, `after_removal` does."""
    if table != "part" or _are_many(connection, rows):
        return
    ids = _row_numbers(connection, rows)
    # The index holds no copy of the text, so FTS5 must be told what the words were.
    gone = [("delete", number, body) for number, body in zip(ids, _bodies(connection, rows), strict=True)]
    if gone:
        connection.exec_driver_sql("INSERT INTO fts(fts, rowid, body) VALUES (?, ?, ?)", gone)


def after_insert(connection: Connection, table: str, rows: list[Row]) -> None:
    """Brings new rows into the search index, and theme paths up to date."""
    if table == "theme":
        rebuild_theme_paths(connection)
    if table != "part":
        return
    # SQLite numbers the rows of one insert upwards from the largest number before it.
    newest = connection.exec_driver_sql("SELECT max(id) FROM part").scalar_one()
    first = newest - len(rows) + 1
    ids = [first + at for at, row in enumerate(rows) if _is_searchable(row)]
    _index(connection, ids, rows)


def after_update(connection: Connection, table: str, rows: list[Row]) -> None:
    """Brings rows that changed back into the search index, and theme paths up to date."""
    if table == "theme":
        rebuild_theme_paths(connection)
    if table != "part":
        return
    if _are_many(connection, rows):
        rebuild_search(connection)
    else:
        _index(connection, _row_numbers(connection, rows), rows)


def after_removal(connection: Connection, table: str, rows: list[Row]) -> None:
    """Brings theme paths up to date once themes have gone, and the search index once many parts have."""
    if table == "theme":
        rebuild_theme_paths(connection)
    if table == "part" and _are_many(connection, rows):
        rebuild_search(connection)


def _are_many(connection: Connection, rows: list[Row]) -> bool:
    """Whether so many parts go (or change) that the index is better made anew. The same before and after."""
    if len(rows) < REBUILD_FROM:
        return False
    kept = connection.exec_driver_sql("SELECT max(rowid) FROM fts_docsize").scalar_one()
    return bool(len(rows) * REBUILD_SHARE > kept)


def _is_searchable(row: Row) -> bool:
    return bool(row[_KIND] != PartKind.PAGE.value)


def _row_numbers(connection: Connection, rows: list[Row]) -> list[int]:
    found = "SELECT id FROM part WHERE version = ? AND n = ?"
    keys = [_PART.key(row) for row in rows if _is_searchable(row)]
    return [connection.exec_driver_sql(found, key).scalar_one() for key in keys]


def _bodies(connection: Connection, rows: list[Row]) -> Iterator[str]:
    """The words of each searchable part, in the order of the rows; one look at each text."""
    for version, group in groupby(rows, key=lambda row: row[_VERSION]):
        text = connection.exec_driver_sql(
            "SELECT c.body FROM version v JOIN content c ON c.sha = v.sha WHERE v.k = ?", (version,)
        ).scalar_one()
        for row in group:
            if _is_searchable(row):
                yield text[row[_WORDS] : row[_END]]


def _index(connection: Connection, ids: list[int], rows: list[Row]) -> None:
    entries = list(zip(ids, _bodies(connection, rows), strict=True))
    if entries:
        connection.exec_driver_sql("INSERT INTO fts(rowid, body) VALUES (?, ?)", entries)


def rebuild_theme_paths(connection: Connection) -> None:
    """Every theme below itself and each of its ancestors, with how many steps lie between."""
    connection.exec_driver_sql("DELETE FROM theme_path")
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO theme_path (ancestor, theme, depth) "
        "WITH RECURSIVE path(ancestor, theme, depth) AS (SELECT k, k, 0 FROM theme UNION ALL "
        "SELECT p.ancestor, t.k, p.depth + 1 FROM path p JOIN theme t ON t.parent = p.theme WHERE p.depth < 64) "
        "SELECT ancestor, theme, depth FROM path"
    )


def rebuild_search(connection: Connection) -> None:
    """Makes the search index again from the parts and their texts."""
    connection.exec_driver_sql("INSERT INTO fts(fts) VALUES('rebuild')")


def rebuild(connection: Connection) -> None:
    """Makes the whole search index and all theme paths again from the study tables."""
    rebuild_search(connection)
    rebuild_theme_paths(connection)
