"""The canonical dump: what makes two states of a study equal."""

from __future__ import annotations

from sqlalchemy import Connection

from trellis.store import sql
from trellis.store.mapping import Row
from trellis.store.specs import SPECS

Dump = dict[str, list[Row]]


def dump(connection: Connection) -> Dump:
    """Every row of every study table, by table, in key order.

    Key counters, history and what can be rebuilt are not in it. Contents are in it by the hashes that
    sources and versions name.
    """
    return {
        spec.name: [tuple(row) for row in connection.exec_driver_sql(sql.select(spec.name)).fetchall()]
        for spec in SPECS
    }


def differences(one: Dump, other: Dump) -> list[str]:
    """A line for each row that stands in one dump and not in the other."""
    lines: list[str] = []
    for table in one:
        left, right = set(one[table]), set(other[table])
        lines += [f"- {table} {row}" for row in sorted(left - right, key=repr)]
        lines += [f"+ {table} {row}" for row in sorted(right - left, key=repr)]
    return lines
