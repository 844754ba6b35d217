"""Typologies on a real file: dimensions from categories, cases placed once on each, combinations, types, a lens."""

from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from tests.study.copies import copied, merged, snapshot, start
from trellis.core.errors import AlreadyThere, Invalid, NotFound
from trellis.core.lens_file import read_lens
from trellis.study.typology_tables import combinations_table, placing_table, types_table
from trellis.study.worksheet_given import Datum


@pytest.fixture
def built(study):
    """Ways in (two values, made of categories) × Taught (two values), Denise's and Yusuf's rows charted."""
    add_sample(study)
    study.chart.write("Denise", "1.1", "From a factory.")
    study.chart.write("Yusuf", "1.1", "Through a friend.")
    one = study.worksheets.draw("1.1", "Another trade", [Datum(1)])
    two = study.worksheets.draw("1.1", "Knew somebody", [Datum(2)])
    study.worksheets.add_category("1.1", "Came from work", elements=[one], definition="Had another trade before")
    study.worksheets.add_category("1.1", "Came by people", elements=[two])
    study.typologies.new("Newcomers")
    study.typologies.add_dimension("Newcomers", "Ways in", theme="1.1", question="How did they come?")
    study.typologies.add_dimension("Newcomers", "Taught", values=["yes", "no"])
    return study


def placed(study):
    return {str(row["case"]): row for row in placing_table(study.typologies.now("Newcomers")).records()}


def finish(study):
    study.typologies.place_by_elements("Newcomers")
    study.typologies.place("Newcomers", "Denise", "Taught", "no")
    study.typologies.place("Newcomers", "Yusuf", "Taught", "yes")
    study.typologies.add_type("Newcomers", "Self-made", [("Ways in", "Came from work"), ("Taught", "no")])


def test_the_values_of_a_dimension_are_made_of_categories_in_their_order(built):
    now = built.typologies.now("Newcomers")

    assert [value.name for value in now.values[now.dimensions[0].k]] == ["Came from work", "Came by people"]
    assert all(value.category is not None for value in now.values[now.dimensions[0].k])


def test_only_cases_of_the_kind_are_placed_and_those_not_placed_are_told(built):
    now = built.typologies.now("Newcomers")

    assert sorted(now.units.values()) == ["Denise", "Yusuf"]
    assert len(now.open) == 4
    assert "2 of 2 cases" in placing_table(now).note
    with pytest.raises(Invalid, match="no person"):
        built.typologies.place("Newcomers", "North", "Taught", "yes")


def test_what_elements_speak_for_is_shown_and_taken_on_demand(built):
    assert placed(built)["Denise"]["Ways in"] == "(Came from work?)"

    assert built.typologies.place_by_elements("Newcomers") == 2

    assert placed(built)["Denise"]["Ways in"] == "Came from work"
    assert placed(built)["Denise"]["Taught"] is None


def test_placing_moves_a_case_unless_it_is_said_to_be_on_both(built):
    built.typologies.place("Newcomers", "Denise", "Taught", "yes")
    built.typologies.place("Newcomers", "Denise", "Taught", "no")
    assert placed(built)["Denise"]["Taught"] == "no"

    built.typologies.place("Newcomers", "Denise", "Taught", "yes", also=True)
    assert placed(built)["Denise"]["Taught"] == "yes and no (placed on two values)"
    built.typologies.place("Newcomers", "Denise", "Taught", None)
    assert placed(built)["Denise"]["Taught"] is None


def test_combinations_are_shown_occupied_and_empty_with_their_type(built):
    finish(built)

    rows = combinations_table(built.typologies.now("Newcomers")).records()

    assert [(row["Ways in"], row["Taught"], row["type"], row["which"]) for row in rows] == [
        ("Came from work", "yes", None, "empty"),
        ("Came from work", "no", "Self-made", "Denise"),
        ("Came by people", "yes", None, "Yusuf"),
        ("Came by people", "no", None, "empty"),
    ]


def test_a_type_of_one_case_is_marked(built):
    finish(built)

    [row] = types_table(built.typologies.now("Newcomers")).records()

    assert (row["cases"], row["mark"]) == (1, "one case only")
    assert row["requires"] == "Ways in: Came from work; Taught: no"


def test_the_chart_is_read_by_type_cases_of_no_type_last(built):
    finish(built)

    rows = built.typologies.by_type("Newcomers", ["1.1"]).records()

    assert [(row["type"], row["case"], row["1.1 Routes in"]) for row in rows] == [
        ("Self-made", "Denise", "From a factory."),
        (None, "Yusuf", "Through a friend."),
    ]


def test_a_case_that_cannot_be_placed_is_set_aside_with_the_reason(built):
    finish(built)
    built.typologies.place("Newcomers", "Yusuf", "Taught", None)
    built.typologies.set_aside("Newcomers", "Yusuf", "Never said")
    assert built.typologies.now("Newcomers").open == ()
    assert placed(built)["Yusuf"]["Taught"] == "set aside: Never said"

    built.typologies.set_aside("Newcomers", "Yusuf", None)

    assert len(built.typologies.now("Newcomers").open) == 1


