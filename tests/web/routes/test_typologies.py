from __future__ import annotations

import pytest

from tests.study.chart_study import add_sample
from trellis.bootstrap import open_study
from trellis.core.lens_file import read_lens

AT = "/api/studies/roles/typologies"


def resting_on(rev):
    return {"If-Match": f'"{rev}"'}


def standing(typology, case, dimension):
    places = next(one["places"] for one in typology["cases"] if one["case"] == case)
    return next(one for one in places if one["dimension"] == dimension)


@pytest.fixture
def sample(roles, library):
    """Two persons and a site; the column “Routes in” with two categories, each of an element of one person."""
    with open_study(library / "roles.trellis", "Ana") as study:
        made = add_sample(study)
        study.chart.write("Denise", "1.1", "From a factory.")
        study.chart.write("Yusuf", "1.1", "Through a friend.")
        said = {line.row.name: line.statement.k for line in study.worksheets.sheet("1.1").data}
        for name, case in (("Came from work", "Denise"), ("Came by people", "Yusuf")):
            element = study.worksheets.draw("1.1", name, [said[case]])
            study.worksheets.add_category("1.1", name, elements=[element])
    return made


@pytest.fixture
def ways(client, sample):
    """A typology of persons: “Ways in” made of the categories, “Taught” of names."""
    made = client.post(AT, json={"name": "Newcomers", "description": "Who comes how?"})
    at = f"{AT}/{made.json()['made'][0]['key'][0]}"
    client.post(f"{at}/dimensions", json={"name": "Ways in", "theme": sample.themes["routes"]})
    client.post(f"{at}/dimensions", json={"name": "Taught", "values": ["yes", "no"]})
    return at


@pytest.fixture
def shown(client, ways):
    return lambda: client.get(ways).json()


@pytest.fixture
def place(client, ways, shown, sample):
    def put(case, dimension, value, rev=None, **more):
        found = next(one for one in shown()["dimensions"] if one["name"] == dimension)
        key = next((one["k"] for one in found["values"] if one["name"] == value), None)
        where = {"case": sample.cases[case], "dimension": found["k"], "value": key}
        on = standing(shown(), sample.cases[case], found["k"])["rev"] if rev is None else rev
        return client.post(f"{ways}/place", json={**where, **more}, headers=resting_on(on))

    return put


def all_placed(place):
    for case, way, taught in (("Denise", "Came from work", "no"), ("Yusuf", "Came by people", "yes")):
        place(case, "Ways in", way)
        place(case, "Taught", taught)


def named(client, ways, shown, name, *values):
    asked = [
        {"dimension": dimension["k"], "value": value["k"]}
        for dimension in shown()["dimensions"]
        for value in dimension["values"]
        if value["name"] in values
    ]
    return client.post(f"{ways}/types", json={"name": name, "values": asked})


def test_a_dimension_is_made_of_categories_or_of_names(shown):
    way, taught = shown()["dimensions"]

    assert [value["name"] for value in way["values"]] == ["Came from work", "Came by people"]
    assert all(value["category"] is not None for value in way["values"])
    assert [value["category"] for value in taught["values"]] == [None, None]


def test_a_dimension_is_made_of_the_categories_that_are_chosen(client, ways, shown, sample):
    chosen = shown()["dimensions"][0]["values"][1]["category"]

    client.post(f"{ways}/dimensions", json={"name": "People", "theme": sample.themes["routes"], "categories": [chosen]})

    assert [value["name"] for value in shown()["dimensions"][2]["values"]] == ["Came by people"]


def test_cases_of_the_kind_stand_with_their_place_and_what_their_elements_say(shown, place):
    place("Denise", "Taught", "no")

    denise, yusuf = shown()["cases"]

    assert [one["why"] for one in denise["places"]] == ["not placed", None]
    assert denise["places"][0]["said"] == [shown()["dimensions"][0]["values"][0]["k"]]
    assert (yusuf["name"], yusuf["open"]) == ("Yusuf", True)


def test_a_case_placed_twice_says_so_and_is_moved_or_taken_off(shown, place):
    place("Denise", "Taught", "no")
    place("Denise", "Taught", "yes", also=True)
    assert shown()["cases"][0]["places"][1]["why"] == "placed on two values"

    place("Denise", "Taught", "yes")
    assert shown()["cases"][0]["places"][1]["why"] is None
    place("Denise", "Taught", None)
    assert shown()["cases"][0]["places"][1]["values"] == []


def test_cases_are_placed_by_their_elements_on_demand(client, ways, shown):
    client.post(f"{ways}/place-by-elements")

    assert [one["places"][0]["why"] for one in shown()["cases"]] == [None, None]


