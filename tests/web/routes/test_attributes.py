from __future__ import annotations

import pytest

AT = "/api/studies/roles"


@pytest.fixture
def grid(client, roles):
    """Ann, Bob and two attributes, by HTTP."""

    class Grid:
        def __init__(self):
            for name in ("Ann", "Bob"):
                client.post(f"{AT}/cases", json={"name": name})
            client.post(f"{AT}/attributes", json={"name": "band", "type": "ordered category", "levels": ["3", "4"]})
            client.post(f"{AT}/attributes", json={"name": "site", "type": "category", "levels": ["North"]})

        def now(self):
            return client.get(f"{AT}/cases").json()

        def k(self, name):
            now = self.now()
            return next(each["k"] for each in (*now["cases"], *now["attributes"]) if each["name"] == name)

        def values(self):
            now = self.now()
            names = {each["k"]: each["name"] for each in (*now["cases"], *now["attributes"])}
            return {(names[v["owner"]], names[v["attribute"]]): v["value"] for v in now["values"]}

        def place(self, case, attribute, value):
            return {"case": self.k(case), "attribute": self.k(attribute), "value": value}

        def put(self, case, attribute, value, **more):
            return client.put(f"{AT}/attributes/values", json={**self.place(case, attribute, value), **more})

        def post(self, path, *values, **more):
            return client.post(f"{AT}/attributes/values{path}", json={"values": list(values), **more})

    return Grid()


def test_attributes_are_listed_with_type_and_categories(client, grid):
    listed = client.get(f"{AT}/attributes").json()

    assert [(one["name"], one["type"], one["levels"]) for one in listed] == [
        ("band", "ordered category", ["3", "4"]),
        ("site", "category", ["North"]),
    ]


def test_a_value_that_does_not_fit_is_refused_with_what_would(grid):
    answer = grid.put("Ann", "band", "9")

    assert answer.status_code == 422
    assert "“3”, “4”" in answer.json()["detail"]


def test_a_value_is_kept_with_how_it_is_known_and_taken_away(grid):
    rev = grid.put("Ann", "band", "4", how="told").json()["rev"]
    told = grid.now()["values"][0]["how_known"]

    grid.put("Ann", "band", "", rev=rev)

    assert (told, grid.values()) == ("told", {})


def test_a_value_that_somebody_else_wrote_meanwhile_stays(grid):
    grid.put("Ann", "band", "4")

    answer = grid.put("Ann", "band", "3")

    assert (answer.status_code, answer.json()["current"]["value"]) == (412, "4")
    assert grid.values() == {("Ann", "band"): "4"}


def test_a_block_is_shown_before_it_is_written(grid):
    grid.put("Ann", "band", "4")
    block = [grid.place("Ann", "band", "3"), grid.place("Bob", "band", "7"), grid.place("Bob", "site", "North")]

    lines = grid.post("/preview", *block).json()["lines"]

    assert [(line["case"], line["before"], line["after"], line["outcome"]) for line in lines] == [
        ("Ann", "4", "3", "changed"),
        ("Bob", "", "7", "refused"),
        ("Bob", "", "North", "new"),
    ]
    assert grid.values() == {("Ann", "band"): "4"}


def test_a_block_is_one_change(grid):
    answer = grid.post("", grid.place("Ann", "band", "3"), grid.place("Bob", "site", "South"), new_categories=True)

    assert answer.json()["changes"] == 1
    assert grid.values() == {("Ann", "band"): "3", ("Bob", "site"): "South"}


def test_an_attribute_is_renamed_retyped_and_removed(client, grid):
    def now():
        return next(one for one in client.get(f"{AT}/attributes").json() if one["k"] == band)

    band = grid.k("band")
    client.patch(f"{AT}/attributes/{band}", json={"name": "grade"}, headers={"If-Match": f'"{now()["rev"]}"'})
    kind = {"type": "ordered category", "levels": ["4", "3"]}
    client.put(f"{AT}/attributes/{band}/type", json=kind, headers={"If-Match": f'"{now()["rev"]}"'})
    assert (now()["name"], now()["levels"]) == ("grade", ["4", "3"])

    client.delete(f"{AT}/attributes/{band}", headers={"If-Match": f'"{now()["rev"]}"'})

    assert [one["name"] for one in client.get(f"{AT}/attributes").json()] == ["site"]
