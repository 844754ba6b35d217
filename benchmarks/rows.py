"""What is measured, in the order in which it is printed."""

from __future__ import annotations

from benchmarks import bringing, charting, coding, counting, lenses, past, reading
from benchmarks.measure import Row

ROWS: tuple[Row, ...] = (
    bringing.ROW,
    coding.BULK,
    coding.SINGLE,
    reading.RETRIEVAL,
    charting.CHART,
    reading.SEARCH,
    counting.CROSSTAB,
    counting.MILLION_ROW,
    lenses.ROW,
    past.ROW,
)
