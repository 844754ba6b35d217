from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from trellis.analysis.crosstab import distinct

LINES = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3), st.integers(10**15, 10**15 + 4)), max_size=30)


@given(LINES)
def test_each_unit_counts_once_at_each_place(lines):
    row, column, unit = (np.array([line[at] for line in lines], dtype=np.int64) for at in range(3))

    counted = distinct(row, column, unit, (3, 4))

    assert counted.tolist() == [
        [len({line[2] for line in lines if line[:2] == (r, c)}) for c in range(4)] for r in range(3)
    ]
