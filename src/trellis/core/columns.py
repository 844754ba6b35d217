"""Columns instead of records, for what is too much to make an object of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def turned(rows: Sequence[Sequence[Any]], width: int) -> tuple[tuple[Any, ...], ...]:
    """Rows of `width` values as that many columns, of which each is empty where there is no row."""
    return tuple(zip(*rows, strict=True)) if rows else ((),) * width
