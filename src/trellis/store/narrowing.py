"""What somebody sees who may see pseudonymised texts only: the study's tables behind views, for one transaction.

SQLite looks for a name among temporary views first. So every query of every module, whatever it asks, meets the
narrowed tables, and none can forget to; the writer names the study's own tables. Texts that are not the pseudonymised
version of a source which is read now, names of files, and what rests on such texts are not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from trellis.core.keys import Key
from trellis.core.source import VersionKind
from trellis.store.specs import SPECS, TableSpec
from trellis.store.sql import quoted
from trellis.store.tables import TABLES

_SEEN = (
    "SELECT s.current FROM main.source s JOIN main.version v ON v.k = s.current "
    f"WHERE v.kind = '{VersionKind.PSEUDONYMISED.value}'"
)
_SOURCES = f"SELECT k FROM main.source WHERE current IN ({_SEEN})"
_CODINGS = f"SELECT k FROM main.coding WHERE version IN ({_SEEN})"
_ON_TEXT = f"(version IS NULL OR version IN ({_SEEN}))"
_NOT_HIDDEN = (
    f"NOT IN (SELECT k FROM main.source WHERE k NOT IN ({_SOURCES}) "
    f"UNION SELECT k FROM main.coding WHERE version NOT IN ({_SEEN}))"
)
_ROWS: dict[str, str] = {
    "source": f"current IN ({_SEEN})",
    "version": f"k IN ({_SEEN})",
    "version_map": "0",
    "speaker": f"(source, label) IN (SELECT v.source, p.label FROM main.part p JOIN main.version v ON v.k = p.version "
    f"WHERE p.version IN ({_SEEN}))",
    "evidence": _ON_TEXT,  # what rests on a cell names no text
    "statement": "layer <> 'verbatim' OR k NOT IN (SELECT for_k FROM main.evidence WHERE for_kind = 'statement' "
    f"AND version NOT IN ({_SEEN}))",
    "memo": f"{_ON_TEXT} AND (about IS NULL OR about {_NOT_HIDDEN})",
    "conflict": "0",
}
"""Which rows of a table are seen, where that is not told by what they name (`_where`)."""
_ROWS["element_link"] = f"layer <> 'verbatim' OR statement IN (SELECT k FROM main.statement WHERE {_ROWS['statement']})"
_NAMED = {"source": _SOURCES, "version": _SEEN, "coding": _CODINGS}
"""The rows of these tables that are seen, by key."""
_EMPTY: dict[str, frozenset[str]] = {
    "source": frozenset({"original", "original_name", "recording"}),
    "version": frozenset({"parent", "original", "original_name"}),
}
"""Columns that are empty for such a reader: they name files."""
_BODY = f"CASE WHEN sha IN (SELECT sha FROM main.version WHERE k IN ({_SEEN})) THEN body END"
_CONTENT = f"SELECT sha, kind, size, {_BODY} AS body, NULL AS data FROM main.content"
_CHUNK = (
    "SELECT change, chunk, subject, tbl, schema, codec, NULL AS salt, NULL AS payload, commitment "
    "FROM main.change_chunk"
)


@contextmanager
def narrowed(connection: Connection, *, hidden_attributes: Iterable[Key], writing: bool) -> Iterator[None]:
    """Lets the transaction see the narrowed study, to the end of the block.

    hidden_attributes: keys of attributes that say who somebody is. writing: the history is written meanwhile, and
    so must be seen.
    """
    views = {spec.name: _view(spec.name, where) for spec in SPECS if (where := rows_seen(spec))}
    hidden = ", ".join(str(int(k)) for k in hidden_attributes)
    views["attribute_value"] = _view("attribute_value", f"owner {_NOT_HIDDEN} AND attribute NOT IN ({hidden})")
    views["content"] = _CONTENT
    views["recording_place"] = "SELECT * FROM main.recording_place WHERE 0"
    if not writing:
        views["change_chunk"] = _CHUNK
    for name, select in views.items():
        connection.exec_driver_sql(f"CREATE TEMP VIEW {quoted(name)} AS {select}")
    # Where the block fails, the transaction is rolled back, and the views with it.
    yield
    for name in views:
        connection.exec_driver_sql(f"DROP VIEW temp.{quoted(name)}")


def rows_seen(spec: TableSpec) -> str:
    """The condition that rows of a table fulfil which are seen; "" for a table that is seen whole.

    A row that names a source, a version or a coding is seen if that is.
    """
    if spec.name in _ROWS:
        return _ROWS[spec.name]
    naming = {**{name: name for name in spec.soft if name in _NAMED}, **dict(spec.refs)}
    seen = [
        f"({quoted(column)} IS NULL OR {quoted(column)} IN ({_NAMED[target]}))"
        for column, target in naming.items()
        if target in _NAMED
    ]
    return " AND ".join(seen)


def _view(table: str, where: str) -> str:
    empty = _EMPTY.get(table, frozenset())
    columns = [
        f"NULL AS {quoted(column.name)}" if column.name in empty else quoted(column.name)
        for column in TABLES[table].columns
    ]
    return f"SELECT {', '.join(columns)} FROM main.{quoted(table)} WHERE {where}"
