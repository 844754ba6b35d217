from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.study.deeds import EVERY, a_study, do
from tests.study.indexed_study import filled
from trellis.core.errors import Invalid, NotFound
from trellis.core.filters import Filters
from trellis.study.index import Unit

PHASES = [phase for phase in Phase if phase is not Phase.shrink]
anything = settings(max_examples=10, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
deeds = st.lists(st.sampled_from([*sorted(EVERY), *["code", "label", "link case"] * 12]), min_size=10, max_size=40)


@pytest.fixture
def indexed(study):
    made = filled(study)
    made.index.code("janet", "1.1", turns="1-2")
    made.index.code("janet", "1.2", quote="walk round the car park")
    made.index.code("janet", "1.2", turns="4-5")
    made.index.code("janet", "2", quote="She walked")
    made.index.code("omar", "2", turn=3)
    made.index.code("omar", "1.2", quote="We walked there together")
    return made


def test_cases_with_words_under_both_are_counted_first(indexed):
    table = indexed.index.cooccurrence()

    assert table.columns == ("number", "theme", "1", "2")
    assert table.rows() == [("1", "Beginning", 3, 2), ("2", "Support", 2, 2)]


def test_pairs_of_segments_are_counted_on_request(indexed):
    table = indexed.index.cooccurrence(["1.1", "1.2", "2"], count=Unit.SEGMENTS)

    assert [row[2:] for row in table.rows()] == [(1, 1, 0), (1, 3, 2), (0, 2, 2)]


def test_words_of_another_person_in_both_segments_do_not_count_for_a_case(indexed):
    indexed.index.code("janet", "2", quote="Slowly.")
    indexed.index.code("janet", "1.1", turns="4-5")
    indexed.index.code("janet", "2", quote="Übung of it wore me out.\nP2: She")

    words = indexed.index.together("1.1", "2").records()

    assert [row["cases"] for row in words] == ["Janet", "Janet; Lil", "Lil"]


def test_a_single_theme_stands_for_those_right_below_it(indexed):
    assert [row[0] for row in indexed.index.cooccurrence(["1"]).rows()] == ["1.1", "1.2"]


def test_nothing_stands_where_one_theme_holds_the_other(indexed):
    table = indexed.index.cooccurrence(["1", "1.1", "2"])

    assert [row[2:] for row in table.rows()] == [(3, None, 2), (None, 1, 0), (2, 0, 2)]


def test_a_theme_that_is_not_there_and_one_inside_the_other_are_refused(indexed):
    with pytest.raises(NotFound):
        indexed.index.cooccurrence(["9"])
    with pytest.raises(Invalid, match="one holds the other"):
        indexed.index.together("1", "1.2")
    with pytest.raises(Invalid, match="cannot be counted"):
        indexed.index.cooccurrence(count="turns")


def test_shared_words_are_shown_with_both_themes(indexed):
    row = indexed.index.together("1.1", "1.2").records()[0]

    assert (row["words"], row["one theme"], row["other theme"]) == (
        "walk round the car park",
        "1.1 Being known",
        "1.2 Walking",
    )


@pytest.mark.parametrize("filters", [Filters(), Filters(source=("janet",)), Filters(where=(("site", ("North",)),))])
def test_every_count_opens_its_words(indexed, filters):
    check(indexed, filters)


@anything
@given(deeds, st.integers(0, 2**32))
def test_after_random_deeds_every_count_opens_its_words(tmp_path, names, seed):
    study, chance = a_study(tmp_path), Random(seed)
    for name in names:
        do(study, name, chance)

    check(study, Filters())
    study.close()


def check(study, filters):
    cases = {row["number"]: row for row in study.index.cooccurrence((), filters).records()}
    segments = {row["number"]: row for row in study.index.cooccurrence((), filters, count="segments").records()}
    for one, other in combinations(cases, 2):
        words = study.index.together(one, other, filters).records()
        named = {case for row in words for case in row["cases"].split("; ") if case}
        assert segments[one][other] == segments[other][one] == len(words)
        assert cases[one][other] == cases[other][one] == len(named)
