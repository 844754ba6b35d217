"""What rules suggest: rows of this copy of the file, outside history until somebody accepts them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from trellis.core.coding import Suggestion, SuggestionState
from trellis.core.keys import Key

Found = tuple[Key, Key, int, int, Key]
"""source, version, start, end, theme."""


def suggestions(connection: Connection, rule: Key) -> list[Suggestion]:
    """Every suggestion of a rule, by source, start and end."""
    rows = connection.exec_driver_sql(
        'SELECT k, rule, source, version, start, "end", theme, state FROM suggestion WHERE rule = ? '
        'ORDER BY source, start, "end", k',
        (rule,),
    ).fetchall()
    return [Suggestion(*(*row[:7], SuggestionState(row[7]))) for row in rows]


def waiting_in(connection: Connection, version: Key) -> list[Suggestion]:
    """What rules suggest in one text and nobody has taken or refused, by start and end."""
    rows = connection.exec_driver_sql(
        'SELECT k, rule, source, version, start, "end", theme, state FROM suggestion WHERE version = ? AND state = ? '
        'ORDER BY start, "end", k',
        (version, SuggestionState.WAITING.value),
    ).fetchall()
    return [Suggestion(*(*row[:7], SuggestionState(row[7]))) for row in rows]


def suggest(connection: Connection, rule: Key, found: Iterable[Found], *, besides: bool = False) -> int:
    """Adds what a rule has found and not found before; takes away what still waits and is found no more.

    Returns how many are new. What was rejected stays rejected. besides: what waits stays, whether found or not.
    """
    wanted = dict.fromkeys(found)
    known = {(one.source, one.version, one.start, one.end, one.theme): one for one in suggestions(connection, rule)}
    gone = [one.k for place, one in known.items() if place not in wanted and one.state is SuggestionState.WAITING]
    if not besides:
        forget(connection, gone)
    newest = connection.exec_driver_sql("SELECT coalesce(max(k), 0) FROM suggestion").scalar_one()
    fresh = [place for place in wanted if place not in known]
    waiting = SuggestionState.WAITING.value
    rows = [(newest + at, rule, *place, waiting) for at, place in enumerate(fresh, 1)]
    if rows:
        connection.exec_driver_sql("INSERT INTO suggestion VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    return len(rows)


def mark(connection: Connection, keys: Iterable[Key], state: SuggestionState) -> None:
    """Gives suggestions another state."""
    rows = [(state.value, k) for k in keys]
    if rows:
        connection.exec_driver_sql("UPDATE suggestion SET state = ? WHERE k = ?", rows)


def forget(connection: Connection, keys: Iterable[Key]) -> None:
    """Takes suggestions away."""
    rows = [(k,) for k in keys]
    if rows:
        connection.exec_driver_sql("DELETE FROM suggestion WHERE k = ?", rows)
