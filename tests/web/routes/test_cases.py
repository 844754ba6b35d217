from __future__ import annotations

import pytest

AT = "/api/studies/roles"


@pytest.fixture
def cases(client, roles):
    """Two people and an ordered attribute, by HTTP."""
    client.post(f"{AT}/cases", json={"name": "Ann"})
    client.post(f"{AT}/cases", json={"name": "North", "kind": "site"})
    client.post(f"{AT}/attributes", json={"name": "band", "type": "ordered category", "levels": ["3", "4", "5"]})
    return lambda: client.get(f"{AT}/cases").json()


def case_of(cases, name):
    return next(case for case in cases()["cases"] if case["name"] == name)


def test_the_grid_has_cases_of_every_kind(cases):
    rows = [(case["name"], case["kind"], case["status"]) for case in cases()["cases"]]

    assert rows == [("Ann", "person", "took part"), ("North", "site", None)]


def test_a_case_is_renamed_on_what_was_seen_only(client, cases):
    ann = case_of(cases, "Ann")
    headers = {"If-Match": f'"{ann["rev"]}"'}

    first = client.patch(f"{AT}/cases/{ann['k']}", json={"name": "Anna"}, headers=headers)
    second = client.patch(f"{AT}/cases/{ann['k']}", json={"name": "Annie"}, headers=headers)

    assert (first.status_code, second.status_code) == (200, 412)
    assert second.json()["current"]["name"] == "Anna"


def test_a_status_is_said_of_participants_only(client, cases):
    ann, north = case_of(cases, "Ann"), case_of(cases, "North")

    client.put(f"{AT}/cases/{ann['k']}/status", json={"status": "declined"})
    refused = client.put(f"{AT}/cases/{north['k']}/status", json={"status": "declined"})

    assert case_of(cases, "Ann")["status"] == "declined"
    assert "no participant" in refused.json()["detail"]


def test_a_case_is_removed(client, cases):
    north = case_of(cases, "North")

    client.delete(f"{AT}/cases/{north['k']}", headers={"If-Match": f'"{north["rev"]}"'})

    assert [case["name"] for case in cases()["cases"]] == ["Ann"]
