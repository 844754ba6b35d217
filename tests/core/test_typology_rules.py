from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trellis.core.errors import Invalid
from trellis.core.typology_rules import OpenPlace, Why, crossed, holds, open_places, standing_print, types_of

AXES = {1: (11, 12), 2: (21, 22, 23)}
ANA, BEN = (5, 0), (6, 0)
units = st.lists(st.tuples(st.integers(1, 9), st.integers(0, 2)), unique=True, max_size=12)
values = st.sets(st.sampled_from([11, 12, 21, 22, 23, 99]), max_size=4)


def test_a_case_is_placed_exactly_once_on_each_dimension_or_listed():
    assert open_places(AXES, [ANA, BEN], {ANA: [11, 21], BEN: [11, 12]}) == (
        OpenPlace(BEN, 1, Why.TWICE),
        OpenPlace(BEN, 2, Why.UNPLACED),
    )


def test_all_combinations_are_there_occupied_or_empty():
    crossing = crossed(AXES, [ANA], {ANA: [12, 23]})

    assert len(crossing.combinations) == 6
    assert crossing.combinations[12, 23] == (ANA,)
    assert (11, 21) in crossing.empty


@pytest.mark.parametrize("axes", [{}, {1: (11,)}, {1: (11,), 2: ()}, {n: tuple(range(70)) for n in (1, 2, 3)}])
def test_what_cannot_be_crossed_or_read_is_refused(axes):
    with pytest.raises(Invalid):
        crossed(axes, [], {})


def test_a_type_admits_values_and_leaves_other_dimensions_open():
    assert holds((11, 22), AXES, [11])
    assert holds((11, 22), AXES, [11, 21, 22])
    assert not holds((12, 22), AXES, [11, 22])
    assert not holds((11, 22), AXES, [])
    assert types_of((11, 22), AXES, {7: [11], 8: [22], 9: [12]}) == (7, 8)


@given(units, st.data())
def test_the_combinations_part_the_cases_that_are_placed_once_on_every_dimension(listed, data):
    placed = {unit: data.draw(values) for unit in listed}

    crossing = crossed(AXES, listed, placed)

    inside = [unit for found in crossing.combinations.values() for unit in found]
    assert len(inside) == len(set(inside))
    assert set(inside) | {one.unit for one in crossing.open} == set(listed)
    assert not set(inside) & {one.unit for one in crossing.open}
    for combination, found in crossing.combinations.items():
        assert all(set(combination) <= placed[unit] for unit in found)


def test_where_a_case_stands_is_told_by_one_number_that_changes_with_every_placing():
    assert (standing_print([]), standing_print([7])) == (0, 7)
    assert standing_print([7, 9]) == standing_print([9, 7])
    assert len({standing_print([7, 9]), standing_print([7, 7]), standing_print([9]), standing_print([7])}) == 4
