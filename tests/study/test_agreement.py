from __future__ import annotations

import json

import pytest

from tests.study.double_round import ALIKE, NOBODY, ROUND, SLOWLY, code, coded
from tests.study.indexed_study import JANET
from trellis.analysis.unitising import Unit, relevance_alpha
from trellis.core.errors import Invalid, NotAllowed, NotFound


@pytest.fixture
def double(study):
    return coded(study)


def line(found, name):
    return next(one for one in found.themes if one.name == name)


def near(value):
    return pytest.approx(value, abs=1e-9)


def test_each_theme_is_counted_in_characters_of_what_both_read(double):
    found = double.rounds.agreement(ROUND)

    walking = line(found, "Walking")
    assert walking.characters == len(JANET)
    assert walking.by_any == len(SLOWLY) + len("She walked a lot.")
    assert walking.by_all == 0
    assert walking.percent == near(1 - walking.by_any / len(JANET))


def test_kappa_and_pi_are_those_of_the_table_of_characters(double):
    pair = next(one for one in double.rounds.agreement(ROUND).pairs if one.name == "Being known")
    known = line(double.rounds.agreement(ROUND), "Being known")
    n = len(JANET)

    assert pair.both == len(ALIKE)
    assert pair.only_other == len(SLOWLY) + len(NOBODY)
    one, other = pair.both + pair.only_one, pair.both + pair.only_other
    seen = (pair.both + pair.neither) / n
    by_chance = (one * other + (n - one) * (n - other)) / n**2
    by_shares = ((one + other) / (2 * n)) ** 2 + (1 - (one + other) / (2 * n)) ** 2
    assert known.kappa == near((seen - by_chance) / (1 - by_chance))
    assert known.pi == near((seen - by_shares) / (1 - by_shares))


def test_all_themes_stand_first_and_add_the_disagreements_up(double):
    found = double.rounds.agreement(ROUND)
    each = found.themes[1:]

    assert found.themes[0].name == "all themes"
    assert found.themes[0].percent == near(sum(one.percent for one in each) / 3)
    assert found.themes[0].by_any == sum(one.by_any for one in each)
    assert min(one.kappa for one in each) < found.themes[0].kappa < max(one.kappa for one in each)


def test_only_what_participants_said_counts_if_wished(double):
    said = double.rounds.agreement(ROUND, said=True)

    assert line(said, "Walking").characters < line(double.rounds.agreement(ROUND), "Walking").characters
    assert line(said, "Walking").by_any == line(double.rounds.agreement(ROUND), "Walking").by_any
    assert "Only what participants said" in said.note


def test_sub_themes_count_as_their_main_theme_if_wished(double):
    main = double.rounds.agreement(ROUND, main=True)

    assert [one.name for one in main.themes] == ["all themes", "Beginning", "Support"]
    assert line(main, "Beginning").by_all == len(ALIKE) + len(SLOWLY)


def test_one_theme_is_chosen_with_its_sub_themes(double):
    assert [one.name for one in double.rounds.agreement(ROUND, theme="1").themes] == [
        "all themes",
        "Being known",
        "Walking",
    ]
    with pytest.raises(NotFound):
        double.rounds.agreement(ROUND, theme="9")


def test_where_nothing_varies_a_coefficient_is_empty_and_says_why(double):
    double.rounds.open("whole")
    for coder in ("Ana", "Ben"):
        double.index.code("janet", "1.1", start=0, end=len(JANET), coder=coder, round="whole")

    known = line(double.rounds.agreement("whole"), "Being known")

    assert (known.percent, known.kappa, known.pi, known.alpha, known.ac1) == (1.0, None, None, None, None)
    assert known.why == "no variation"


def test_codings_under_another_framework_version_are_not_set_against_these(double):
    double.framework.name_version("v2", "a reason")
    double.rounds.open("mixed")
    code(double, "1.1", ALIKE, "Ana", round="mixed", version="v1")
    code(double, "1.1", ALIKE, "Ben", round="mixed", version="v2")

    apart = double.rounds.agreement("mixed")
    assert (apart.themes, apart.apart, apart.sources) == ((), ("janet",), ())
    assert apart.note.startswith("No source was indexed by two coders under one framework version")

    code(double, "1.2", SLOWLY, "Ben", round="mixed", version="v1")
    again = double.rounds.agreement("mixed")
    assert {one.framework for one in again.themes} == {"v1"}
    assert again.apart == ()


def test_several_coders_are_compared_pair_by_pair_and_together(double):
    double.rounds.open("three")
    for coder, theme in (("Ana", "1.1"), ("Ben", "1.1"), ("Cleo", "1.2")):
        code(double, theme, ALIKE, coder, round="three")

    found = double.rounds.agreement("three")

    known = line(found, "Being known")
    kappas = [one.kappa for one in found.pairs if one.name == "Being known"]
    assert found.coders == ("Ana", "Ben", "Cleo")
    assert len(kappas) == 3
    assert known.kappa == near(sum(kappas) / 3)
    assert (known.by_any, known.by_all) == (len(ALIKE), 0)


def test_a_second_reading_is_compared_with_the_index(double):
    double.rounds.open("second")
    code(double, "2", ALIKE, "Cleo", round="second")
    code(double, "1.2", ALIKE, "Ana", round="main")

    found = double.rounds.agreement("second")

    assert (found.beside, found.coders) == ("main", ("Ana", "Cleo"))


def test_figures_wait_for_a_blind_round_to_be_closed(study):
    coded(study, closed=False)

    with pytest.raises(NotAllowed, match="its agreement would show"):
        study.rounds.agreement(ROUND)


def test_tables_round_to_four_places_and_go_to_json(double):
    found = double.rounds.agreement(ROUND)

    assert all(value is None or round(value, 4) == value for row in found.table().values for value in row[6:11])
    assert json.dumps([found.table().records(), found.pair_table().records()])
    assert "reliability" not in found.note


def test_stretches_are_compared_as_units_if_wished(double):
    with_units = double.rounds.agreement(ROUND, units=True)
    n = len(JANET)

    walking = line(with_units, "Walking")
    ana, ben = (JANET.index(quote) for quote in (SLOWLY, "She walked a lot."))
    stretches = [Unit(0, ana, ana + len(SLOWLY))], [Unit(0, ben, ben + len("She walked a lot."))]
    assert walking.u == near(relevance_alpha(stretches, n).value)
    assert "u" in with_units.table().columns
    assert "u" not in double.rounds.agreement(ROUND).table().columns
    assert line(double.rounds.agreement(ROUND), "Walking").u is None
    with pytest.raises(Invalid, match="either"):
        double.rounds.agreement(ROUND, units=True, said=True)
