from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.analysis import crosstab
from trellis.analysis.crosstab import Below, added, distinct, once, ranked

LINES = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3), st.integers(0, 4)), max_size=30)
# Of three themes, the second and third lie under the first; the second row of the table is empty.
UNDER = {0: {0, 1, 2}, 1: set(), 2: {1}, 3: {2}}


def whole(values):
    return np.array(list(values), dtype=np.int64)


def below():
    pairs = [(row, theme) for row, themes in UNDER.items() for theme in themes]
    return Below(len(UNDER), whole(row for row, _ in pairs), whole(theme for _, theme in pairs))


@given(LINES)
def test_each_unit_counts_once_at_each_place(lines):
    theme, column, unit = (whole(line[at] for line in lines) for at in range(3))

    counted = distinct(theme, column, unit, (3, 4, 5), below())

    assert counted.tolist() == [
        [len({line[2] for line in lines if line[0] in UNDER[row] and line[1] == at}) for at in range(4)]
        for row in UNDER
    ]


@given(LINES)
def test_every_line_is_added_to_each_row_that_it_lies_under(lines):
    theme, column = (whole(line[at] for line in lines) for at in range(2))

    counted = added(theme, column, (3, 4), below())

    assert counted.tolist() == [
        [sum(line[0] in UNDER[row] and line[1] == at for line in lines) for at in range(4)] for row in UNDER
    ]


@pytest.mark.parametrize("most", [0, 100])
def test_numbers_are_found_once_by_marks_and_by_sorting(monkeypatch, most):
    monkeypatch.setattr(crosstab, "MOST_MARKS", most)

    assert once(whole([7, 3, 7, 0]), 8).tolist() == [0, 3, 7]
    assert once(whole([]), 0).tolist() == []


def test_keys_are_numbered_in_their_order():
    found = ranked(whole([10**15 + 2, 7, 10**15 + 2]))

    assert (found.keys.tolist(), found.at.tolist(), len(found)) == ([7, 10**15 + 2], [1, 0, 1], 2)
