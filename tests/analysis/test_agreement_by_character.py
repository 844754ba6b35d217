from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.analysis.agreement import Ratings, ac1, alpha, cohen, fleiss, light, percent
from trellis.analysis.agreement_by_character import Marked, crossed
from trellis.core.errors import Invalid

ANA, BEN, CLEO = 0, 1, 2
WORK, TEAM = 70, 90
ONE, TWO = 500, 400


def marked(*rows):
    """Rows of theme, coder, text, start, end."""
    columns = np.array(rows, dtype=np.int64).reshape(len(rows), 5).T
    return Marked(*columns)


def of_theme(found, theme):
    return dict(found.by_theme())[theme]


def near(value):
    return pytest.approx(value, abs=1e-9)


def test_a_source_of_a_thousand_characters_as_in_a_vendors_help():
    found = crossed(marked((WORK, ANA, ONE, 0, 150), (WORK, BEN, ONE, 100, 200)), {ONE: 1000}, 2)

    assert found.table(ANA, BEN).tolist() == [[800, 50], [100, 50]]
    assert percent(found.ratings()) == near(0.85)
    assert cohen(found.table(ANA, BEN)).value == pytest.approx(0.3182, abs=1e-4)


def test_a_coders_own_overlaps_count_once():
    found = crossed(
        marked((WORK, ANA, ONE, 0, 60), (WORK, ANA, ONE, 30, 100), (WORK, BEN, ONE, 0, 100)), {ONE: 1000}, 2
    )

    assert found.table(ANA, BEN).tolist() == [[900, 0], [0, 100]]


def test_a_text_that_one_coder_alone_read_is_left_out():
    found = crossed(
        marked((WORK, ANA, ONE, 0, 100), (WORK, BEN, ONE, 0, 100), (WORK, ANA, TWO, 0, 500)), {ONE: 1000, TWO: 800}, 2
    )

    assert int(found.characters.sum()) == 1000


def test_a_coder_who_marked_another_theme_has_read_the_text():
    found = crossed(marked((WORK, ANA, ONE, 0, 100), (TEAM, BEN, ONE, 500, 600)), {ONE: 1000}, 2)

    assert of_theme(found, WORK).table(ANA, BEN).tolist() == [[900, 0], [100, 0]]
    assert of_theme(found, TEAM).table(ANA, BEN).tolist() == [[900, 100], [0, 0]]


def test_of_three_coders_those_who_read_a_text_are_compared_on_it():
    found = crossed(
        marked((WORK, ANA, ONE, 0, 10), (WORK, BEN, ONE, 0, 10), (WORK, CLEO, TWO, 0, 10), (WORK, ANA, TWO, 0, 10)),
        {ONE: 100, TWO: 50},
        3,
    )

    assert [table.sum() for table in found.tables()] == [100, 50]
    assert percent(found.ratings()) == 1.0


def test_more_coders_than_fit_are_refused():
    with pytest.raises(Invalid, match="at most 62"):
        crossed(marked((WORK, ANA, ONE, 0, 10)), {ONE: 100}, 63)


def test_nothing_marked_gives_no_rows():
    assert len(crossed(marked(), {}, 2).theme) == 0


ROWS = st.lists(
    st.tuples(
        st.sampled_from([WORK, TEAM]),
        st.integers(0, 3),
        st.sampled_from([ONE, TWO]),
        st.integers(0, 70),
        st.integers(1, 40),
    ),
    min_size=1,
    max_size=24,
).map(lambda rows: [(theme, coder, text, at, min(at + size, 80)) for theme, coder, text, at, size in rows])


@given(ROWS, st.randoms())
def test_the_pieces_give_what_a_row_for_every_character_gives(rows, random):
    random.shuffle(rows)
    found = dict(crossed(marked(*rows), {ONE: 80, TWO: 90}, 4).by_theme())

    for theme in (WORK, TEAM):
        units = laid_out(rows, theme)
        if theme not in found:
            assert not any(any(unit) for unit in units)
            continue
        ratings = Ratings.of(units, [False, True])
        assert percent(found[theme].ratings()) == near(percent(ratings))
        for figure in (fleiss, alpha, ac1):
            value, expected = figure(found[theme].ratings()).value, figure(ratings).value
            assert value == (None if expected is None else near(expected))
        assert light(found[theme].tables()) == by_hand(units)


def laid_out(rows, theme):
    """One unit a character of the texts that two coders or more read; None for a coder who did not."""
    units = []
    for text, length in ((ONE, 80), (TWO, 90)):
        readers = {row[1] for row in rows if row[2] == text}
        if len(readers) < 2:
            continue
        for at in range(length):
            said = {row[1] for row in rows if row[0] == theme and row[2] == text and row[3] <= at < row[4]}
            units.append([(coder in said) if coder in readers else None for coder in range(4)])
    return units


def by_hand(units):
    tables = []
    for one in range(4):
        for other in range(one + 1, 4):
            both = [(u[one], u[other]) for u in units if u[one] is not None and u[other] is not None]
            square = [[both.count((a, b)) for b in (False, True)] for a in (False, True)]
            if both:
                tables.append(np.array(square, dtype=np.int64))
    value = light(tables)
    return None if value is None else near(value)