def test_a_case_is_set_aside_with_a_reason_and_taken_back(client, ways, shown, sample):
    given = {"case": sample.cases["Yusuf"]}
    client.post(f"{ways}/set-aside", json={**given, "reason": "Left after a day"}, headers=resting_on(0))
    assert [(one["name"], one["reason"]) for one in shown()["aside"]] == [("Yusuf", "Left after a day")]
    assert [one["name"] for one in shown()["cases"]] == ["Denise"]

    again = client.post(f"{ways}/set-aside", json={**given, "reason": "On leave"}, headers=resting_on(0))
    assert (again.status_code, again.json()["current"]["reason"]) == (412, "Left after a day")
    client.post(f"{ways}/set-aside", json={**given, "reason": None}, headers=resting_on(shown()["aside"][0]["rev"]))
    assert shown()["aside"] == []


def test_a_case_placed_in_two_windows_is_not_moved_unseen(shown, place):
    yes, no = (one["k"] for one in shown()["dimensions"][1]["values"])
    assert place("Denise", "Taught", "no", 0).status_code == 200

    second = place("Denise", "Taught", "yes", 0)

    assert (second.status_code, second.json()["current"]["values"]) == (412, [no])
    assert place("Denise", "Taught", "yes", second.json()["current"]["rev"]).status_code == 200
    assert shown()["cases"][0]["places"][1]["values"] == [yes]


def test_taking_one_of_two_values_away_elsewhere_is_noticed(shown, place):
    place("Denise", "Taught", "no")
    place("Denise", "Taught", "yes", also=True)
    seen = shown()["cases"][0]["places"][1]["rev"]
    place("Denise", "Taught", "yes")

    assert place("Denise", "Taught", "no", seen).status_code == 412


def test_placing_says_what_it_rests_on(client, ways):
    assert client.post(f"{ways}/place", json={"case": 1, "dimension": 1, "value": None}).status_code == 428


def test_combinations_are_shown_occupied_and_empty_and_a_single_case_is_marked(client, ways, shown, place):
    all_placed(place)
    named(client, ways, shown, "Self-made", "Came from work", "no")

    found = shown()

    assert [one["cases"] for one in found["combinations"]] == [[], ["Denise"], ["Yusuf"], []]
    [made] = found["types"]
    assert (made["cases"], made["single"]) == (["Denise"], True)
    assert found["combinations"][1]["types"] == [made["k"]]


def test_two_dimensions_are_crossed_on_their_own(client, ways, shown, place):
    all_placed(place)
    client.post(f"{ways}/dimensions", json={"name": "Base", "values": ["desk", "none"]})
    named(client, ways, shown, "Self-made", "no")
    way, taught, _ = (one["k"] for one in shown()["dimensions"])

    crossed = client.get(f"{ways}/crossing", params={"rows": taught, "columns": way}).json()

    assert [one["cases"] for one in crossed["cells"]] == [[], ["Yusuf"], ["Denise"], []]
    assert [len(one["types"]) for one in crossed["cells"]] == [0, 0, 1, 1]


def test_what_cannot_be_crossed_is_told_and_a_strange_dimension_refused(client, ways, shown):
    bare = client.post(AT, json={"name": "Bare"}).json()["made"][0]["key"][0]

    assert "two or more dimensions" in client.get(f"{AT}/{bare}").json()["missing"]
    way = shown()["dimensions"][0]["k"]
    strange = client.get(f"{AT}/{bare}/crossing", params={"rows": way, "columns": way})
    assert (strange.status_code, "no such dimension" in strange.json()["detail"]) == (404, True)


def test_the_list_says_how_far_each_typology_is(client, ways, place):
    place("Denise", "Taught", "no")

    [stand] = client.get(AT).json()

    assert (stand["name"], stand["dimensions"], stand["cases"], stand["open"]) == ("Newcomers", 2, 2, 2)


def test_a_finished_typology_is_downloaded_as_a_lens_and_an_unfinished_one_refused(client, ways, shown, place):
    early = client.get(f"{ways}/lens")
    assert (early.status_code, "not placed once" in early.json()["detail"]) == (422, True)
    all_placed(place)
    named(client, ways, shown, "Self-made", "Came from work", "no")

    answer = client.get(f"{ways}/lens")

    assert read_lens(answer.content, "typology.toml").title == "Newcomers"
    assert answer.headers["content-disposition"].endswith('"typology.toml"')


def test_values_are_added_and_types_dimensions_and_the_whole_removed(client, ways, shown):
    named(client, ways, shown, "Self-made", "no")
    taught = shown()["dimensions"][1]["k"]
    client.post(f"{ways}/dimensions/{taught}/values", json={"name": "a little"})
    assert [one["name"] for one in shown()["dimensions"][1]["values"]] == ["yes", "no", "a little"]

    client.delete(f"{ways}/types/{shown()['types'][0]['k']}")
    client.delete(f"{ways}/dimensions/{taught}")
    assert (shown()["types"], len(shown()["dimensions"])) == ([], 1)

    client.delete(ways)
    assert client.get(AT).json() == []


def test_a_second_typology_of_the_same_name_is_refused(client, ways):
    answer = client.post(AT, json={"name": "newcomers"})

    assert (answer.status_code, "already" in answer.json()["detail"]) == (409, True)
