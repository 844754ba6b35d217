from __future__ import annotations

import pytest


@pytest.fixture
def framework(client, roles):
    """The framework of a study, by HTTP: two main themes, one sub-theme, an open code."""

    class Framework:
        at = "/api/studies/roles/framework"

        def now(self):
            return client.get(self.at).json()

        def theme(self, name):
            now = self.now()
            return next(each for each in (*now["themes"], *now["codes"]) if each["name"] == name)

        def post(self, path, **body):
            return client.post(self.at + path, json=body)

        def edit(self, theme, **words):
            headers = {"If-Match": f'"{theme["rev"]}"'}
            return client.patch(f"{self.at}/themes/{theme['k']}", json=words, headers=headers)

        def lines(self):
            return [f"{each['number']} {each['name']}" for each in self.now()["themes"]]

    found = Framework()
    found.post("/themes", words={"name": "Work"}, spot={})
    found.post("/themes", words={"name": "Team"}, spot={"after": found.theme("Work")["k"]})
    found.post("/themes", words={"name": "Driving"}, spot={"parent": found.theme("Work")["k"]})
    found.post("/themes", words={"name": "Being lost"})
    return found


def test_the_framework_is_read_with_codes_apart(framework):
    assert framework.lines() == ["1 Work", "1.1 Driving", "2 Team"]
    assert [code["name"] for code in framework.now()["codes"]] == ["Being lost"]


def test_a_theme_is_moved_by_key(framework):
    moved, home = framework.theme("Driving"), framework.theme("Team")

    answer = framework.post(f"/themes/{moved['k']}/move", parent=home["k"])

    assert answer.status_code == 200
    assert framework.lines() == ["1 Work", "2 Team", "2.1 Driving"]


def test_an_open_code_is_placed_by_moving_it(framework):
    code, home = framework.theme("Being lost"), framework.theme("Work")

    framework.post(f"/themes/{code['k']}/move", parent=home["k"], after=framework.theme("Driving")["k"])

    assert framework.lines() == ["1 Work", "1.1 Driving", "1.2 Being lost", "2 Team"]


def test_a_definition_is_edited_on_what_was_seen_only(framework):
    theme = framework.theme("Driving")
    framework.edit(theme, definition="Between visits.")

    late = framework.edit(theme, definition="All day.")

    assert late.status_code == 412
    assert late.json()["current"]["definition"] == "Between visits."
    assert framework.theme("Driving")["definition"] == "Between visits."


def test_a_theme_under_itself_is_refused_in_the_cores_words(framework):
    above, below = framework.theme("Work"), framework.theme("Driving")

    answer = framework.post(f"/themes/{above['k']}/move", parent=below["k"])

    assert answer.status_code == 422
    assert "Driving" in answer.json()["detail"]


def test_themes_are_split_merged_and_retired(framework):
    split = framework.theme("Team")
    framework.post(f"/themes/{split['k']}/split", into=[{"name": "Meetings"}, {"name": "Desks"}])
    desks, work = framework.theme("Desks"), framework.theme("Work")
    framework.post("/merge", themes=[desks["k"]], into=work["k"], reason="one thing")
    framework.post(f"/themes/{framework.theme('Meetings')['k']}/retire")

    assert framework.lines() == ["1 Work", "1.1 Driving"]
    assert {gone["name"] for gone in framework.now()["gone"]} == {"Team", "Desks", "Meetings"}


def test_versions_are_named_and_compared(framework, client):
    framework.post("/versions", name="v1", reason="agreed")
    framework.edit(framework.theme("Driving"), name="On the road")

    versions = client.get(f"{framework.at}/versions").json()
    changed = client.get(f"{framework.at}/comparison", params={"before": "v1"}).json()

    assert versions["names"] == ["v1"]
    assert "On the road" in str(changed["values"])
    assert client.get(f"{framework.at}/operations").json()["values"]


def test_an_empty_to_do_list_is_a_list(framework, client):
    assert client.get(f"{framework.at}/todo").json() == {"items": []}


def test_settling_what_is_not_on_the_list_is_refused(framework):
    answer = framework.post("/todo/settle", items=["coding:1"], how="keep")

    assert answer.status_code == 404


def test_several_themes_come_in_one_change(framework):
    home = framework.theme("Team")
    lines = [{"name": "Meetings", "sub_themes": ["Who comes"]}, {"name": "Notes"}]

    answer = framework.post("/themes/several", parent=home["k"], lines=lines)

    assert (answer.status_code, answer.json()["changes"]) == (201, 1)
    assert framework.lines()[-4:] == ["2 Team", "2.1 Meetings", "2.1.1 Who comes", "2.2 Notes"]
