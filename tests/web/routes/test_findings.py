from __future__ import annotations

import pytest

from trellis.bootstrap import open_study

AT = "/api/studies/roles/findings"


@pytest.fixture
def keys(client, library, roles):
    """A person with a cell, and their keys."""
    from trellis.core.framework_wording import Wording

    with open_study(library / "roles.trellis", "Ana") as study:
        study.cases.add("Ann")
        study.framework.add(Wording("Alone"))
        study.chart.write("Ann", "Alone", "By herself.")
        with study._work.read() as reader:
            from trellis.core.case import Case
            from trellis.core.framework import Theme

            case = next(one.k for one in reader.all(Case) if one.name == "Ann")
            theme = next(one.k for one in reader.all(Theme) if one.name == "Alone")
    return {"case": case, "theme": theme}


@pytest.fixture
def finding(client, keys):
    made = client.post(AT, json={"statement": "Most work alone.", "themes": [keys["theme"]]})
    assert made.status_code == 201
    return next(one["key"][0] for one in made.json()["made"] if one["table"] == "finding")


def one(client, finding):
    return client.get(f"{AT}/{finding}").json()


def test_a_finding_is_listed_with_where_its_cases_stand(client, finding):
    [line] = client.get(AT).json()

    assert (line["number"], line["statement"], line["status"]) == (1, "Most work alone.", "draft")
    assert line["counts"]["to be placed"] == 1
    assert "nobody has recorded a search for cases against it" in line["wanting"]


def test_a_cell_becomes_evidence_and_places_its_case(client, keys, finding):
    given = {"cell": {"case": keys["case"], "theme": keys["theme"]}, "side": "against"}

    assert client.post(f"{AT}/{finding}/evidence", json=given).status_code == 201

    shown = one(client, finding)
    assert [(each["side"], each["words"]) for each in shown["evidence"]] == [("against", "By herself.")]
    assert [(each["name"], each["group"]) for each in shown["places"] if each["evidence"]] == [("Ann", "contrary")]


def test_evidence_is_turned_and_taken_away(client, keys, finding):
    client.post(f"{AT}/{finding}/evidence", json={"cell": {"case": keys["case"], "theme": keys["theme"]}})
    k = one(client, finding)["evidence"][0]["k"]

    client.put(f"{AT}/evidence/{k}/side", json={"side": "qualifies"})
    turned = one(client, finding)["evidence"][0]["side"]
    client.delete(f"{AT}/evidence/{k}")

    assert (turned, one(client, finding)["evidence"]) == ("qualifies", [])


def test_an_edit_rests_on_what_was_seen(client, finding):
    rev = one(client, finding)["line"]["rev"]

    done = client.patch(f"{AT}/{finding}", json={"statement": "Some do."}, headers={"If-Match": f'"{rev}"'})
    late = client.patch(f"{AT}/{finding}", json={"statement": "All do."}, headers={"If-Match": f'"{rev}"'})

    assert (done.status_code, late.status_code) == (200, 412)
    assert one(client, finding)["line"]["statement"] == "Some do."


def test_a_case_is_placed_and_taken_back(client, keys, finding):
    client.put(f"{AT}/{finding}/cases", json={"case": keys["case"], "stance": "silent", "note": "said nothing"})
    said = next(each for each in one(client, finding)["places"] if each["case"] == keys["case"])
    client.put(f"{AT}/{finding}/cases", json={"case": keys["case"], "stance": None})

    assert (said["group"], said["basis"], said["note"]) == ("silent", "said by a person", "said nothing")
    assert next(p for p in one(client, finding)["places"] if p["case"] == keys["case"])["group"] == "to be placed"


def test_a_search_is_recorded_and_taken_back(client, finding):
    given = {"where": "all", "found": "nobody", "done": "nothing was found against it"}
    client.post(f"{AT}/{finding}/searches", json=given)
    [search] = one(client, finding)["searches"]
    client.delete(f"{AT}/searches/{search['k']}")

    assert (search["found"], one(client, finding)["searches"]) == ("nobody", [])


def test_status_order_scope_and_removal(client, keys, finding):
    client.post(AT, json={"statement": "Pair them.", "output": "recommendation", "follows": [finding]})

    client.put(f"{AT}/{finding}/status", json={"status": "ready"})
    client.put(f"{AT}/{finding}/order", json={"to": 2})
    client.put(f"{AT}/{finding}/about", json={"cases": [keys["case"]]})
    shown = one(client, finding)

    assert (shown["line"]["status"], shown["line"]["number"], shown["line"]["scope"]) == ("ready", 2, ["cases: Ann"])
    assert [each["statement"] for each in shown["followed_by"]] == ["Pair them."]
    client.delete(f"{AT}/{finding}")
    assert [line["statement"] for line in client.get(AT).json()] == ["Pair them."]


def test_where_it_says_how_many_is_told(client, finding):
    assert one(client, finding)["quantifiers"] == [{"start": 0, "end": 4}]
