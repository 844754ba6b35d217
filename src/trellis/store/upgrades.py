"""Rows of an older schema under the next one: for the images of a history, and for the rows that a migration finds.

Each takes and gives a row as a mapping by column, and never changes: it says what stored bytes mean.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from trellis.core.wave_change import ChangePlace, change_key

_Row = dict[str, object]
SECOND_COLUMNS: dict[str, _Row] = {"assignment": {"case": None, "wave": None}, "reading": {"turn": None}}
"""For tables of the first schema, the columns that the second added, with what stood for them before."""
_PLACE = ("chart", "row", "theme", "earlier", "later")
"""What a change between waves was kept by until the third schema."""


def of_second_schema(table: str, row: _Row) -> _Row:
    """The row of a first-schema image under the second."""
    return {**SECOND_COLUMNS.get(table, {}), **row}


def of_third_schema(table: str, row: _Row) -> _Row:
    """The row of a second-schema image under the third: a change between waves has a key, made of its place."""
    if table == "wave_change":
        return _keyed(row)
    if table == "conflict" and row["about"] == "wave_change":
        place = json.loads(str(row["place"]))
        states = {name: _state(str(row[name])) for name in ("one_fields", "other_fields")}
        return {**row, "place": _written([change_key(ChangePlace(*place))]), **states}
    return row


def _keyed(row: Mapping[str, Any]) -> _Row:
    """The row with its key before everything else, as the columns stand."""
    k = change_key(ChangePlace(*(row[name] for name in _PLACE)))
    return {"k": k, "rev": row["rev"], **{name: value for name, value in row.items() if name != "rev"}}


def _state(written: str) -> str:
    """One side of a conflict; it holds a whole row where the other side had removed it."""
    said = json.loads(written)
    return _written(_keyed(said)) if said is not None and set(_PLACE) <= set(said) else written


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
