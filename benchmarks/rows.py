"""What is measured, in the order in which it is printed."""

from __future__ import annotations

from benchmarks import bringing, coding, past, reading
from benchmarks.measure import Row

ROWS: tuple[Row, ...] = (
    bringing.ROW,
    coding.BULK,
    coding.SINGLE,
    reading.RETRIEVAL,
    reading.CHART,
    reading.SEARCH,
    reading.CROSSTAB,
    past.ROW,
)
