"""What is measured, in the order in which it is printed."""

from __future__ import annotations

from benchmarks import bringing
from benchmarks.measure import Row

ROWS: tuple[Row, ...] = (bringing.ROW,)
