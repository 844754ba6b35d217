"""Records to rows and back, from the records' own type hints."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import fields
from enum import StrEnum
from operator import attrgetter, itemgetter
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from trellis.store.specs import SPECS, TableSpec

Row = tuple[Any, ...]
Record = Any
R = TypeVar("R")


def _nested(value: Any) -> Any:
    return tuple(_nested(item) for item in value) if isinstance(value, list) else value


def _to_json(value: Any) -> str:
    # Most of them are empty, and there are as many as codings.
    if not value:
        return "[]"
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _from_json(value: str) -> Any:
    return _nested(json.loads(value))


def _converters(hint: object) -> tuple[Callable[[Any], Any] | None, Callable[[Any], Any] | None]:
    kinds = [kind for kind in get_args(hint) if kind is not type(None)] if type(None) in get_args(hint) else [hint]
    kind = kinds[0]
    if kind is bool:
        return int, bool
    if get_origin(kind) is tuple:
        return _to_json, _from_json
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return str.__str__, {member.value: member for member in kind}.__getitem__
    return None, None


def _picker(places: list[int]) -> Callable[[Row], Row]:
    """Takes the values at these places out of a row, as a row."""
    if len(places) > 1:
        return itemgetter(*places)
    only = places[0]
    return lambda row: (row[only],)


class Codec:
    """How one kind of record is written as a row of its table and read back."""

    def __init__(self, spec: TableSpec) -> None:
        self.spec = spec
        self.columns = spec.columns
        self._values = attrgetter(*self.columns)
        hints = get_type_hints(spec.record)
        pairs = [_converters(hints[field.name]) for field in fields(spec.record)]
        self._writers = [(at, out) for at, (out, _) in enumerate(pairs) if out is not None]
        self._readers = [(at, back) for at, (_, back) in enumerate(pairs) if back is not None]
        self.rev_at = self.columns.index("rev")
        self.key: Callable[[Row], Row] = _picker([self.columns.index(name) for name in spec.key])
        """What a row is about: the values of its key columns."""
        self.subject_at = None if spec.subject is None else self.columns.index(spec.subject)

    def row(self, record: Record, rev: int) -> Row:
        """The record's values in column order, with `rev` as given."""
        values = list(self._values(record))
        for at, convert in self._writers:
            if values[at] is not None:
                values[at] = convert(values[at])
        values[self.rev_at] = rev
        return tuple(values)

    def record(self, row: Iterable[Any]) -> Record:
        """The record that a row in column order holds."""
        values = list(row)
        for at, convert in self._readers:
            if values[at] is not None:
                values[at] = convert(values[at])
        return self.spec.record(*values)

    def subject(self, row: Row) -> int:
        """The source or case that the row is about, 0 for neither."""
        return 0 if self.subject_at is None else row[self.subject_at] or 0


CODECS: dict[str, Codec] = {spec.name: Codec(spec) for spec in SPECS}
CODEC_OF: dict[type, Codec] = {spec.record: CODECS[spec.name] for spec in SPECS}
