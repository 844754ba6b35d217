"""Columns of whole numbers from rows as a database gives them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np

from trellis.analysis.intervals import Whole


def whole_columns(rows: Iterable[Sequence[int]], width: int) -> tuple[Whole, ...]:
    """Rows of `width` whole numbers, none of them None, as that many columns; no row is kept."""
    flat = np.fromiter(chain.from_iterable(rows), dtype=np.int64).reshape(-1, width)
    return tuple(np.ascontiguousarray(flat[:, at]) for at in range(width))
