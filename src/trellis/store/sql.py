"""The few statements that every study table needs, made once from its columns.

Those that write name the study's own table, whatever stands before it for a reader (`store.narrowing`).
"""

from __future__ import annotations

from functools import cache

from trellis.store.mapping import CODECS


def quoted(name: str) -> str:
    """A column or table name that may be an SQL keyword."""
    return f'"{name}"'


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(quoted(name) for name in names)


def _is_key(table: str) -> str:
    return " AND ".join(f"{quoted(name)} = ?" for name in CODECS[table].spec.key)


@cache
def insert(table: str) -> str:
    """INSERT of one row, all columns in order."""
    columns = CODECS[table].columns
    return f"INSERT INTO main.{quoted(table)} ({_list(columns)}) VALUES ({', '.join('?' * len(columns))})"


@cache
def update(table: str) -> str:
    """UPDATE of one row: all columns in order, then the key, then the rev it must still have."""
    sets = ", ".join(f"{quoted(name)} = ?" for name in CODECS[table].columns)
    return f"UPDATE main.{quoted(table)} SET {sets} WHERE {_is_key(table)} AND rev = ?"


@cache
def delete(table: str) -> str:
    """DELETE of one row: the key, then the rev it must still have."""
    return f"DELETE FROM main.{quoted(table)} WHERE {_is_key(table)} AND rev = ?"


@cache
def keys_and_rev(table: str) -> str:
    """SELECT of every row's key and of the change that wrote it."""
    return f"SELECT {_list((*CODECS[table].spec.key, 'rev'))} FROM {quoted(table)}"


@cache
def select_listed(table: str) -> str:
    """SELECT of the whole rows whose keys are given as one JSON list of lists, in key order."""
    columns = ", ".join(f"t.{quoted(name)}" for name in CODECS[table].columns)
    same = " AND ".join(f"t.{quoted(name)} = j.value ->> {at}" for at, name in enumerate(CODECS[table].spec.key))
    return f"SELECT {columns} FROM json_each(?) j CROSS JOIN {quoted(table)} t WHERE {same}"


@cache
def select(table: str, *where: str) -> str:
    """SELECT of whole rows in column order, with equality on the named columns, ordered by key."""
    columns = _list(CODECS[table].columns)
    terms = " AND ".join(f"{quoted(name)} IS ?" for name in where)
    order = _list(CODECS[table].spec.key)
    return f"SELECT {columns} FROM {quoted(table)}{' WHERE ' + terms if terms else ''} ORDER BY {order}"
