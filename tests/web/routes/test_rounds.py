from __future__ import annotations

import pytest

from tests.study.double_round import ROUND, coded
from trellis.bootstrap import new_study


class Double:
    """The study of `double_round` in the library, and the key of its round."""

    def __init__(self, client) -> None:
        self.client, self.base = client, "/api/studies/double/rounds"
        [self.k] = [one["k"] for one in client.get(self.base).json() if one["name"] == ROUND]

    def items(self):
        return self.client.get(f"{self.base}/{self.k}/disagreements").json()["items"]

    def settle(self, **given):
        return self.client.post(f"{self.base}/{self.k}/settle", json=given)


@pytest.fixture
def double(library, client):
    with new_study(library / "double.trellis", "Double", "Ana") as study:
        coded(study)
    return Double(client)


def test_rounds_are_listed_with_how_they_stand(double):
    listed = {one["name"]: one for one in double.client.get(double.base).json()}

    assert (listed["main"]["adopted"], listed["main"]["closed"]) == (True, False)
    assert (listed[ROUND]["blind"], listed[ROUND]["closed"], listed[ROUND]["codings"]) == (True, True, 8)


def test_disagreements_come_with_their_words_and_who_chose_what(double):
    first = double.items()[0]

    assert first["words"] == "Slowly. I’d walk round the car park"
    assert {one["coder"]: one["chose"][:3] for one in first["readings"]} == {"Ana": "1.2", "Ben": "1.1"}
    assert first["standing"] == "open"


def test_a_disagreement_is_settled_with_its_reason_and_undone(double):
    item = double.items()[0]["item"]

    done = double.settle(item=item, outcome="one reading adopted", adopt="Ana", reason="she walks")
    assert done.json()["action"] == "round.settle"
    assert double.items()[0]["decision"]["reason"] == "she walks"
    assert double.settle(item=item, outcome="both stand", reason=" ").status_code == 422
    double.client.post("/api/studies/double/undo")

    assert double.items()[0]["standing"] == "open"


def test_a_blind_round_hides_its_disagreements_until_it_is_closed(double):
    double.client.post(double.base, json={"name": "second", "blind": True})
    [k] = [one["k"] for one in double.client.get(double.base).json() if one["name"] == "second"]

    assert double.client.get(f"{double.base}/{k}/disagreements").status_code == 403
    double.client.post(f"{double.base}/{k}/close")
    assert double.client.get(f"{double.base}/{k}/disagreements").json()["items"] == []


def test_figures_are_given_to_those_who_ask(double):
    table = double.client.get(f"{double.base}/{double.k}/agreement", params={"main": True}).json()

    assert "kappa" in table["columns"]
    assert table["values"]


def test_a_round_is_carried_into_the_index_after_a_look(double):
    told = double.client.get(f"{double.base}/{double.k}/carrying").json()
    assert told["values"][0][:2] == ["agreed", 1]

    assert double.client.post(f"{double.base}/{double.k}/carry").json()["action"] == "round.carry"
