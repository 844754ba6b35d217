from __future__ import annotations

import numpy as np
import pytest

from trellis.analysis.agreement_by_character import Marked
from trellis.analysis.unitising import Unit, relevance_alpha
from trellis.analysis.units_by_theme import unitised

ANA, BEN, CLEO = range(3)
WORK, TEAM = 70, 90


def marked(*rows):
    """Rows of theme, coder, text, start, end."""
    return Marked(*np.array(rows, dtype=np.int64).T)


def near(value):
    return pytest.approx(value, abs=1e-9)


def test_one_text_gives_what_its_units_give():
    found = unitised(marked((WORK, ANA, 1, 0, 10), (WORK, BEN, 1, 5, 15)), {1: 40})

    assert found[WORK].value == near(0.3604166666666667)


def test_texts_of_the_same_readers_lie_end_to_end():
    found = unitised(
        marked((WORK, ANA, 1, 0, 10), (WORK, BEN, 1, 5, 15), (WORK, ANA, 2, 3, 9), (WORK, BEN, 2, 3, 9)), {1: 40, 2: 20}
    )

    one = [Unit(0, 0, 10), Unit(0, 43, 49)]
    other = [Unit(0, 5, 15), Unit(0, 43, 49)]
    assert found[WORK].value == near(relevance_alpha([one, other], 60).value)


def test_a_coders_own_pieces_that_touch_are_one_unit():
    whole = unitised(marked((WORK, ANA, 1, 0, 20), (WORK, BEN, 1, 0, 20)), {1: 40})
    pieces = unitised(marked((WORK, ANA, 1, 0, 12), (WORK, ANA, 1, 10, 20), (WORK, BEN, 1, 0, 20)), {1: 40})

    assert whole[WORK].value == pieces[WORK].value == near(1.0)


def test_whoever_read_the_text_and_marked_nothing_under_the_theme_counts():
    found = unitised(marked((WORK, ANA, 1, 0, 10), (TEAM, BEN, 1, 20, 30)), {1: 40})

    assert found[WORK].value == near(relevance_alpha([[Unit(0, 0, 10)], []], 40).value)


def test_texts_of_other_readers_are_added_up_and_of_one_reader_left_out():
    rows = [(WORK, ANA, 1, 0, 10), (WORK, BEN, 1, 5, 15), (WORK, ANA, 2, 0, 10), (WORK, CLEO, 2, 0, 10)]

    found = unitised(marked(*rows, (WORK, BEN, 3, 0, 30)), {1: 40, 2: 40, 3: 40})

    parts = relevance_alpha([[Unit(0, 0, 10)], [Unit(0, 5, 15)]], 40), relevance_alpha([[Unit(0, 0, 10)]] * 2, 40)
    assert found[WORK].value == near(1 - sum(p.seen for p in parts) / sum(p.chance for p in parts))