def test_a_finished_typology_is_a_lens(built, tmp_path):
    finish(built)

    lens = read_lens(built.typologies.save_as_lens("Newcomers", tmp_path / "n.toml").read_bytes(), "n.toml")

    assert [one.name for one in lens.dimensions] == ["Ways in", "Taught"]
    assert lens.dimensions[0].evidence == "Came from work: Had another trade before"
    assert [outcome.name for outcome in lens.outcomes] == ["Self-made"]
    assert built.lenses.add(tmp_path / "n.toml")


def test_an_unfinished_typology_is_no_lens_yet(built):
    with pytest.raises(Invalid, match="not placed once"):
        built.typologies.as_lens("Newcomers")
    finish(built)
    built.typologies.add_type("Newcomers", "Untaught", [("Taught", "no")])

    with pytest.raises(Invalid, match="two types"):
        built.typologies.as_lens("Newcomers")


def test_adjusting_values_keeps_the_cases_on_them(built):
    finish(built)
    built.typologies.rename_value("Newcomers", "Taught", "no", "on their own")
    built.typologies.add_value("Newcomers", "Taught", "partly")
    assert placed(built)["Denise"]["Taught"] == "on their own"

    built.typologies.remove_value("Newcomers", "Taught", "on their own")

    assert placed(built)["Denise"]["Taught"] is None
    with pytest.raises(AlreadyThere):
        built.typologies.add_value("Newcomers", "Taught", "Partly")


def test_joining_or_removing_categories_leaves_the_values_in_place(built):
    built.worksheets.join_categories("1.1", ["Came by people", "Came from work"])
    built.worksheets.remove_category("1.1", "Came by people")

    now = built.typologies.now("Newcomers")
    assert [value.name for value in now.values[now.dimensions[0].k]] == ["Came from work", "Came by people"]
    assert {value.category for value in now.values[now.dimensions[0].k]} == {None}


def test_a_typology_goes_whole_and_comes_back_whole(built):
    finish(built)
    before = built.history.dump()
    built.typologies.remove_type("Newcomers", "Self-made")
    built.typologies.remove_dimension("Newcomers", "Taught")
    built.typologies.remove("Newcomers")
    assert built.typologies.listing().values == ()

    for _ in range(3):
        built.history.undo()

    assert built.history.dump() == before


def test_what_is_not_there_is_told_with_what_is(built):
    with pytest.raises(NotFound, match="Ways in"):
        built.typologies.place("Newcomers", "Denise", "Nothing", "yes")
    with pytest.raises(Invalid, match="at least one"):
        built.typologies.add_type("Newcomers", "Anything", [])
    with pytest.raises(NotFound, match="no type"):
        built.typologies.remove_type("Newcomers", "Anything")


def test_a_case_placed_differently_in_two_copies_is_on_two_values_once_they_meet(tmp_path):
    ana = start(tmp_path)
    case = str(ana.cases.listing().records()[0]["case"])
    ana.typologies.new("Drivers", kind=str(ana.cases.listing().records()[0]["kind"]))
    ana.typologies.add_dimension("Drivers", "Drives", values=["yes", "no"])
    ben = copied(ana, tmp_path)
    ana.typologies.place("Drivers", case, "Drives", "yes")
    ben.typologies.place("Drivers", case, "Drives", "no")

    assert merged(ana, ben, tmp_path).conflicts == 0
    ben.apart.merge(snapshot(ana, tmp_path))

    assert ana.history.dump() == ben.history.dump()
    assert "two values" in str(placing_table(ana.typologies.now("Drivers")).rows())
    ana.close()
    ben.close()


def test_some_of_the_dimensions_are_crossed_with_the_types_that_lie_across(built):
    finish(built)
    built.typologies.add_dimension("Newcomers", "Base", values=["desk", "none"])
    now = built.typologies.now("Newcomers")
    way, taught, base = (one.k for one in now.dimensions)

    crossing = now.crossing_of(taught, way)

    assert [len(units) for units in crossing.combinations.values()] == [0, 1, 1, 0]
    assert [len(now.types_across(pair, taught, way)) for pair in crossing.combinations] == [0, 0, 1, 0]
    assert (now.crossing_of(base, way).open != (), now.missing) == (True, "")
    with pytest.raises(NotFound, match="no such dimension"):
        now.crossing_of(way, now.typology.k)


def test_every_typology_is_read_in_the_order_of_names(built):
    built.typologies.new("Apart")

    assert [one.typology.name for one in built.typologies.every()] == ["Apart", "Newcomers"]


def test_dimensions_values_and_types_are_found_by_their_keys_too(built):
    finish(built)
    now = built.typologies.now("Newcomers")
    dimension, named = now.dimensions[1], now.types[0]

    built.typologies.rename_value("Newcomers", f"#{dimension.k}", f"#{now.values[dimension.k][0].k}", "shown")
    built.typologies.remove_type("Newcomers", f"#{named.k}")

    after = built.typologies.now("Newcomers")
    assert ([one.name for one in after.values[dimension.k]], after.types) == (["shown", "no"], ())
