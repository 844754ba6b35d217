"""What a call is about to write: new, changed and removed records, each written once however often it is touched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from trellis.core.keys import Key
from trellis.store.changes import Change
from trellis.store.mapping import CODEC_OF

R = TypeVar("R")
Place = tuple[type, tuple[Any, ...]]


class Pending:
    """Records gathered before they are written, so that a dry run and a real one say the same.

    draw: gives a new key; for a dry run any number that no record has.
    """

    def __init__(self, draw: Callable[[], Key]) -> None:
        self.draw = draw
        self._new: dict[Place, Any] = {}
        self._changed: dict[Place, tuple[Any, Any]] = {}
        self._gone: dict[Place, Any] = {}

    def add(self, record: R) -> R:
        """Notes a new record."""
        self._new[_place(record)] = record
        return record

    def edit(self, record: R, **fields: object) -> R:
        """Notes other values for fields of a record (as it was read or last returned here); returns it so."""
        after = replace(record, **fields)  # type: ignore[type-var]
        at = _place(record)
        if at in self._new:
            self._new[at] = after
        else:
            before = self._changed.get(at, (record, record))[0]
            self._changed[at] = (before, after)
        return after

    def remove(self, record: object) -> None:
        """Notes that a record goes."""
        at = _place(record)
        if self._new.pop(at, None) is None:
            before, _ = self._changed.pop(at, (record, record))
            self._gone[at] = before

    def write(self, change: Change) -> None:
        """Writes everything that was noted."""
        change.delete(*self._gone.values())
        change.update_all(_by_kind(self._changed))
        change.insert_all(_by_kind(self._new))


def _place(record: object) -> Place:
    kind = type(record)
    return kind, tuple(getattr(record, name) for name in CODEC_OF[kind].spec.key)


def _by_kind(noted: dict[Place, R]) -> list[R]:
    """In the order of the kinds' first appearance, so that each kind is one statement."""
    grouped: dict[type, list[R]] = {}
    for (kind, _), value in noted.items():
        grouped.setdefault(kind, []).append(value)
    return [value for values in grouped.values() for value in values]
