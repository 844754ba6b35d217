"""Which rows name a row: what would be left without what it belongs to, if that went."""

from __future__ import annotations

from sqlalchemy import Connection

from trellis.store.mapping import Row
from trellis.store.specs import SPECS
from trellis.store.sql import quoted
from trellis.store.tables import SPEC_NAMED


def naming(connection: Connection, table: str, key: Row) -> list[tuple[str, int]]:
    """(table, how many) of the rows that cannot be without a row, or that are about it."""
    if table == "cell":
        of_cell = 'SELECT count(*) FROM statement WHERE chart = ? AND theme = ? AND "row" = ? AND wave = ?'
        count = connection.exec_driver_sql(of_cell, key).scalar_one()
        return [("statement", count)] if count else []
    if SPEC_NAMED[table].key != ("k",):
        return []
    found = []
    for spec in SPECS:
        columns = [column for column, target in spec.refs if target == table]
        columns += [name for name in spec.soft if spec.name != "coding" or name != "source"]
        if not columns:
            continue
        terms = " OR ".join(f"{quoted(column)} = ?" for column in columns)
        statement = f"SELECT count(*) FROM {quoted(spec.name)} WHERE {terms}"
        count = connection.exec_driver_sql(statement, key * len(columns)).scalar_one()
        if count:
            found.append((spec.name, count))
    return found
